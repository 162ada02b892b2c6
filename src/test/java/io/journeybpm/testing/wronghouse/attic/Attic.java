package io.journeybpm.testing.wronghouse.attic;

import io.journeybpm.testing.wronghouse.cellar.Cellar;

/** Something upstairs, which may stand on what is below. */
public class Attic {

    Cellar below;
}

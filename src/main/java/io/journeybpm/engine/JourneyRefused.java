package io.journeybpm.engine;

import org.camunda.bpm.engine.BadUserRequestException;

/** A step of a journey that can't be taken as asked; says what to mend. Camunda's REST answers it with 400. */
public class JourneyRefused extends BadUserRequestException {

    private static final long serialVersionUID = 1L;

    JourneyRefused(String message) {
        super(message);
    }
}

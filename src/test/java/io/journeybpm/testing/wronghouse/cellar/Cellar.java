package io.journeybpm.testing.wronghouse.cellar;

import io.journeybpm.testing.wronghouse.attic.Attic;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.JdbcTemplate;

/** Breaks every rule of the house. */
public class Cellar {

    Attic upstairs;
    RuntimeService engine;
    JdbcTemplate tables;
}

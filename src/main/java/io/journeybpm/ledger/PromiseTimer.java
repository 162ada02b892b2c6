package io.journeybpm.ledger;

import java.time.Instant;

/**
 * What watches the promises of a case.
 *
 * @param job the engine's id of the job
 * @param at when it is due
 * @param bound whether it ends with the case's process instance
 */
public record PromiseTimer(String job, Instant at, boolean bound) {}

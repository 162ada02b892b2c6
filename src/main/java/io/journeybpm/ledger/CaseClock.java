package io.journeybpm.ledger;

import java.time.Instant;

/** The time by which cases live: the process engine's clock, so that tests and simulations can set it. */
@FunctionalInterface
public interface CaseClock {

    /** Now, to the millisecond, as the engine keeps its own times. */
    Instant now();
}

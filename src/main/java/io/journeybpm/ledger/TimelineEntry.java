package io.journeybpm.ledger;

import java.time.Instant;

/** Anything that happened to a case. */
public sealed interface TimelineEntry permits Contact, Promise, PromiseMove, HandoffEntry, Rise, Event, Voiding {

    /** When it happened. */
    Instant at();

    /** Its number among all entries of the case, in the order of recording. */
    int entry();
}

package io.journeybpm.rest;

import io.journeybpm.ledger.Promise;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something planned for the same customer that could be one visit with a promise.
 *
 * @param promiseId its id
 * @param caseId its case
 * @param what what will happen
 * @param party who will come
 * @param from when the window opens
 * @param to when it closes
 */
record PlannedVisitView(
        String promiseId,
        String caseId,
        String what,
        @Nullable String party,
        @Nullable Instant from,
        @Nullable Instant to) {

    static PlannedVisitView of(Promise planned) {
        return new PlannedVisitView(
                planned.id(),
                planned.caseId(),
                planned.made().what(),
                planned.made().party(),
                planned.made().from(),
                planned.made().to());
    }
}

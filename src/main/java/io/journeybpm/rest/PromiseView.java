package io.journeybpm.rest;

import io.journeybpm.ledger.EntryId;
import io.journeybpm.ledger.Promise;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A promise as it stands.
 *
 * @param promiseId its id
 * @param caseId the case
 * @param what what will happen
 * @param touchpoint key of the touchpoint that would keep it
 * @param party who will come
 * @param from when the window opens
 * @param to when it closes; null: unscheduled
 * @param origin where it was given
 * @param state {@code open}, {@code unscheduled}, {@code kept}, {@code late}, {@code broken} or {@code withdrawn}
 * @param overdue whether its window has closed while it was open
 * @param madeAt when it was given
 * @param settledAt when it was kept, broken or withdrawn
 * @param contactId the contact that kept it
 * @param moves how often its window was moved
 */
record PromiseView(
        String promiseId,
        String caseId,
        String what,
        @Nullable String touchpoint,
        @Nullable String party,
        @Nullable Instant from,
        @Nullable Instant to,
        String origin,
        String state,
        boolean overdue,
        Instant madeAt,
        @Nullable Instant settledAt,
        @Nullable String contactId,
        int moves) {

    static PromiseView of(Promise shown, Instant now) {
        return new PromiseView(
                shown.id(),
                shown.caseId(),
                shown.made().what(),
                shown.made().touchpoint(),
                shown.made().party(),
                shown.made().from(),
                shown.made().to(),
                shown.made().origin().word(),
                shown.state().word(),
                shown.isOverdue(now),
                shown.madeAt(),
                shown.settledAt(),
                shown.contact() == null ? null : EntryId.of(shown.caseId(), shown.contact()),
                shown.moves());
    }
}

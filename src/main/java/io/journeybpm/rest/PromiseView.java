package io.journeybpm.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.journeybpm.ledger.EntryId;
import io.journeybpm.ledger.Promise;
import java.time.Instant;
import java.util.List;
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
 * @param mergedWith id of the promise that is kept by the same visit
 * @param mergeable visits planned for the same customer at about that time; only where the promise was just made
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
        int moves,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String mergedWith,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PlannedVisitView> mergeable) {

    static PromiseView of(Promise shown, Instant now) {
        return of(shown, now, List.of());
    }

    static PromiseView of(Promise shown, Instant now, List<Promise> mergeable) {
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
                shown.moves(),
                shown.mergedWith(),
                mergeable.stream().map(PlannedVisitView::of).toList());
    }
}

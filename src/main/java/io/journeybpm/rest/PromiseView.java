package io.journeybpm.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.journeybpm.ledger.EntryId;
import io.journeybpm.ledger.Promise;
import io.journeybpm.ledger.PromiseMove;
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
 * @param dueSoon whether somebody was warned that its window closes, and there is still time
 * @param overdue whether its window has closed while it was open
 * @param madeAt when it was given
 * @param settledAt when it was kept, broken or withdrawn
 * @param brokenAt when it broke; one that is kept all the same was healed by a contact told later
 * @param contactId the contact that kept it, or broke it
 * @param reason why it was settled
 * @param moves how often its window was moved
 * @param mergedWith id of the promise that is kept by the same visit
 * @param history how it was moved, oldest first; only where one promise is asked for
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
        boolean dueSoon,
        boolean overdue,
        Instant madeAt,
        @Nullable Instant settledAt,
        @Nullable Instant brokenAt,
        @Nullable String contactId,
        @Nullable String reason,
        int moves,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String mergedWith,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<MoveView> history,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PlannedVisitView> mergeable) {

    /**
     * The customer was told of another window.
     *
     * @param at when
     * @param actor who did it
     * @param reason why
     * @param before the window until then
     * @param after the window from then on
     */
    record MoveView(
            Instant at, @Nullable String actor, @Nullable String reason, WindowView before, WindowView after) {

        static MoveView of(PromiseMove move) {
            return new MoveView(
                    move.at(), move.actor(), move.reason(), WindowView.of(move.before()), WindowView.of(move.after()));
        }
    }

    /**
     * When something is to happen.
     *
     * @param from when it opens
     * @param to when it closes; null: unscheduled
     */
    record WindowView(@Nullable Instant from, @Nullable Instant to) {

        static WindowView of(PromiseMove.Window window) {
            return new WindowView(window.from(), window.to());
        }
    }

    static PromiseView of(Promise shown, Instant now) {
        return of(shown, null, List.of(), now);
    }

    /** With how it was moved. */
    static PromiseView of(Promise shown, List<PromiseMove> moves, Instant now) {
        return of(shown, moves, List.of(), now);
    }

    /** Just made, with the visits it could be one with. */
    static PromiseView made(Promise shown, List<Promise> mergeable, Instant now) {
        return of(shown, null, mergeable, now);
    }

    private static PromiseView of(
            Promise shown, @Nullable List<PromiseMove> moves, List<Promise> mergeable, Instant now) {
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
                shown.isDueSoon(now),
                shown.isOverdue(now),
                shown.madeAt(),
                shown.settledAt(),
                shown.brokenAt(),
                shown.contact() == null ? null : EntryId.of(shown.caseId(), shown.contact()),
                shown.reason(),
                shown.moves(),
                shown.mergedWith(),
                moves == null ? null : moves.stream().map(MoveView::of).toList(),
                mergeable.stream().map(PlannedVisitView::of).toList());
    }
}

package io.journeybpm.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The customer was told of another window.
 *
 * @param caseId the case
 * @param entry its number among the case's entries
 * @param promise the entry of the promise
 * @param before the window until then
 * @param after the window from then on
 * @param at when
 * @param reason why
 * @param actor who did it
 */
public record PromiseMove(
        String caseId,
        int entry,
        int promise,
        Window before,
        Window after,
        Instant at,
        @Nullable String reason,
        @Nullable String actor)
        implements TimelineEntry {

    /**
     * When something is to happen.
     *
     * @param from when it opens
     * @param to when it closes; absent: unscheduled
     */
    public record Window(@Nullable Instant from, @Nullable Instant to) {}

    /** The id of the promise outside. */
    public String promiseId() {
        return EntryId.of(caseId, promise);
    }

    /** Whether somebody had been told another window before; a first one is no reschedule. */
    boolean isReschedule() {
        return before.to() != null;
    }
}

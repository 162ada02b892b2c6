package io.journeybpm.ledger;

import io.journeybpm.journey.Word;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A promise as it stands.
 *
 * @param caseId the case
 * @param entry its number among the case's entries
 * @param made what was promised
 * @param state see {@link State}
 * @param madeAt when it was given
 * @param settledAt when it was kept, broken or withdrawn
 * @param contact the entry of the contact that kept it
 * @param moves how often its window was moved
 * @param mergedWith the promise that is kept by the same visit
 */
public record Promise(
        String caseId,
        int entry,
        NewPromise made,
        State state,
        Instant madeAt,
        @Nullable Instant settledAt,
        @Nullable Integer contact,
        int moves,
        @Nullable String mergedWith)
        implements TimelineEntry {

    @Override
    public Instant at() {
        return madeAt;
    }

    /** What became of a promise. {@code unscheduled} is open too, but nobody can say when. */
    public enum State implements Word {
        OPEN,
        UNSCHEDULED,
        KEPT,
        LATE,
        BROKEN,
        WITHDRAWN
    }

    /** The id outside. */
    public String id() {
        return EntryId.of(caseId, entry);
    }

    /** Whether its window has closed without it being settled. */
    public boolean isOverdue(Instant at) {
        return state == State.OPEN && made.to() != null && made.to().isBefore(at);
    }

    /** The same promise as it was made, its window as it stands. */
    Promise asMade() {
        State open = made.to() == null ? State.UNSCHEDULED : State.OPEN;
        return new Promise(caseId, entry, made, open, madeAt, null, null, moves, mergedWith);
    }

    /** The same promise, settled. */
    Promise settled(State state, Instant at, @Nullable Integer contact) {
        return new Promise(caseId, entry, made, state, madeAt, at, contact, moves, mergedWith);
    }

    /** The same promise, kept by the visit that keeps another; or by its own again. */
    Promise merged(@Nullable String with) {
        return new Promise(caseId, entry, made, state, madeAt, settledAt, contact, moves, with);
    }
}

package io.journeybpm.ledger;

import io.journeybpm.journey.Word;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
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
 * @param contact the entry of the contact that kept or broke it
 * @param moves how often its window was moved
 * @param movedAt when it was moved last
 * @param warnedAt when somebody was warned that its window closes soon
 * @param brokenAt when it broke; stays when a contact told later heals it
 * @param brokenReview how many reviews the case had seen when it broke
 * @param reason why it was settled, in words
 * @param mergedWith id of the promise that is kept by the same visit
 */
@RecordBuilder
public record Promise(
        String caseId,
        int entry,
        NewPromise made,
        State state,
        Instant madeAt,
        @Nullable Instant settledAt,
        @Nullable Integer contact,
        int moves,
        @Nullable Instant movedAt,
        @Nullable Instant warnedAt,
        @Nullable Instant brokenAt,
        @Nullable Integer brokenReview,
        @Nullable String reason,
        @Nullable String mergedWith)
        implements TimelineEntry {

    /** A warning in the last quarter of a window still leaves time, however short the window is. */
    private static final int LAST_PART = 4;

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

    /**
     * Whether it is kept at a touchpoint: it was made for that one, or for none, and its party meets the customer there.
     *
     * @param party who meets the customer there; absent: nobody in particular
     */
    public boolean isFor(String touchpoint, @Nullable String party) {
        return made.touchpoint() == null
                ? party != null && party.equals(made.party())
                : made.touchpoint().equals(touchpoint);
    }

    /** Whether it has a window that has not closed. */
    public boolean isBooked(Instant at) {
        return state == State.OPEN && !isOverdue(at);
    }

    /** Whether somebody was warned that its window closes, and there is still time. */
    public boolean isDueSoon(Instant at) {
        return isBooked(at) && warnedAt != null;
    }

    /** When anything about it changed last. */
    public Instant changedAt() {
        return Stream.of(madeAt, movedAt, settledAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(madeAt);
    }

    /** Whether its window holds a moment; one without a beginning is open from when it was promised. */
    boolean holds(Instant moment) {
        Instant from = Objects.requireNonNullElse(made.from(), madeAt);
        return made.to() != null && !moment.isBefore(from) && !moment.isAfter(made.to());
    }

    /** The next moment at which something is to be done about it: a warning, else its break; null if there is none. */
    @Nullable
    Instant due(Duration warnBefore) {
        Instant to = made.to();
        if (state != State.OPEN || to == null) {
            return null;
        }
        Instant warning = warning(to, warnBefore);
        // at the last moment of its window it is still kept
        return warnedAt == null && warning.isBefore(to) ? warning : to.plusMillis(1);
    }

    private Instant warning(Instant to, Duration warnBefore) {
        Duration part = Duration.between(Objects.requireNonNullElse(made.from(), madeAt), to)
                .dividedBy(LAST_PART);
        Duration ahead = part.compareTo(warnBefore) < 0 ? part : warnBefore;
        return ahead.isNegative() ? to : to.minus(ahead);
    }

    /** A promise just made; without an end of its window it is unscheduled. */
    static Promise made(String caseId, int entry, NewPromise made, Instant madeAt) {
        return PromiseBuilder.builder()
                .caseId(caseId)
                .entry(entry)
                .made(made)
                .state(made.to() == null ? State.UNSCHEDULED : State.OPEN)
                .madeAt(madeAt)
                .build();
    }

    /** The same promise as it was made, its window as given. */
    Promise asMade(@Nullable Instant from, @Nullable Instant to) {
        return made(caseId, entry, made.within(from, to), madeAt);
    }

    /** The same promise with another window. */
    Promise moved(@Nullable Instant from, Instant to, Instant at) {
        return PromiseBuilder.builder(this)
                .made(made.within(from, to))
                .state(State.OPEN)
                .moves(moves + 1)
                .movedAt(at)
                .warnedAt(null)
                .build();
    }

    /** The same promise, warned of. */
    Promise warned(Instant at) {
        return PromiseBuilder.builder(this).warnedAt(at).build();
    }

    /** The same promise, settled. */
    Promise settled(State state, Instant at, @Nullable Integer contact, @Nullable String reason) {
        return PromiseBuilder.builder(this)
                .state(state)
                .settledAt(at)
                .contact(contact)
                .reason(reason)
                .build();
    }

    /** The same promise, broken. */
    Promise broken(Instant at, int review, @Nullable Integer contact, @Nullable String reason) {
        return PromiseBuilder.builder(settled(State.BROKEN, at, contact, reason))
                .brokenAt(at)
                .brokenReview(review)
                .build();
    }

    /** The same promise, kept by the visit that keeps another; or by its own again. */
    Promise merged(@Nullable String with) {
        return PromiseBuilder.builder(this).mergedWith(with).build();
    }
}

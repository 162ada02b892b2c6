package io.journeybpm.ledger;

import io.journeybpm.journey.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * As much of a case as the map of its journey shows. Nothing told here changes once it is written, so that the story
 * up to some moment is always the same.
 */
record CaseStory(
        String caseId,
        String journey,
        List<Met> contacts,
        List<Undone> voids,
        List<Found> causes,
        List<Settled> promises,
        List<Turn> turns) {

    CaseStory(String caseId, String journey) {
        this(
                caseId,
                journey,
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    /** A contact. */
    record Met(
            int entry,
            @Nullable String touchpoint,
            boolean modelled,
            @Nullable String phase,
            @Nullable String party,
            Outcome outcome,
            Instant occurredAt,
            boolean counted,
            boolean planned,
            boolean briefed,
            int repeatedQuestions,
            Trouble trouble,
            @Nullable BigDecimal score,
            Costs costs,
            Instant writtenAt) {

        boolean tookPlace() {
            return outcome != Outcome.MISSED;
        }

        /** Whether it failed, was missed, or had to be made again. */
        boolean isFailure() {
            return outcome == Outcome.FAILED
                    || outcome == Outcome.MISSED
                    || outcome == Outcome.REWORK
                    || trouble.rework();
        }

        /** Whether the model had no place for it. Nothing can be said of a journey that wasn't deployed. */
        boolean isAdHoc() {
            return touchpoint == null || trouble.planKnown() && !modelled;
        }
    }

    /**
     * What of a contact tells how tedious it was, and why it was necessary.
     *
     * @param channel the way it took
     * @param inbound whether the customer came to us
     * @param planKnown whether anything could be planned
     * @param redirected whether the customer was sent on
     * @param reason why the customer came, in small letters
     * @param conduct incidents of that kind
     * @param process incidents of that kind
     * @param rework whether it returned to something done before
     * @param causedBy what was said to have caused it when it was recorded
     */
    record Trouble(
            String channel,
            boolean inbound,
            boolean planKnown,
            boolean redirected,
            @Nullable String reason,
            int conduct,
            int process,
            boolean rework,
            @Nullable Integer causedBy) {}

    /** What a contact was found to go back to, later on. */
    record Found(int entry, int contact, int causedBy, Instant writtenAt) {}

    /** The entry of a contact that was voided. */
    record Undone(int contact, Instant writtenAt) {}

    /** A promise kept or broken; one that was healed is told twice, the later one holds. */
    record Settled(int entry, @Nullable String touchpoint, Promise.State state, Instant writtenAt) {}

    /** An opening, a closing, a reopening, or a phase entered. */
    record Turn(int entry, Event.Kind kind, @Nullable String subject, Instant at, Instant writtenAt) {}

    /** Whether the last that was told of it is that it was closed. */
    boolean isClosed() {
        return turns.stream()
                        .filter(each -> each.kind() == Event.Kind.CLOSED || each.kind() == Event.Kind.REOPENED)
                        .max(Comparator.comparingInt(Turn::entry))
                        .map(Turn::kind)
                        .orElse(Event.Kind.OPENED)
                == Event.Kind.CLOSED;
    }

    /** The phase the case was in when an entry was told. */
    @Nullable
    String phaseAt(int entry) {
        return turns.stream()
                .filter(each -> each.kind() == Event.Kind.PHASE && each.entry() < entry)
                .max(Comparator.comparingInt(Turn::entry))
                .map(Turn::subject)
                .orElse(null);
    }

    /** What was written before a moment. */
    CaseStory before(Instant moment) {
        return new CaseStory(
                caseId,
                journey,
                before(moment, contacts, Met::writtenAt),
                before(moment, voids, Undone::writtenAt),
                before(moment, causes, Found::writtenAt),
                before(moment, promises, Settled::writtenAt),
                before(moment, turns, Turn::writtenAt));
    }

    private static <T> List<T> before(Instant moment, List<T> all, Function<T, Instant> writtenAt) {
        return all.stream()
                .filter(each -> writtenAt.apply(each).isBefore(moment))
                .toList();
    }
}

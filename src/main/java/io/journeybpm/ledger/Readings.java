package io.journeybpm.ledger;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a case's row says at one moment besides its counts; days are whole days elapsed.
 *
 * @param journey the journey's key
 * @param phase the phase's id
 * @param touchpoint of the latest contact
 * @param channel of the latest contact
 * @param party of the latest contact
 * @param counts since opened or last reviewed
 * @param totalContacts since opened
 * @param contactsInPhase counted contacts in the current phase since opened or last reviewed
 * @param companyCostInPhase what the contacts of the current phase cost the company, since opened
 * @param customerCostInPhase what they cost the customer, since opened
 * @param completedPhases phases the case has left behind
 * @param parties how many parties met the customer since opened or last reviewed
 * @param overduePromises open promises whose window has closed
 * @param unscheduledSteps open promises without a window
 * @param bookedSteps open promises whose window has not closed
 * @param daysUnscheduled since the oldest unscheduled step was promised
 * @param daysOpen since the case was opened
 * @param daysInPhase since the phase was entered
 * @param daysWithoutContact since the latest contact, or since the case was opened
 * @param daysAtLevel since the level was reached
 * @param companyCost in the case's currency
 * @param customerCost in the case's currency
 * @param lastScore 0 to 100
 * @param lowestScore 0 to 100, since opened or last reviewed
 * @param level the level so far
 */
public record Readings(
        String journey,
        @Nullable String phase,
        @Nullable String touchpoint,
        @Nullable String channel,
        @Nullable String party,
        Map<Count, Integer> counts,
        int totalContacts,
        int contactsInPhase,
        BigDecimal companyCostInPhase,
        BigDecimal customerCostInPhase,
        int completedPhases,
        int parties,
        int overduePromises,
        int unscheduledSteps,
        int bookedSteps,
        int daysUnscheduled,
        int daysOpen,
        int daysInPhase,
        int daysWithoutContact,
        int daysAtLevel,
        BigDecimal companyCost,
        BigDecimal customerCost,
        @Nullable BigDecimal lastScore,
        @Nullable BigDecimal lowestScore,
        Level level) {

    static Readings of(CaseRow row, Instant at) {
        Tally tally = row.carry.tally;
        Stream<Instant> unscheduled = row.carry.promises.stream()
                .filter(each -> each.state() == Promise.State.UNSCHEDULED)
                .map(Promise::madeAt);
        Case.PhaseOfCase phase = row.phase;
        Tally.Last last = tally.last;
        return new Readings(
                row.journey,
                phase == null ? null : phase.id(),
                last == null ? null : last.touchpoint(),
                last == null ? null : last.channel(),
                last == null ? null : last.party(),
                CaseRow.all(tally.sinceReview),
                row.count(Count.CONTACTS),
                phase == null ? 0 : tally.phases.getOrDefault(phase.id(), 0),
                tally.spentIn(phase).company(),
                tally.spentIn(phase).customer(),
                row.carry.completedPhases.size(),
                tally.partiesSinceReview.size(),
                (int) row.carry.promises.stream()
                        .filter(each -> each.isOverdue(at))
                        .count(),
                (int) row.carry.promises.stream()
                        .filter(each -> each.state() == Promise.State.UNSCHEDULED)
                        .count(),
                (int) row.carry.promises.stream()
                        .filter(each -> each.isBooked(at))
                        .count(),
                days(unscheduled.min(Instant::compareTo).orElse(null), at),
                days(row.openedAt, at),
                days(phase == null ? null : phase.since(), at),
                days(Objects.requireNonNullElse(tally.lastContactAt, row.openedAt), at),
                days(row.escalation.since(), at),
                tally.companyCost,
                tally.customerCost,
                tally.lastScore,
                tally.lowestScore,
                row.escalation.level());
    }

    private static int days(@Nullable Instant since, Instant at) {
        return since == null ? 0 : (int) Math.max(0, Duration.between(since, at).toDays());
    }
}

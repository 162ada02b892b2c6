package io.journeybpm.cockpit;

import io.journeybpm.insight.Boundary;
import io.journeybpm.insight.Happening;
import io.journeybpm.insight.JourneyMap;
import io.journeybpm.journey.Handoff;
import io.journeybpm.journey.Journey;
import io.journeybpm.journey.Outcome;
import io.journeybpm.journey.Phase;
import io.journeybpm.journey.Property;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What happened on a journey, by the elements of its diagram. The figures are of the cases of all its versions.
 *
 * @param journey its key
 * @param title what people read
 * @param cases cases opened
 * @param closedCases of these, closed ones
 * @param asOf what was written before this is in
 * @param phases in the order they are drawn
 * @param touchpoints in the order they are drawn
 * @param drawn drawn handoffs between two known parties
 * @param boundaries changes of party, drawn or not, the most frequent first
 * @param adHoc what happened on no element, by channel and reason, the most frequent first
 */
record DiagramFigures(
        String journey,
        String title,
        long cases,
        long closedCases,
        String asOf,
        List<Place> phases,
        List<Place> touchpoints,
        List<DrawnHandoff> drawn,
        List<Between> boundaries,
        List<Beside> adHoc) {

    /** As many as people read. */
    private static final int BOUNDARIES = 40;

    /**
     * A phase or a touchpoint.
     *
     * @param id the element's id
     * @param phase the phase it lies in, in words
     * @param party who meets the customer there
     * @param cases cases that met it
     * @param deviations planned against actual; absent of a phase
     */
    record Place(
            String id,
            String title,
            @Nullable String phase,
            @Nullable String party,
            long cases,
            Counts counts,
            @Nullable Deviations deviations) {}

    /**
     * What happened somewhere.
     *
     * @param planned of the counted contacts
     * @param extra of the counted contacts
     * @param failures failed, missed or made again, each contact once
     * @param waits contacts that came after another one of their case
     * @param meanWait seconds since the contact before, on average
     * @param arrivals counted contacts of another party than the counted one before
     * @param arrivalWait seconds since the contact before these, on average
     * @param score from 0 to 100, on average
     */
    record Counts(
            long contacts,
            long planned,
            long extra,
            long failures,
            long failed,
            long missed,
            long rework,
            List<Cost> costs,
            long waits,
            @Nullable Long meanWait,
            long arrivals,
            @Nullable Long arrivalWait,
            long scores,
            @Nullable BigDecimal score) {

        static Counts of(Happening happened) {
            return new Counts(
                    happened.contacts(),
                    happened.planned(),
                    happened.counted() - happened.planned(),
                    happened.failures(),
                    outcome(happened, Outcome.FAILED),
                    outcome(happened, Outcome.MISSED),
                    happened.failures() - outcome(happened, Outcome.FAILED) - outcome(happened, Outcome.MISSED),
                    happened.costs().stream().flatMap(Cost::of).toList(),
                    happened.waits(),
                    seconds(happened.meanWait()),
                    happened.handoffs(),
                    seconds(happened.meanHandoffWait()),
                    happened.scores(),
                    happened.meanScore());
        }

        private static long outcome(Happening happened, Outcome outcome) {
            return happened.outcomes().getOrDefault(outcome, 0L);
        }
    }

    /**
     * What one payer paid in one currency.
     *
     * @param payer {@code company} or {@code customer}
     */
    record Cost(String payer, BigDecimal amount, String currency) {

        private static Stream<Cost> of(Happening.Cost cost) {
            return Stream.of(
                            new Cost("company", cost.company(), cost.currency()),
                            new Cost("customer", cost.customer(), cost.currency()))
                    .filter(each -> each.amount().signum() > 0);
        }
    }

    /**
     * Planned against actual; see {@link JourneyMap.Deviations}.
     *
     * @param missing cases that are past it without having met it
     * @param repeated contacts where the case had been before, rounds of a drawn loop left out
     * @param irregular contacts right after one in a later phase
     */
    record Deviations(long passed, long missing, long repeated, long irregular) {}

    /**
     * A drawn handoff with all that went from the one party to the other, wherever it did.
     *
     * @param id the element it is drawn on, or as
     */
    record DrawnHandoff(String id, Between between) {}

    /**
     * From one party to another.
     *
     * @param meanWait seconds from the last counted contact of the one to the first of the other, on average
     */
    record Between(
            String from,
            String to,
            long handoffs,
            long withoutBrief,
            @Nullable Long meanWait) {

        static Between of(Boundary boundary) {
            return new Between(
                    Words.party(boundary.from()),
                    Words.party(boundary.to()),
                    boundary.handoffs(),
                    boundary.withoutBrief(),
                    seconds(boundary.meanWait()));
        }
    }

    /** What happened on no element, in words. */
    record Beside(String channel, @Nullable String reason, long contacts, long failures) {}

    static DiagramFigures of(Journey drawn, JourneyMap map, Words words) {
        Map<String, String> phases = drawn.phases().stream().collect(Collectors.toMap(Phase::id, Phase::title));
        return new DiagramFigures(
                drawn.key(),
                drawn.title(),
                map.cases(),
                map.closedCases(),
                words.moment(map.upTo()),
                map.phases().stream().map(DiagramFigures::phase).toList(),
                map.touchpoints().stream()
                        .map(each -> touchpoint(each, phases::get))
                        .toList(),
                drawn.handoffs().stream()
                        .flatMap(each -> handoff(each, map.boundaries()))
                        .toList(),
                map.boundaries().stream().limit(BOUNDARIES).map(Between::of).toList(),
                map.beside().stream().map(DiagramFigures::beside).toList());
    }

    private static Place phase(JourneyMap.OnPhase shown) {
        return new Place(
                shown.phase().id(),
                shown.phase().title(),
                null,
                null,
                shown.cases(),
                Counts.of(shown.happened()),
                null);
    }

    private static Place touchpoint(JourneyMap.OnTouchpoint shown, Function<String, @Nullable String> phases) {
        String party = shown.touchpoint().party();
        String phase = shown.touchpoint().phase();
        return new Place(
                shown.touchpoint().id(),
                shown.touchpoint().title(),
                phase == null ? null : phases.apply(phase),
                party == null || Property.isExpression(party) ? null : Words.party(party),
                shown.cases(),
                Counts.of(shown.happened()),
                new Deviations(
                        shown.deviations().passed(),
                        shown.deviations().missing(),
                        shown.happened().repeated(),
                        shown.deviations().irregular()));
    }

    private static Stream<DrawnHandoff> handoff(Handoff drawn, List<Boundary> boundaries) {
        return boundaries.stream()
                .filter(each -> each.to().equals(drawn.to()) && each.from().equals(drawn.from()))
                .map(each -> new DrawnHandoff(drawn.element(), Between.of(each)));
    }

    private static Beside beside(JourneyMap.Beside shown) {
        return new Beside(
                shown.channel(),
                shown.reason() == null ? null : Words.spaced(shown.reason()),
                shown.happened().contacts(),
                shown.happened().failures());
    }

    private static @Nullable Long seconds(@Nullable Duration time) {
        return time == null ? null : time.toSeconds();
    }
}

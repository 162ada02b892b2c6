package io.journeybpm.insight;

import io.journeybpm.insight.JourneyMap.AdHoc;
import io.journeybpm.insight.JourneyMap.Beside;
import io.journeybpm.insight.JourneyMap.OfParty;
import io.journeybpm.insight.JourneyMap.OnPhase;
import io.journeybpm.insight.JourneyMap.OnTouchpoint;
import io.journeybpm.journey.Journey;
import io.journeybpm.journey.Phase;
import io.journeybpm.journey.Touchpoint;
import io.journeybpm.ledger.Figure;
import io.journeybpm.ledger.Figures;
import io.journeybpm.ledger.JourneyFigures;
import io.journeybpm.ledger.JourneyFigures.Happened;
import io.journeybpm.ledger.Spot;
import io.journeybpm.ledger.Spot.Scope;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Journeys as drawn, with what happened on them; and what happened alone where nothing is drawn. */
public final class JourneyMaps {

    /** More pairs than this are no boundaries of an organisation but names somebody typed. */
    private static final int BOUNDARIES = 100;

    /** Reasons are words of a catalogue; where senders make them up, the most frequent ones tell enough. */
    private static final int BESIDE = 50;

    private final JourneyFigures figures;

    JourneyMaps(JourneyFigures figures) {
        this.figures = figures;
    }

    /**
     * The map of a journey.
     *
     * @param key the journey's key
     * @param model as it is drawn today, if it is deployed
     * @return empty if it is neither deployed nor has anything ever happened on it
     */
    public Optional<JourneyMap> map(String key, @Nullable Journey model) {
        Happened happened = figures.on(key);
        return model == null && happened.figures().isEmpty()
                ? Optional.empty()
                : Optional.of(new Drawing(model, happened.figures()).map(happened));
    }

    /** The model laid over the figures. */
    private static final class Drawing {

        private final List<Phase> phases;
        private final List<Touchpoint> touchpoints;
        private final Set<String> drawnPhases;
        private final Set<String> drawnTouchpoints;
        private final Map<Spot, Figures> figures;
        private final List<String> reasons;
        private final Map<Spot, Figures> handoffs;
        private final long closedCases;
        private final PlannedAndActual deviations;

        Drawing(@Nullable Journey model, Map<Spot, Figures> figures) {
            this.phases = model == null ? List.of() : model.phases();
            this.touchpoints = model == null ? List.of() : model.touchpoints();
            this.drawnPhases = phases.stream().map(Phase::id).collect(Collectors.toSet());
            this.drawnTouchpoints = touchpoints.stream().map(Touchpoint::id).collect(Collectors.toSet());
            this.figures = new HashMap<>(figures);
            this.handoffs = new HashMap<>(figures);
            this.figures.keySet().removeIf(each -> each.scope() == Scope.HANDOFF);
            this.handoffs.keySet().removeIf(each -> each.scope() != Scope.HANDOFF);
            this.reasons = model == null ? List.of() : model.reasons();
            this.closedCases = cases(Figure.CLOSED_CASES, each -> each.scope() == Scope.JOURNEY);
            this.deviations = new PlannedAndActual(phases, figures, closedCases);
        }

        JourneyMap map(Happened happened) {
            return new JourneyMap(
                    cases(Figure.CASES, each -> each.scope() == Scope.JOURNEY),
                    closedCases,
                    Happening.at(figures, each -> true),
                    phases.stream().map(this::phase).toList(),
                    touchpoints.stream().map(this::touchpoint).toList(),
                    boundaries(),
                    adHoc(each -> !drawnPhases.contains(each.phase())),
                    beside(),
                    parties(),
                    Reasons.of(reasons, figures),
                    happened.since(),
                    happened.upTo());
        }

        private List<Boundary> boundaries() {
            return handoffs.entrySet().stream()
                    .map(each -> boundary(each.getKey(), Objects.requireNonNull(each.getValue())))
                    .filter(each -> each.handoffs() > 0)
                    .sorted(Comparator.comparingLong(Boundary::handoffs)
                            .reversed()
                            .thenComparing(Boundary::from)
                            .thenComparing(Boundary::to))
                    .limit(BOUNDARIES)
                    .toList();
        }

        private static Boundary boundary(Spot spot, Figures here) {
            long handoffs = here.count(Figure.HANDOFFS);
            return new Boundary(
                    spot.phase(),
                    spot.touchpoint(),
                    handoffs,
                    here.count(Figure.HANDOFFS_WITHOUT_BRIEF),
                    handoffs == 0
                            ? null
                            : Duration.ofSeconds(Duration.ofMillis(here.count(Figure.HANDOFF_WAIT_MILLIS) / handoffs)
                                    .toSeconds()));
        }

        private OnPhase phase(Phase drawn) {
            Predicate<Spot> here = each -> each.phase().equals(drawn.id());
            Predicate<Spot> whole = here.and(each -> each.scope() == Scope.PHASE);
            long cases = cases(Figure.CASES, whole);
            Happening happened = Happening.at(figures, here);
            return new OnPhase(
                    drawn, cases, happened, happened.effort(cases, cases(Figure.ELAPSED_MILLIS, whole)), adHoc(here));
        }

        private OnTouchpoint touchpoint(Touchpoint drawn) {
            Predicate<Spot> here = each ->
                    each.scope() == Scope.TOUCHPOINT && each.touchpoint().equals(drawn.id());
            long cases = cases(Figure.CASES, here);
            Happening happened = Happening.at(figures, here);
            return new OnTouchpoint(
                    drawn,
                    cases,
                    closedCases - cases(Figure.CLOSED_CASES, here),
                    deviations.at(drawn),
                    happened,
                    happened.effort(cases, Happening.NO_TIME));
        }

        private List<OfParty> parties() {
            return figures.entrySet().stream()
                    .filter(each -> each.getKey().scope() == Scope.PARTY)
                    .map(each -> new OfParty(each.getKey().touchpoint(), Happening.of(each.getValue())))
                    .sorted(Comparator.comparingLong(
                                    (OfParty each) -> -each.happened().caused())
                            .thenComparing(OfParty::party))
                    .toList();
        }

        private List<Beside> beside() {
            return figures.entrySet().stream()
                    .filter(each -> each.getKey().scope() == Scope.BESIDE)
                    .map(each -> new Beside(
                            each.getKey().phase(),
                            each.getKey().touchpoint().isEmpty()
                                    ? null
                                    : each.getKey().touchpoint(),
                            Happening.of(each.getValue())))
                    .filter(each -> each.happened().contacts() > 0)
                    .sorted(Comparator.comparingLong(
                                    (Beside each) -> -each.happened().contacts())
                            .thenComparing(Beside::channel)
                            .thenComparing(each -> String.valueOf(each.reason())))
                    .limit(BESIDE)
                    .toList();
        }

        private List<AdHoc> adHoc(Predicate<Spot> where) {
            return figures.keySet().stream()
                    .filter(each -> each.scope() == Scope.TOUCHPOINT)
                    .filter(where.and(each -> !drawnTouchpoints.contains(each.touchpoint())))
                    .map(each -> new Spot(each.scope(), each.phase(), each.touchpoint(), ""))
                    .distinct()
                    .sorted(Comparator.comparing(Spot::phase).thenComparing(Spot::touchpoint))
                    .map(this::adHoc)
                    .filter(each -> each.happened().contacts() > 0)
                    .toList();
        }

        private AdHoc adHoc(Spot spot) {
            Predicate<Spot> here = each -> each.scope() == Scope.TOUCHPOINT
                    && each.phase().equals(spot.phase())
                    && each.touchpoint().equals(spot.touchpoint());
            return new AdHoc(
                    spot.touchpoint().isEmpty() ? null : spot.touchpoint(),
                    spot.phase().isEmpty() ? null : spot.phase(),
                    cases(Figure.CASES, here),
                    Happening.at(figures, here));
        }

        private long cases(Figure figure, Predicate<Spot> where) {
            return figures.entrySet().stream()
                    .filter(each -> where.test(each.getKey()))
                    .mapToLong(each -> Objects.requireNonNull(each.getValue()).count(figure))
                    .sum();
        }
    }
}

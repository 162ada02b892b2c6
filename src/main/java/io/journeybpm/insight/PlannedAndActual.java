package io.journeybpm.insight;

import io.journeybpm.insight.JourneyMap.Deviations;
import io.journeybpm.journey.Phase;
import io.journeybpm.journey.Touchpoint;
import io.journeybpm.ledger.Figure;
import io.journeybpm.ledger.Figures;
import io.journeybpm.ledger.Spot;
import io.journeybpm.ledger.Spot.Scope;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Where cases left the way that is drawn. What came after what is counted; the model says what should have. */
final class PlannedAndActual {

    private final List<String> phases;
    private final Map<Spot, Figures> figures;
    private final long closedCases;

    PlannedAndActual(List<Phase> phases, Map<Spot, Figures> figures, long closedCases) {
        this.phases = phases.stream().map(Phase::id).toList();
        this.figures = figures;
        this.closedCases = closedCases;
    }

    Deviations at(Touchpoint drawn) {
        Set<String> later = after(drawn.phase());
        Predicate<Spot> here = each -> each.touchpoint().equals(drawn.id());
        Predicate<Spot> inLater = each -> later.contains(each.phase());
        long met =
                sum(Scope.TOUCHPOINT, Figure.CLOSED_CASES, here) + sum(Scope.STANDING, Figure.CASES, here.and(inLater));
        long passed = closedCases
                + sum(Scope.STANDING, Figure.CASES, inLater.and(each -> each.touchpoint()
                        .isEmpty()));
        return new Deviations(passed, passed - met, sum(Scope.AFTER, Figure.WAITS, here.and(inLater)));
    }

    private Set<String> after(@Nullable String phase) {
        int at = phase == null ? -1 : phases.indexOf(phase);
        return at < 0 ? Set.of() : new HashSet<>(phases.subList(at + 1, phases.size()));
    }

    private long sum(Scope scope, Figure figure, Predicate<Spot> where) {
        return figures.entrySet().stream()
                .filter(each -> each.getKey().scope() == scope && where.test(each.getKey()))
                .mapToLong(each -> each.getValue().count(figure))
                .sum();
    }
}

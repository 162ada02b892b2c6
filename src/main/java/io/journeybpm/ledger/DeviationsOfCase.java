package io.journeybpm.ledger;

import io.journeybpm.ledger.CaseStory.Met;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one case adds to what tells how cases leave the drawn way. Which phase comes before which is the model's to say,
 * and the model may change: so it is only kept what came after what, and how far open cases have come.
 */
final class DeviationsOfCase {

    private final List<Met> visits;

    /** Takes the contacts of a case in the order they occurred. */
    DeviationsOfCase(List<Met> contacts) {
        this.visits = contacts.stream().filter(Met::tookPlace).toList();
    }

    void addTo(Function<Spot, Figures> figures, boolean closed) {
        Set<String> met = new HashSet<>();
        String before = null;
        for (Met each : visits) {
            if (isDrawn(each)) {
                met.add(each.touchpoint());
                addSequence(figures, before, each);
            }
            before = each.phase() == null ? before : each.phase();
        }
        if (before != null && !closed) {
            String standing = before;
            figures.apply(Spot.standing(standing, "")).add(Figure.CASES, 1);
            met.forEach(each -> figures.apply(Spot.standing(standing, each)).add(Figure.CASES, 1));
        }
    }

    private static boolean isDrawn(Met visit) {
        return visit.modelled() && visit.touchpoint() != null;
    }

    private static void addSequence(Function<Spot, Figures> figures, @Nullable String before, Met visit) {
        if (before != null && !before.equals(visit.phase())) {
            figures.apply(Spot.after(before, visit.touchpoint())).add(Figure.WAITS, 1);
        }
    }
}

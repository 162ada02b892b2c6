package io.journeybpm.visits;

import io.journeybpm.decision.Answer;
import io.journeybpm.decision.DecisionFailed;
import io.journeybpm.decision.DecisionTables;
import io.journeybpm.ledger.CaseClock;
import io.journeybpm.visits.Readiness.Missing;
import java.util.List;

/** Asks what a visit lacks. */
public final class Visits {

    private final DecisionTables tables;
    private final CaseClock clock;

    Visits(DecisionTables tables, CaseClock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /** Asks the journey's own table, else the one all share. A table that fails costs nothing but its answer. */
    public Readiness readiness(Visit visit) {
        try {
            List<Missing> missing = tables
                    .ask(VisitInputs.SHAPE, visit.about().journey(), VisitInputs.of(visit, clock.now()))
                    .map(Answer::rows)
                    .orElse(List.of())
                    .stream()
                    .map(Visits::missing)
                    .distinct()
                    .toList();
            return new Readiness(visit.touchpoint(), visit.party(), missing, null);
        } catch (DecisionFailed failed) {
            return new Readiness(visit.touchpoint(), visit.party(), List.of(), failed.getMessage());
        }
    }

    private static Missing missing(Answer.Row row) {
        return new Missing(row.required(VisitInputs.MISSING), row.text(VisitInputs.WHO), row.text(VisitInputs.ACTION));
    }
}

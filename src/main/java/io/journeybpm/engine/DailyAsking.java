package io.journeybpm.engine;

import io.journeybpm.decision.DecisionTables;
import io.journeybpm.escalation.DecisionTable;
import io.journeybpm.escalation.Escalations;
import io.journeybpm.escalation.Escalations.Assessment;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.CaseClock;
import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.Ledger;
import io.journeybpm.ledger.OpenCases;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;

/**
 * Asks the decision about open cases nobody has touched: as they stand, without holding them. Only a case whose level
 * would rise, or one with a promise whose time has passed, is asked again for good, by a job of its own, so that no case
 * waits for another.
 */
final class DailyAsking {

    private final OpenCases open;
    private final Ledger ledger;
    private final Escalations onPaper;
    private final Decisions decisions;
    private final CaseClock clock;
    private final int batch;

    DailyAsking(OpenCases open, Ledger ledger, DecisionTables tables, Decisions decisions, CaseClock clock, int batch) {
        this.open = open;
        this.ledger = ledger;
        this.onPaper = Escalations.trying(DecisionTable.deployed(tables));
        this.decisions = decisions;
        this.clock = clock;
        this.batch = batch;
    }

    /** What is to be done about a case. */
    private enum Finding {
        NOTHING,
        ASK,
        FAILS
    }

    /**
     * Asks about the next cases.
     *
     * @param after id of the last case asked about; empty for the first
     * @return id of the last one now; null if there are no more
     */
    @Nullable
    String ask(CommandContext context, String after) {
        Instant now = clock.now();
        List<CaseFile> part = open.after(after, batch);
        Set<String> failures = new HashSet<>();
        for (CaseFile file : part) {
            Finding found = look(file, now, failures);
            Case standing = file.view();
            if (found == Finding.ASK) {
                CaseJob.Order order = new CaseJob.Order(standing.caseId());
                RaiseJobs.send(context, DecisionJob.TYPE, order, standing.processInstance());
            } else if (found == Finding.FAILS) {
                ledger.find(standing.caseId()).ifPresent(held -> decisions.ask(held, null));
            }
        }
        return part.size() < batch ? null : part.get(part.size() - 1).view().caseId();
    }

    /** A table that fails does so for many cases: the first of them tells of it, as after a contact. */
    private Finding look(CaseFile file, Instant now, Set<String> failures) {
        boolean undecided = file.isUndecided();
        boolean overdue = file.promises().open().stream().anyMatch(each -> each.isOverdue(now));
        Assessment assessment = onPaper.assess(file, now, null);
        if (assessment.failure() != null) {
            return !undecided && failures.add(assessment.failure()) ? Finding.FAILS : Finding.NOTHING;
        }
        return overdue || assessment.rise() != null ? Finding.ASK : Finding.NOTHING;
    }
}

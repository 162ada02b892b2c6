package io.journeybpm.engine;

import io.journeybpm.escalation.Escalations;
import io.journeybpm.escalation.Escalations.Assessment;
import io.journeybpm.ledger.CaseClock;
import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.Ledger;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/** The job that asks about a case again: after its decision has failed, or because days have passed. */
final class DecisionJob extends CaseJob {

    static final String TYPE = "journey-decide";

    private final Ledger ledger;
    private final Escalations escalations;
    private final CaseClock clock;
    private final RaiseJobs raises;

    DecisionJob(Ledger ledger, Escalations escalations, CaseClock clock, RaiseJobs raises) {
        super(TYPE);
        this.ledger = ledger;
        this.escalations = escalations;
        this.clock = clock;
        this.raises = raises;
    }

    @Override
    void look(String caseId, CommandContext context) {
        CaseFile file = ledger.hold(caseId);
        file.promises().breakOverdue(clock.now());
        Assessment assessment = escalations.assess(file, clock.now(), null);
        if (assessment.failure() != null) {
            throw new ProcessEngineException("case '" + caseId + "': " + assessment.failure());
        }
        raises.queue(file, assessment);
    }
}

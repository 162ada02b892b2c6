package io.journeybpm.engine;

import io.journeybpm.escalation.Escalations;
import io.journeybpm.escalation.Escalations.Assessment;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.CaseClock;
import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.Contact;
import org.jspecify.annotations.Nullable;

/** Asks the decision as of now; one that fails becomes an incident that names table and rule, until it is mended. */
final class Decisions {

    private final EngineAccess engine;
    private final Escalations escalations;
    private final CaseClock clock;

    Decisions(EngineAccess engine, Escalations escalations, CaseClock clock) {
        this.engine = engine;
        this.escalations = escalations;
        this.clock = clock;
    }

    /** Asks about a case, after a contact if one led to it. */
    Assessment ask(CaseFile file, @Nullable Contact contact) {
        boolean failedBefore = file.isUndecided();
        Assessment assessment = escalations.assess(file, clock.now(), contact);
        if (assessment.failure() != null && !failedBefore) {
            askAgain(file.view());
        }
        return assessment;
    }

    /** By a job that is tried once, so that its failure is an incident at once; whoever mends the table retries it. */
    private void askAgain(Case undecided) {
        String instance = undecided.status() == Case.Status.OPEN ? undecided.processInstance() : null;
        engine.within(context -> {
            RaiseJobs.send(context, DecisionJob.TYPE, new CaseJob.Order(undecided.caseId()), instance)
                    .setRetries(1);
            return null;
        });
    }
}

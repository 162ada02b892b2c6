package io.journeybpm.engine;

import io.journeybpm.escalation.Escalations.Assessment;
import io.journeybpm.ledger.CaseClock;
import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.Ledger;
import java.time.Instant;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/**
 * The job that warns of promises whose window closes soon and breaks those whose window has closed. Whoever else writes
 * about the case waits for it, or it for them; what was settled meanwhile is left alone.
 */
final class PromiseJob extends CaseJob {

    static final String TYPE = "journey-promises";

    private final Ledger ledger;
    private final PromiseTimers timers;
    private final Decisions decisions;
    private final RaiseJobs raises;
    private final CaseClock clock;

    PromiseJob(Ledger ledger, PromiseTimers timers, Decisions decisions, RaiseJobs raises, CaseClock clock) {
        super(TYPE);
        this.ledger = ledger;
        this.timers = timers;
        this.decisions = decisions;
        this.raises = raises;
        this.clock = clock;
    }

    @Override
    void look(String caseId, CommandContext context) {
        String job = context.getCurrentJob().getId();
        ledger.find(caseId).filter(file -> timers.comes(file, job)).ifPresent(this::look);
    }

    private void look(CaseFile file) {
        Instant now = clock.now();
        file.promises().warn(now, timers.warnBefore());
        if (!file.promises().breakOverdue(now).isEmpty()) {
            Assessment assessment = decisions.ask(file, null);
            raises.queue(file, assessment);
        }
    }
}

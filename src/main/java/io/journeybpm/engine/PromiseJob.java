package io.journeybpm.engine;

import io.journeybpm.escalation.Escalations.Assessment;
import io.journeybpm.ledger.CaseClock;
import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.Ledger;
import java.time.Instant;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;

/**
 * The job that warns of promises whose window closes soon and breaks those whose window has closed. Whoever else writes
 * about the case waits for it, or it for them; what was settled meanwhile is left alone.
 */
final class PromiseJob implements JobHandler<PromiseJob.Order> {

    static final String TYPE = "journey-promises";

    private final Ledger ledger;
    private final PromiseTimers timers;
    private final Decisions decisions;
    private final RaiseJobs raises;
    private final CaseClock clock;

    PromiseJob(Ledger ledger, PromiseTimers timers, Decisions decisions, RaiseJobs raises, CaseClock clock) {
        this.ledger = ledger;
        this.timers = timers;
        this.decisions = decisions;
        this.raises = raises;
        this.clock = clock;
    }

    /**
     * Whose promises.
     *
     * @param caseId the case
     */
    record Order(String caseId) implements JobHandlerConfiguration {
        @Override
        public String toCanonicalString() {
            return caseId;
        }
    }

    @Override
    public String getType() {
        return TYPE;
    }

    @Override
    public Order newConfiguration(String caseId) {
        return new Order(caseId);
    }

    @Override
    public void execute(
            Order order, @Nullable ExecutionEntity execution, CommandContext context, @Nullable String tenant) {
        String job = context.getCurrentJob().getId();
        ledger.find(order.caseId).filter(file -> timers.comes(file, job)).ifPresent(this::look);
    }

    private void look(CaseFile file) {
        Instant now = clock.now();
        file.promises().warn(now, timers.warnBefore());
        if (!file.promises().breakOverdue(now).isEmpty()) {
            Assessment assessment = decisions.ask(file, null);
            if (assessment.rise() != null) {
                raises.queue(file, assessment.rise());
            }
        }
    }

    @Override
    public void onDelete(Order order, @Nullable JobEntity job) {
        // who next writes about the case finds it lost, and makes another
    }
}

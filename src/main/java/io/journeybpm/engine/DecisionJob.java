package io.journeybpm.engine;

import io.journeybpm.escalation.Escalations;
import io.journeybpm.escalation.Escalations.Assessment;
import io.journeybpm.ledger.CaseClock;
import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.Ledger;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;

/** The job that asks about a case again: after its decision has failed, or because days have passed. */
final class DecisionJob implements JobHandler<DecisionJob.Order> {

    static final String TYPE = "journey-decide";

    private final Ledger ledger;
    private final Escalations escalations;
    private final CaseClock clock;
    private final RaiseJobs raises;

    DecisionJob(Ledger ledger, Escalations escalations, CaseClock clock, RaiseJobs raises) {
        this.ledger = ledger;
        this.escalations = escalations;
        this.clock = clock;
        this.raises = raises;
    }

    /**
     * Which case to decide.
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
        CaseFile file = ledger.hold(order.caseId);
        file.promises().breakOverdue(clock.now());
        Assessment assessment = escalations.assess(file, clock.now(), null);
        if (assessment.failure() != null) {
            throw new ProcessEngineException("case '" + order.caseId + "': " + assessment.failure());
        }
        if (assessment.rise() != null) {
            raises.queue(file, assessment.rise());
        }
    }

    @Override
    public void onDelete(Order order, @Nullable JobEntity job) {
        // the case stays marked; asking it again is always possible
    }
}

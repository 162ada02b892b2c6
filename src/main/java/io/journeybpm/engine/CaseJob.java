package io.journeybpm.engine;

import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;

/** A job that is told nothing but which case to look at. Nothing is lost with it: whoever next looks at the case finds it. */
abstract class CaseJob implements JobHandler<CaseJob.Order> {

    private final String type;

    CaseJob(String type) {
        this.type = type;
    }

    /**
     * What the job is told.
     *
     * @param caseId the case
     */
    record Order(String caseId) implements JobHandlerConfiguration {

        @Override
        public String toCanonicalString() {
            return caseId;
        }
    }

    /** Looks at the case, within the job's own transaction. */
    abstract void look(String caseId, CommandContext context);

    @Override
    public final String getType() {
        return type;
    }

    @Override
    public final Order newConfiguration(String caseId) {
        return new Order(caseId);
    }

    @Override
    public final void execute(
            Order order, @Nullable ExecutionEntity execution, CommandContext context, @Nullable String tenant) {
        look(order.caseId, context);
    }

    @Override
    public final void onDelete(Order order, @Nullable JobEntity job) {
        // see above
    }
}

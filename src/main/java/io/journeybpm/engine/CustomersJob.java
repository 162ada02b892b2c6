package io.journeybpm.engine;

import io.journeybpm.ledger.Customers;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;

/** The job that makes customers findable who were there before anybody could be found by words; some at a time. */
final class CustomersJob implements JobHandler<CustomersJob.Order> {

    static final String TYPE = "journey-customers";

    private static final int AT_ONCE = 500;

    private final Customers customers;

    CustomersJob(Customers customers) {
        this.customers = customers;
    }

    /** There is nothing to say but: go on. */
    record Order() implements JobHandlerConfiguration {
        @Override
        public String toCanonicalString() {
            return "";
        }
    }

    @Override
    public String getType() {
        return TYPE;
    }

    @Override
    public Order newConfiguration(@Nullable String text) {
        return new Order();
    }

    @Override
    public void execute(
            Order order, @Nullable ExecutionEntity execution, CommandContext context, @Nullable String tenant) {
        if (customers.takeWords(AT_ONCE) == AT_ONCE) {
            RaiseJobs.send(context, TYPE, order, null);
        }
    }

    @Override
    public void onDelete(Order order, @Nullable JobEntity job) {
        // made anew at the next start of a server, if there is anything left to do
    }
}

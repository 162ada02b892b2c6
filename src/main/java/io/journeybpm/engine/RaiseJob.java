package io.journeybpm.engine;

import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.Ledger;
import io.journeybpm.ledger.Rise;
import org.camunda.bpm.engine.impl.bpmn.parser.EscalationEventDefinition;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;

/** The job that raises a queued rise. A rise a review has made obsolete is dropped. */
final class RaiseJob implements JobHandler<RaiseJob.Order> {

    static final String TYPE = "journey-raise";

    private final Ledger ledger;
    private final Cases cases;
    private final Raiser raiser;
    private final CaseEscalation caseEscalation;

    RaiseJob(Ledger ledger, Cases cases, Raiser raiser, CaseEscalation caseEscalation) {
        this.ledger = ledger;
        this.cases = cases;
        this.raiser = raiser;
        this.caseEscalation = caseEscalation;
    }

    /** How a rise is to be raised. */
    enum Way {
        /** As a BPMN escalation, in the case's process. */
        ESCALATION,
        /** In the process that takes care of a case's escalation. */
        PROCESS
    }

    /**
     * Which rise to raise, and how.
     *
     * @param caseId the case
     * @param rise its entry
     * @param way how
     */
    record Order(String caseId, int rise, Way way) implements JobHandlerConfiguration {

        @Override
        public String toCanonicalString() {
            return caseId + " " + rise + " " + way;
        }

        static Order of(String text) {
            String[] parts = text.split(" ");
            return new Order(parts[0], Integer.parseInt(parts[1]), Way.valueOf(parts[2]));
        }
    }

    @Override
    public String getType() {
        return TYPE;
    }

    @Override
    public Order newConfiguration(String text) {
        return Order.of(text);
    }

    @Override
    public void execute(
            Order order, @Nullable ExecutionEntity execution, CommandContext context, @Nullable String tenant) {
        CaseFile file = ledger.hold(order.caseId);
        if (!file.rises().settle(order.rise)) {
            return;
        }
        Rise rise = cases.rise(order.caseId, order.rise)
                .orElseThrow(() -> new IllegalStateException("the ledger has no such rise: " + order));
        boolean caught = order.way == Way.ESCALATION && raiseInProcess(file, rise, context);
        if (!caught && rise.to().needsSomebody()) {
            caseEscalation.take(file, rise);
        }
    }

    private boolean raiseInProcess(CaseFile file, Rise rise, CommandContext context) {
        String instance = file.view().processInstance();
        ExecutionEntity root =
                instance == null ? null : context.getExecutionManager().findExecutionById(instance);
        if (root == null || root.isEnded()) {
            return false;
        }
        String touchpoint = rise.contact() == null
                ? null
                : cases.contact(rise.caseId(), rise.contact())
                        .map(contact -> contact.reported().place().touchpoint())
                        .orElse(null);
        String phase = file.view().phase() == null ? null : file.view().phase().id();
        EscalationEventDefinition caught = raiser.announced(
                file, rise, () -> RaiseScope.in(root).raise(rise.to().word(), touchpoint, phase));
        return caught != null;
    }

    @Override
    public void onDelete(Order order, @Nullable JobEntity job) {
        // the rise stays on the case's queue: the end of the instance passes it on
    }
}

package io.journeybpm.engine;

import io.journeybpm.ledger.Case;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationEvent;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.context.CoreExecutionContext;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.producer.DmnHistoryEventProducer;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine's own history of decisions, where Cockpit shows them: written as the engine writes it, by its producer and
 * handler, to the history level it has, and with the removal time it gives. A case without a running process instance
 * leaves nothing there, because nothing in a row could say which case it is about; the ledger keeps table, version and
 * rule of every rise in any case.
 */
final class DecisionHistory {

    private static final Logger LOG = LoggerFactory.getLogger(DecisionHistory.class);

    private final EngineAccess engine;

    DecisionHistory(EngineAccess engine) {
        this.engine = engine;
    }

    /** Keeps a decision, with the caller's transaction. One that can't be written down costs nothing else. */
    void keep(DmnDecisionEvaluationEvent decision, Case about) {
        String instance = about.processInstance();
        if (instance == null || !isKept(decision)) {
            return;
        }
        try {
            engine.aside(context -> {
                write(context, decision, execution(context, about.caseId(), instance));
                return null;
            });
        } catch (RuntimeException failed) {
            LOG.warn(
                    "JOURNEY-ENGINE-020 case '{}': the decision '{}' isn't kept in the engine's history",
                    about.caseId(),
                    decision.getDecisionResult().getDecision().getKey(),
                    failed);
        }
    }

    private boolean isKept(DmnDecisionEvaluationEvent decision) {
        return engine.configuration()
                .getHistoryLevel()
                .isHistoryEventProduced(
                        HistoryEventTypes.DMN_DECISION_EVALUATE,
                        decision.getDecisionResult().getDecision());
    }

    private static void write(
            CommandContext context, DmnDecisionEvaluationEvent decision, @Nullable ExecutionEntity execution) {
        if (execution == null) {
            return;
        }
        ProcessEngineConfigurationImpl configuration = context.getProcessEngineConfiguration();
        DmnHistoryEventProducer producer = configuration.getDmnHistoryEventProducer();
        HistoryEvent event = producer.createDecisionEvaluatedEvt(execution, decision);
        configuration.getHistoryEventHandler().handleEvent(event);
    }

    /** The step of the case that is being taken; for what comes from outside, the case's process instance. */
    private static @Nullable ExecutionEntity execution(CommandContext context, String caseId, String instance) {
        CoreExecutionContext<?> step = Context.getCoreExecutionContext();
        return step != null
                        && step.getExecution() instanceof ExecutionEntity execution
                        && caseId.equals(execution.getProcessBusinessKey())
                ? execution
                : context.getExecutionManager().findExecutionById(instance);
    }
}

package io.journeybpm.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.bpmn.helper.EscalationHandler;
import org.camunda.bpm.engine.impl.bpmn.parser.EscalationEventDefinition;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmScope;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.jspecify.annotations.Nullable;

/** Where in a waiting process instance an escalation from outside is raised. */
final class RaiseScope {

    private final ExecutionEntity root;
    private final List<Open> open = new ArrayList<>();

    /** An open activity, with the scopes around it from the inside out, callers included. */
    private record Open(ExecutionEntity execution, List<PvmScope> around) {

        boolean isAt(@Nullable String activity) {
            return activity != null && activity.equals(execution.getActivityId());
        }

        boolean isWithin(@Nullable String scope) {
            return scope != null && around.stream().anyMatch(each -> scope.equals(each.getId()));
        }

        boolean isInHandler() {
            return around.stream()
                    .anyMatch(each -> each instanceof ActivityImpl activity && activity.isTriggeredByEvent());
        }
    }

    private RaiseScope(ExecutionEntity root) {
        this.root = root;
        collect(root, List.of());
    }

    static RaiseScope in(ExecutionEntity root) {
        return new RaiseScope(root);
    }

    /**
     * Raises in the scope of the contact's open activity, else of the deepest open one of its phase, else of any outside
     * event sub-processes; where only handlers are open, on the process itself.
     *
     * @return what caught it
     */
    @Nullable
    EscalationEventDefinition raise(String code, @Nullable String touchpoint, @Nullable String phase) {
        Predicate<Open> outsideHandlers = each -> !each.isInHandler();
        return deepest(outsideHandlers.and(each -> each.isAt(touchpoint)))
                .or(() -> deepest(outsideHandlers.and(each -> each.isWithin(phase))))
                .or(() -> deepest(outsideHandlers))
                .map(each -> EscalationHandler.executeEscalation(each.execution, code))
                .orElseGet(() -> open.stream().allMatch(Open::isInHandler) ? raiseOnProcess(code) : null);
    }

    private Optional<Open> deepest(Predicate<Open> condition) {
        return open.stream().filter(condition).max(Comparator.comparingInt(each -> each.around.size()));
    }

    private @Nullable EscalationEventDefinition raiseOnProcess(String code) {
        EscalationEventDefinition handler = ((ScopeImpl) root.getProcessDefinition())
                .getProperties().get(BpmnProperties.ESCALATION_EVENT_DEFINITIONS).stream()
                        .filter(each -> each.getEscalationCode() == null
                                || each.getEscalationCode().equals(code))
                        .findFirst()
                        .orElse(null);
        if (handler != null) {
            root.executeActivity(handler.getEscalationHandler());
        }
        return handler;
    }

    private void collect(ExecutionEntity execution, List<PvmScope> callers) {
        List<ExecutionEntity> children = execution.getExecutions().stream()
                .filter(each -> !each.isEventScope())
                .toList();
        if (!children.isEmpty()) {
            children.forEach(each -> collect(each, callers));
            return;
        }
        if (execution.getActivity() == null || execution.isEnded()) {
            return;
        }
        List<PvmScope> around = new ArrayList<>();
        for (PvmScope scope = execution.getActivity().getFlowScope(); scope != null; scope = scope.getFlowScope()) {
            around.add(scope);
        }
        around.addAll(callers);
        ExecutionEntity called = execution.getSubProcessInstance();
        if (called == null) {
            open.add(new Open(execution, around));
        } else {
            collect(called, around);
        }
    }
}

package io.journeybpm.engine.check;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.EventSubscriptionDeclaration;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;

/** Timers and messages that start a process, which the engine works out as it deploys. */
final class Starts {

    private Starts() {}

    static List<Problem> of(List<ProcessDefinitionEntity> processes) {
        List<Problem> found = new ArrayList<>();
        for (ProcessDefinitionEntity each : processes) {
            timers(each, found);
            events(each, found);
        }
        return found;
    }

    @SuppressWarnings("unchecked") // as the engine's own deployer reads it
    private static void timers(ProcessDefinitionEntity process, List<Problem> found) {
        List<TimerDeclarationImpl> timers =
                (List<TimerDeclarationImpl>) process.getProperty(BpmnParse.PROPERTYNAME_START_TIMER);
        if (timers == null) {
            return;
        }
        for (TimerDeclarationImpl each : timers) {
            try {
                each.resolveAndSetDuedate(null, new TimerEntity(), false);
            } catch (RuntimeException refused) {
                found.add(ProcessTrial.problem(
                        "it doesn't say when to start: " + refused.getMessage(), each.getActivityId()));
            }
        }
    }

    private static void events(ProcessDefinitionEntity process, List<Problem> found) {
        for (EventSubscriptionDeclaration each : process.getProperties()
                .get(BpmnProperties.EVENT_SUBSCRIPTION_DECLARATIONS)
                .values()) {
            if (!each.isStartEvent()) {
                continue;
            }
            try {
                each.resolveExpressionOfEventName(StartProcessVariableScope.getSharedInstance());
            } catch (RuntimeException refused) {
                found.add(ProcessTrial.problem(
                        "it doesn't say by what to start: " + refused.getMessage(), each.getActivityId()));
            }
        }
    }
}

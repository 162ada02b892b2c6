package io.journeybpm.engine;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.jspecify.annotations.Nullable;

/** A process that can't go on behind the touchpoint just completed, said so that its owner can mend it. */
final class Stuck {

    private static final Pattern LACKS =
            Pattern.compile("Unknown property used in expression: (.*?)\\. Cause: (.*)", Pattern.DOTALL);
    private static final Pattern NO_WAY =
            Pattern.compile("No outgoing sequence flow (?:of|for) the element with id '(.*?)' could be");

    private Stuck() {}

    /** What to tell whoever completed it; the failure itself where it is of another kind. */
    static ProcessEngineException explained(ProcessEngineException failure, BpmnModelInstance model) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            String message = String.valueOf(each.getMessage());
            Matcher noWay = NO_WAY.matcher(message);
            if (noWay.find()) {
                return new JourneyRefused("the journey can't go on at '" + noWay.group(1)
                        + "': the condition of none of its flows holds; nothing was recorded");
            }
            Matcher lacks = LACKS.matcher(message);
            if (lacks.find()) {
                String expression = lacks.group(1);
                return new JourneyRefused("the journey can't go on" + place(expression, model) + ": " + expression
                        + " has no value, " + lacks.group(2) + "; send it among the variables; nothing was recorded");
            }
        }
        return failure;
    }

    private static String place(String expression, BpmnModelInstance model) {
        Optional<SequenceFlow> flow = model.getModelElementsByType(SequenceFlow.class).stream()
                .filter(each -> says(each.getConditionExpression(), expression))
                .findFirst();
        return flow.map(each -> " from '" + each.getSource().getId() + "' by '" + each.getId() + "'")
                .orElse("");
    }

    private static boolean says(@Nullable ConditionExpression condition, String expression) {
        return condition != null && condition.getTextContent().strip().equals(expression.strip());
    }
}

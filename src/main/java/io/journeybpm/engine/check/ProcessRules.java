package io.journeybpm.engine.check;

import io.journeybpm.escalation.DecisionTable;
import io.journeybpm.journey.Property;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The process as the engine takes it, and tasks a property makes needless. */
final class ProcessRules implements ModelRules.Group {

    private static final Set<String> TASKS = Set.of("serviceTask", "sendTask", "businessRuleTask");
    private static final Pattern DELEGATE = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");

    @Override
    public void check(Drawing drawing, Findings found) {
        for (Element process : Parts.ours(drawing)) {
            if (isExecutable(process) && process.camunda("historyTimeToLive") == null) {
                found.add("history-time-to-live", process, "absent");
            }
        }
        for (Element journey : Parts.journeys(drawing)) {
            if (!isExecutable(journey)) {
                found.add("executable", journey, "not");
            }
        }
        drawing.elements().stream().filter(Parts::asksPermission).forEach(element -> permission(element, found));
        for (Element element : Parts.inJourneys(drawing)) {
            String purpose = TASKS.contains(element.kind()) ? purposeOf(element) : null;
            if (purpose != null) {
                found.add("technical-task", element, purpose);
            }
        }
    }

    private static void permission(Element element, Findings found) {
        if (element.value(Property.PURPOSE) == null) {
            found.add("permission-step", element, "purpose");
        }
        if (element.value(Property.CHANNEL) == null) {
            found.add("permission-step", element, "channel");
        }
    }

    private static boolean isExecutable(Element process) {
        return "true".equals(process.attribute("isExecutable"));
    }

    private static @Nullable String purposeOf(Element task) {
        String decision = task.camunda("decisionRef");
        boolean decides = task.is("businessRuleTask") && decision != null && decision.startsWith(DecisionTable.GENERIC);
        return switch (decides ? "decideEscalation" : delegate(task)) {
            case "decideEscalation" -> "decide";
            case "handOff" -> task.value(Property.HANDOFF_TO) == null ? "handoff" : null;
            case "recordTouchpoint" -> task.value(Property.TOUCHPOINT) == null ? "record" : null;
            case "promiseNextStep" -> task.value(Property.TOUCHPOINT) == null ? "promise" : null;
            default -> null;
        };
    }

    private static String delegate(Element task) {
        String expression = task.camunda("delegateExpression");
        Matcher delegate = DELEGATE.matcher(expression == null ? "" : expression);
        return delegate.matches() ? delegate.group(1) : "";
    }
}

package io.journeybpm.testing;

import java.util.ArrayList;
import java.util.List;

/** Small BPMN models for tests, put together from strings. */
public final class Bpmn {

    private static final String NAMESPACES = "xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'"
            + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn'"
            + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' targetNamespace='test'";

    private Bpmn() {}

    public static String document(String... processes) {
        StringBuilder codes = new StringBuilder();
        for (String level : List.of("watch", "coordinate", "escalate", "executive")) {
            codes.append("<escalation id='")
                    .append(level)
                    .append("' escalationCode='")
                    .append(level)
                    .append("'/>");
        }
        return "<definitions " + NAMESPACES + "><message id='message' name='answer'/>" + codes
                + String.join("", processes) + "</definitions>";
    }

    public static String process(String key, String... elements) {
        return "<process id='" + key + "' isExecutable='true' camunda:historyTimeToLive='P1D'>"
                + String.join("", elements) + "</process>";
    }

    /** Elements in a row: sequence flows are added between them, a start and an end event around them. */
    public static String row(String prefix, String... elements) {
        List<String> ids = new ArrayList<>(List.of(prefix + "-start"));
        StringBuilder row = new StringBuilder("<startEvent id='" + prefix + "-start'/>");
        for (String element : elements) {
            row.append(element);
            ids.add(element.replaceAll("(?s)^<\\w+ id='([^']+)'.*", "$1"));
        }
        ids.add(prefix + "-end");
        row.append("<endEvent id='").append(prefix).append("-end'/>");
        return row + flow(ids.toArray(String[]::new));
    }

    public static String flow(String... ids) {
        StringBuilder flows = new StringBuilder();
        for (int i = 0; i + 1 < ids.length; i++) {
            flows.append("<sequenceFlow id='").append(ids[i]).append("--").append(ids[i + 1]);
            flows.append("' sourceRef='")
                    .append(ids[i])
                    .append("' targetRef='")
                    .append(ids[i + 1])
                    .append("'/>");
        }
        return flows.toString();
    }

    public static String conditional(String from, String to, String condition) {
        return "<sequenceFlow id='" + from + "--" + to + "' sourceRef='" + from + "' targetRef='" + to
                + "'><conditionExpression xsi:type='tFormalExpression'>" + condition
                + "</conditionExpression></sequenceFlow>";
    }

    public static String phase(String id, String... elements) {
        return "<subProcess id='" + id + "'>" + properties("journey.phase", id) + String.join("", elements)
                + "</subProcess>";
    }

    public static String userTask(String id, String... more) {
        return "<userTask id='" + id + "'>" + String.join("", more) + "</userTask>";
    }

    public static String serviceTask(String id, String... more) {
        return "<serviceTask id='" + id + "' camunda:expression='${true}'>" + String.join("", more) + "</serviceTask>";
    }

    /** What makes an element a touchpoint; more properties as name, value. */
    public static String touchpoint(String channel, String party, String... more) {
        List<String> all = new ArrayList<>(List.of(
                "journey.touchpoint",
                "Touchpoint",
                "journey.channel",
                channel,
                "journey.party",
                party,
                "journey.direction",
                "outbound"));
        all.addAll(List.of(more));
        return properties(all.toArray(String[]::new));
    }

    public static String properties(String... namesAndValues) {
        StringBuilder list = new StringBuilder("<extensionElements><camunda:properties>");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            list.append("<camunda:property name='").append(namesAndValues[i]);
            list.append("' value='").append(namesAndValues[i + 1]).append("'/>");
        }
        return list + "</camunda:properties></extensionElements>";
    }

    public static String multiInstance(boolean sequential, String collection, String element) {
        return "<multiInstanceLoopCharacteristics isSequential='" + sequential + "' camunda:collection='" + collection
                + "' camunda:elementVariable='" + element + "'/>";
    }

    /** An event sub-process that handles a level; {@code code} null: every level. */
    public static String handler(String id, String code, boolean interrupting, String element) {
        String ref = code == null ? "" : " escalationRef='" + code + "'";
        String inside = element.replaceAll("(?s)^<\\w+ id='([^']+)'.*", "$1");
        return "<subProcess id='" + id + "' triggeredByEvent='true'><startEvent id='" + id + "-start' isInterrupting='"
                + interrupting + "'><escalationEventDefinition" + ref + "/></startEvent>" + element + "<endEvent id='"
                + id + "-end'/>" + flow(id + "-start", inside, id + "-end") + "</subProcess>";
    }
}

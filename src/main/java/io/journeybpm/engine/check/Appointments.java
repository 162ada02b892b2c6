package io.journeybpm.engine.check;

import io.journeybpm.journey.Property;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Who says when a touchpoint comes. */
final class Appointments {

    private static final Pattern FLOW_NODE =
            Pattern.compile(".*(?:[tT]ask|Event|Gateway|[sS]ubProcess|transaction|callActivity)");

    private Appointments() {}

    /** Whether somebody says here when the next step comes: a promise with a window, or a form that asks for it. */
    static boolean canPromise(Element step) {
        return step.value(Property.PROMISE_WITHIN) != null
                || step.camunda("formKey") != null
                || step.camunda("formRef") != null
                || step.extensions("formData").findAny().isPresent();
    }

    /**
     * The touchpoints and handoffs that come directly before an element. A path on which a timer, a message or a called
     * process comes first ends there: these know when.
     */
    static List<Element> stepsBefore(Element element, Drawing drawing) {
        Set<Element> found = new HashSet<>();
        Set<Element> seen = new HashSet<>();
        Deque<Element> next = new ArrayDeque<>(before(element));
        while (!next.isEmpty()) {
            Element node = next.pop();
            if (!seen.add(node)) {
                continue;
            }
            if (node.value(Property.TOUCHPOINT) != null || node.value(Property.HANDOFF_TO) != null) {
                found.add(node);
            } else if (!knowsWhen(node)) {
                behind(node).forEach(next::push);
            }
        }
        return drawing.elements().stream().filter(found::contains).toList();
    }

    private static boolean knowsWhen(Element node) {
        return node.is("callActivity", "receiveTask")
                || node.events().contains("timer")
                || node.events().contains("message");
    }

    private static List<Element> behind(Element node) {
        List<Element> ends = node.isEmbedded()
                ? node.children.stream().filter(Appointments::isEnd).toList()
                : List.of();
        return ends.isEmpty() ? before(node) : ends;
    }

    private static boolean isEnd(Element child) {
        return child.following.isEmpty()
                && !child.isEventSubProcess()
                && FLOW_NODE.matcher(child.kind()).matches();
    }

    private static List<Element> before(Element element) {
        if (element.attachedTo != null) {
            return List.of(element.attachedTo);
        }
        Element from = element;
        while (from.preceding.isEmpty()
                && from.parent() != null
                && from.parent().isEmbedded()) {
            from = from.parent();
        }
        return from.preceding;
    }
}

package io.journeybpm.engine;

import io.journeybpm.journey.Property;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.jspecify.annotations.Nullable;

/** Who meets the customer next, as far as the model says: along the flows, through gateways, events and borders of phases. */
final class Following {

    private final Set<String> parties = new HashSet<>();
    private final Set<FlowNode> seen = new HashSet<>();
    private final Deque<FlowNode> next = new ArrayDeque<>();
    private boolean doubtful;

    private Following() {}

    /** The only party that can come next; none if there are several, or one that only a running case knows. */
    static @Nullable String party(FlowNode from) {
        Following following = new Following();
        following.onward(from);
        while (!following.next.isEmpty()) {
            following.visit(following.next.pop());
        }
        return following.doubtful || following.parties.size() != 1
                ? null
                : following.parties.iterator().next();
    }

    private void visit(FlowNode node) {
        if (!seen.add(node)) {
            return;
        }
        Map<String, String> properties = JourneyReader.properties(node);
        if (properties.containsKey(Property.HANDOFF_TO) && !properties.containsKey(Property.TOUCHPOINT)) {
            comes(properties.get(Property.HANDOFF_TO));
        } else if (properties.containsKey(Property.TOUCHPOINT)) {
            comes(properties.get(Property.PARTY));
        } else if (node instanceof SubProcess inner) {
            starts(inner);
        } else if (node instanceof EndEvent && node.getParentElement() instanceof SubProcess around) {
            if (!around.triggeredByEvent()) {
                onward(around);
            }
        } else {
            onward(node);
        }
    }

    private void comes(@Nullable String party) {
        if (party == null || Property.isExpression(party)) {
            doubtful = true;
        } else {
            parties.add(party);
        }
    }

    private void starts(SubProcess inner) {
        Collection<FlowElement> elements = inner.getFlowElements();
        List<StartEvent> starts = elements.stream()
                .filter(StartEvent.class::isInstance)
                .map(StartEvent.class::cast)
                .toList();
        doubtful |= starts.isEmpty();
        starts.forEach(next::push);
    }

    private void onward(FlowNode node) {
        node.getParentElement().getChildElementsByType(SequenceFlow.class).stream()
                .filter(flow -> node.equals(flow.getSource()) && flow.getTarget() != null)
                .map(SequenceFlow::getTarget)
                .forEach(next::push);
    }
}

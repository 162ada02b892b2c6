package io.journeybpm.engine;

import io.journeybpm.journey.FactField;
import io.journeybpm.journey.Handoff;
import io.journeybpm.journey.Journey;
import io.journeybpm.journey.Phase;
import io.journeybpm.journey.Property;
import io.journeybpm.journey.Touchpoint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** Reads the planned journey from a BPMN model. */
final class JourneyReader {

    private final List<Phase> phases = new ArrayList<>();
    private final List<Touchpoint> touchpoints = new ArrayList<>();
    private final List<Handoff> handoffs = new ArrayList<>();
    private final boolean gated;

    private JourneyReader(boolean gated) {
        this.gated = gated;
    }

    /** Reads one process of a model. */
    static Journey read(BpmnModelInstance model, String definition, String key, int version) {
        Process process = model.getModelElementsByType(Process.class).stream()
                .filter(each -> key.equals(each.getId()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the model has no process '" + key + "'"));
        JourneyReader reader = new JourneyReader(isGated(process));
        reader.read(process.getFlowElements(), null);
        return new Journey(
                definition,
                key,
                version,
                Objects.requireNonNullElse(process.getName(), key),
                List.copyOf(reader.phases),
                List.copyOf(reader.touchpoints),
                List.copyOf(reader.handoffs),
                list(properties(process).get(Property.REASONS)));
    }

    private void read(Collection<FlowElement> elements, @Nullable Phase phase) {
        for (FlowElement element : elements) {
            Map<String, String> properties = properties(element);
            Phase inner = phase;
            if (element instanceof SubProcess && properties.containsKey(Property.PHASE)) {
                inner = new Phase(element.getId(), properties.get(Property.PHASE));
                phases.add(inner);
            }
            Handoff handoff = handoff(element, properties, phase);
            if (handoff != null) {
                handoffs.add(handoff);
            }
            if (element instanceof FlowNode node && properties.containsKey(Property.TOUCHPOINT)) {
                touchpoints.add(touchpoint(node, properties, phase, handoff));
            }
            if (element instanceof SubProcess subProcess) {
                read(subProcess.getFlowElements(), inner);
            }
        }
    }

    /** Whether any of its visits has a gate. */
    private static boolean isGated(BaseElement around) {
        return around.getChildElementsByType(FlowElement.class).stream()
                .anyMatch(each -> visitGate(properties(each)) != null || isGated(each));
    }

    /** A gate that only warns is none. */
    private static @Nullable String visitGate(Map<String, String> properties) {
        String gate = properties.get(Property.VISIT_GATE);
        return "warn".equals(gate) ? null : gate;
    }

    private Touchpoint touchpoint(
            FlowNode node, Map<String, String> properties, @Nullable Phase phase, @Nullable Handoff handoff) {
        return new Touchpoint(
                node.getId(),
                properties.get(Property.TOUCHPOINT),
                node.getElementType().getTypeName(),
                phase == null ? null : phase.id(),
                properties.get(Property.CHANNEL),
                properties.get(Property.PARTY),
                properties.get(Property.DIRECTION),
                properties.get(Property.MOMENT),
                properties.get(Property.COUNTS),
                properties.get(Property.COST_COMPANY),
                properties.get(Property.COST_CUSTOMER),
                properties.get(Property.PROMISE),
                properties.get(Property.PROMISE_WITHIN),
                handoff,
                Following.party(node),
                list(properties.get(Property.FIELDS)),
                isRecurring(node),
                Boolean.parseBoolean(properties.get(Property.REVIEW)),
                properties.get(Property.PURPOSE),
                facts(properties.get(Property.FACTS)),
                visitGate(properties),
                properties.get(Property.CUSTOMER_TITLE),
                properties.get(Property.CUSTOMER_WHY),
                gated);
    }

    private static @Nullable Handoff handoff(
            FlowElement element, Map<String, String> properties, @Nullable Phase phase) {
        String to = properties.get(Property.HANDOFF_TO);
        if (to == null) {
            return null;
        }
        return new Handoff(
                element.getId(),
                Objects.requireNonNullElse(element.getName(), to),
                phase == null ? null : phase.id(),
                properties.getOrDefault(Property.HANDOFF_FROM, properties.get(Property.PARTY)),
                to,
                list(properties.get(Property.HANDOFF_REQUIRES)),
                properties.getOrDefault(Property.HANDOFF_GATE, "warn"),
                properties.get(Property.PROMISE),
                properties.get(Property.PROMISE_WITHIN));
    }

    /** The extension properties of an element. */
    static Map<String, String> properties(BaseElement element) {
        Map<String, String> found = new HashMap<>();
        if (element.getExtensionElements() == null) {
            return found;
        }
        for (ModelElementInstance extension : element.getExtensionElements().getElements()) {
            if (extension instanceof CamundaProperties list) {
                for (CamundaProperty each : list.getCamundaProperties()) {
                    String value = each.getCamundaValue();
                    if (each.getCamundaName() != null && value != null && !value.isBlank()) {
                        found.put(each.getCamundaName(), value.strip());
                    }
                }
            }
        }
        return found;
    }

    /** A comma list as owners write it. */
    static List<String> list(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .toList();
    }

    /** Facts as owners write them: {@code occasion: arrival serving, allergy: serving, address}. */
    private static List<FactField> facts(@Nullable String text) {
        return list(text).stream()
                .map(each -> each.split(":", 2))
                .map(each -> new FactField(
                        each[0].strip(),
                        each.length == 1
                                ? List.of()
                                : Arrays.stream(each[1].strip().split("\\s+"))
                                        .filter(place -> !place.isEmpty())
                                        .toList()))
                .filter(each -> !each.variable().isEmpty())
                .toList();
    }

    /** Whether the model itself times the loop an element, or a sub-process around it, lies in. */
    private static boolean isRecurring(FlowNode node) {
        Set<FlowNode> onward = reach(node, true);
        Set<FlowNode> backward = reach(node, false);
        boolean timed = onward.stream().filter(backward::contains).anyMatch(JourneyReader::isTimer);
        return timed || node.getParentElement() instanceof SubProcess around && isRecurring(around);
    }

    private static boolean isTimer(FlowNode node) {
        return node instanceof IntermediateCatchEvent event
                && event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
    }

    private static Set<FlowNode> reach(FlowNode start, boolean onward) {
        Collection<SequenceFlow> flows = start.getParentElement().getChildElementsByType(SequenceFlow.class);
        Set<FlowNode> reached = new HashSet<>();
        Deque<FlowNode> next = new ArrayDeque<>(List.of(start));
        while (!next.isEmpty()) {
            FlowNode node = next.pop();
            flows.stream()
                    .filter(flow -> node.equals(onward ? flow.getSource() : flow.getTarget()))
                    .map(flow -> onward ? flow.getTarget() : flow.getSource())
                    .filter(reached::add)
                    .forEach(next::push);
        }
        return reached;
    }
}

package io.journeybpm.engine;

import io.journeybpm.journey.Property;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/** An element as drawn: its XML, read for what a journey needs. */
final class Drawn {

    private static final String EXTENSIONS = "extensionElements";
    private static final String ESCALATION = "escalationEventDefinition";

    private final Element xml;
    private final Map<String, String> properties = new HashMap<>();

    private Drawn(Element xml) {
        this.xml = xml;
        Element extensions = xml.element(EXTENSIONS);
        Element list =
                extensions == null ? null : extensions.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties");
        if (list != null) {
            for (Element each : list.elements()) {
                String value = each.attribute("value");
                if (each.attribute("name") != null && value != null && !value.isBlank()) {
                    properties.put(each.attribute("name"), value.strip());
                }
            }
        }
    }

    /** Collects every element that has an id. */
    static void collect(Element xml, Map<String, Drawn> found) {
        if (xml.attribute("id") != null) {
            found.put(xml.attribute("id"), new Drawn(xml));
        }
        xml.elements().forEach(each -> collect(each, found));
    }

    Element xml() {
        return xml;
    }

    String id() {
        return xml.attribute("id");
    }

    String kind() {
        return xml.getTagName();
    }

    @Nullable
    String attribute(String name) {
        return xml.attribute(name);
    }

    boolean has(String property) {
        return properties.containsKey(property);
    }

    String property(String name) {
        return properties.getOrDefault(name, "");
    }

    /** Whether leaving it is a step of the journey. */
    boolean isStep() {
        return has(Property.TOUCHPOINT)
                || has(Property.HANDOFF_TO)
                || JourneyDelegates.asksTheDecision(
                        xml.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "delegateExpression"));
    }

    /** The escalation its event definition, or that of the start event in it, refers to. */
    Optional<String> escalation() {
        return Stream.concat(Stream.of(xml), xml.elements("startEvent").stream())
                .map(each -> each.element(ESCALATION))
                .filter(Objects::nonNull)
                .map(definition -> definition.attribute("escalationRef"))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Whether it handles an escalation: an event sub-process begun by one, or a boundary event for one. */
    boolean isEscalationHandler() {
        if ("boundaryEvent".equals(kind())) {
            return xml.element(ESCALATION) != null;
        }
        return "true".equals(xml.attribute("triggeredByEvent"))
                && xml.elements("startEvent").stream().anyMatch(start -> start.element(ESCALATION) != null);
    }

    /** The element this one cancels when it happens; an escalation comes only after the touchpoint was recorded. */
    Optional<String> interrupts() {
        boolean interrupting = "boundaryEvent".equals(kind())
                && !"false".equals(xml.attribute("cancelActivity"))
                && xml.element(ESCALATION) == null
                && xml.element("compensateEventDefinition") == null;
        return interrupting ? Optional.ofNullable(xml.attribute("attachedToRef")) : Optional.empty();
    }
}

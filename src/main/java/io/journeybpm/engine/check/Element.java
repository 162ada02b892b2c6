package io.journeybpm.engine.check;

import static org.camunda.bpm.model.bpmn.impl.BpmnModelConstants.BPMN20_NS;
import static org.camunda.bpm.model.bpmn.impl.BpmnModelConstants.CAMUNDA_NS;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.jspecify.annotations.Nullable;

/**
 * An element of a model as written. Read from the XML and not through the model's types, which refuse to show a model
 * whose references lead nowhere.
 */
final class Element {

    private static final String EXTENSIONS = "extensionElements";
    private static final String EVENT_DEFINITION = "EventDefinition";

    private final DomElement xml;
    private final @Nullable Element parent;
    private final Map<String, String> properties = new LinkedHashMap<>();

    final List<Element> children = new ArrayList<>();
    final List<Element> preceding = new ArrayList<>();
    final List<Element> following = new ArrayList<>();
    final List<Element> boundaries = new ArrayList<>();

    @Nullable
    Element attachedTo;

    /** The code of the escalation an event definition refers to. */
    @Nullable
    String escalationCode;

    Element(DomElement xml, @Nullable Element parent) {
        this.xml = xml;
        this.parent = parent;
        extensions("properties")
                .flatMap(list -> list.getChildElements().stream())
                .filter(each -> isCamunda(each, "property"))
                .forEach(this::readProperty);
    }

    private void readProperty(DomElement property) {
        String name = property.getAttribute("name");
        String value = stripped(property.getAttribute("value"));
        if (name != null && !name.isEmpty()) {
            properties.merge(name, value == null ? "" : value, (before, now) -> now.isEmpty() ? before : now);
        }
    }

    /** The BPMN elements directly in it, as XML. */
    List<DomElement> contained() {
        return xml.getChildElements().stream()
                .filter(each -> BPMN20_NS.equals(each.getNamespaceURI()))
                .filter(each -> !EXTENSIONS.equals(each.getLocalName()))
                .toList();
    }

    @Nullable
    Element parent() {
        return parent;
    }

    String kind() {
        return xml.getLocalName();
    }

    boolean is(String... kinds) {
        return List.of(kinds).contains(kind());
    }

    @Nullable
    String id() {
        String id = xml.getAttribute("id");
        return id == null || id.isEmpty() ? null : id;
    }

    /** The id a finding names: its own, or that of the nearest element around it that has one. */
    @Nullable
    String place() {
        return around(true)
                .map(Element::id)
                .filter(id -> id != null)
                .findFirst()
                .orElse(null);
    }

    @Nullable
    String name() {
        return attribute("name");
    }

    /** What people call it. */
    String label() {
        String name = name();
        String id = id();
        return name != null ? name : id != null ? id : kind();
    }

    /** An attribute of BPMN; null where it is absent or blank. */
    @Nullable
    String attribute(String name) {
        return stripped(xml.getAttribute(name));
    }

    /** An attribute of the Camunda namespace; null where it is absent or blank. */
    @Nullable
    String camunda(String name) {
        return stripped(xml.getAttribute(CAMUNDA_NS, name));
    }

    /** Whether a BPMN attribute that is true unless said otherwise is true. */
    boolean isUnlessSaid(String attribute) {
        String value = attribute(attribute);
        return value == null || "true".equals(value);
    }

    /** The Camunda extension elements of one kind, such as camunda:in. */
    Stream<DomElement> extensions(String kind) {
        return xml.getChildElements().stream()
                .filter(each -> EXTENSIONS.equals(each.getLocalName()))
                .flatMap(list -> list.getChildElements().stream())
                .filter(each -> isCamunda(each, kind));
    }

    private static boolean isCamunda(DomElement each, String kind) {
        return CAMUNDA_NS.equals(each.getNamespaceURI()) && kind.equals(each.getLocalName());
    }

    Stream<String> propertyNames() {
        return properties.keySet().stream();
    }

    /** Whether a property is written here, be it blank. */
    boolean has(String property) {
        return properties.containsKey(property);
    }

    /** A property's value; null where it is absent or blank, which the engine takes for the same. */
    @Nullable
    String value(String property) {
        return stripped(properties.get(property));
    }

    /** A property's value, empty where it has none. */
    String text(String property) {
        return properties.getOrDefault(property, "");
    }

    Stream<Element> definitions() {
        return children.stream().filter(child -> child.kind().endsWith(EVENT_DEFINITION));
    }

    /** The kinds of its event definitions, such as message or timer. */
    List<String> events() {
        return definitions()
                .map(definition -> definition.kind().replace(EVENT_DEFINITION, ""))
                .toList();
    }

    boolean isEventSubProcess() {
        return is("subProcess") && "true".equals(attribute("triggeredByEvent"));
    }

    /** A sub-process that is part of the flow around it. */
    boolean isEmbedded() {
        return is("subProcess", "transaction") && !isEventSubProcess();
    }

    /** The elements around it, innermost first. */
    Stream<Element> around() {
        return around(false);
    }

    private Stream<Element> around(boolean itselfToo) {
        return Stream.iterate(itselfToo ? this : parent, each -> each != null, Element::parent);
    }

    /** Whether it is the other element or lies in it at any depth. */
    boolean isIn(Element outer) {
        return around(true).anyMatch(each -> each == outer);
    }

    static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

package io.journeybpm.engine.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.jspecify.annotations.Nullable;

/** A model as drawn: its elements and what leads where. */
final class Drawing {

    private final List<Element> elements = new ArrayList<>();
    private final Map<String, Element> byId = new HashMap<>();

    Drawing(BpmnModelInstance model) {
        read(model.getDocument().getRootElement());
        elements.forEach(element -> {
            if (element.id() != null) {
                byId.putIfAbsent(element.id(), element);
            }
        });
        elements.forEach(this::connect);
    }

    private record Unread(DomElement xml, @Nullable Element parent) {}

    /** Without recursion: how deep a model is nested is not ours to decide. */
    private void read(@Nullable DomElement root) {
        Deque<Unread> unread = new ArrayDeque<>();
        if (root != null) {
            unread.push(new Unread(root, null));
        }
        while (!unread.isEmpty()) {
            Unread next = unread.pop();
            Element element = new Element(next.xml, next.parent);
            elements.add(element);
            if (next.parent != null) {
                next.parent.children.add(element);
            }
            List<DomElement> contained = element.contained();
            for (int i = contained.size() - 1; i >= 0; i--) {
                unread.push(new Unread(contained.get(i), element));
            }
        }
    }

    private void connect(Element element) {
        if (element.is("sequenceFlow")) {
            Element source = referred(element, "sourceRef");
            Element target = referred(element, "targetRef");
            if (source != null && target != null && source.parent() == target.parent()) {
                source.following.add(target);
                target.preceding.add(source);
            }
        } else if (element.is("boundaryEvent")) {
            Element activity = referred(element, "attachedToRef");
            if (activity != null && activity.parent() == element.parent()) {
                element.attachedTo = activity;
                activity.boundaries.add(element);
            }
        } else if (element.is("escalationEventDefinition")) {
            Element escalation = referred(element, "escalationRef");
            element.escalationCode = escalation == null ? null : escalation.attribute("escalationCode");
        }
    }

    private @Nullable Element referred(Element element, String attribute) {
        String reference = element.attribute(attribute);
        return reference == null ? null : byId.get(reference.substring(reference.indexOf(':') + 1));
    }

    /** All elements, in the order they are written. */
    List<Element> elements() {
        return elements;
    }

    Stream<Element> in(Element scope) {
        return elements.stream().filter(element -> element.isIn(scope));
    }

    List<Element> processes() {
        return elements.stream().filter(element -> element.is("process")).toList();
    }
}

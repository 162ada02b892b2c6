package io.journeybpm.engine.check;

import static io.journeybpm.engine.check.Wording.isOneOf;
import static io.journeybpm.journey.Property.isExpression;

import io.journeybpm.journey.Direction;
import io.journeybpm.journey.Property;
import java.util.List;
import java.util.Map;

/** What follows what: loops, appointments, and the case where another process is called. */
final class FlowRules implements ModelRules.Group {

    /** Steps of a loop named in the message; more would hide what is wrong. */
    private static final int NAMED = 3;

    private final RuleBook book;

    FlowRules(RuleBook book) {
        this.book = book;
    }

    @Override
    public void check(Drawing drawing, Findings found) {
        Loops.in(drawing).forEach(loop -> {
            if (!loop.hasWayOut()) {
                found.add("loop-way-out", loop.elements().get(0), "endless", Map.of("steps", named(loop)));
            }
            loop.phase().ifPresent(phase -> found.add("loop-in-phase", phase, "around"));
        });
        for (Element element : Parts.inJourneys(drawing)) {
            if (element.is("callActivity") && !handsOnTheCase(element)) {
                found.add("call-business-key", element, "absent");
            }
            if (needsAppointment(element)) {
                Appointments.stepsBefore(element, drawing).stream()
                        .filter(step -> !Appointments.canPromise(step))
                        .findFirst()
                        .ifPresent(silent ->
                                found.add("outbound-when", element, "unknown", Map.of("before", silent.label())));
            }
        }
    }

    private static List<String> named(Loops.Loop loop) {
        List<String> labels = loop.elements().stream()
                .filter(element -> element.name() != null)
                .map(Element::label)
                .toList();
        return (labels.isEmpty() ? loop.elements().stream().map(Element::label) : labels.stream())
                .limit(NAMED)
                .toList();
    }

    private static boolean handsOnTheCase(Element call) {
        return call.extensions("in").anyMatch(mapping -> Element.stripped(mapping.getAttribute("businessKey")) != null);
    }

    private boolean needsAppointment(Element element) {
        String channel = element.text(Property.CHANNEL);
        return Parts.isTouchpoint(element)
                && Direction.OUTBOUND.word().equalsIgnoreCase(element.text(Property.DIRECTION))
                && !isExpression(channel)
                && !isOneOf(channel, book.words("oneWay"))
                && element.camunda("dueDate") == null
                && element.camunda("followUpDate") == null;
    }
}

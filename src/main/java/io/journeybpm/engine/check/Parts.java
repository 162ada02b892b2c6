package io.journeybpm.engine.check;

import io.journeybpm.journey.Property;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which elements are parts of a journey, and which parts they can be. */
final class Parts {

    private static final String PROPERTY_START = "journey.";
    private static final String HANDOFF_START = "journey.handoff.";

    private static final Set<String> TOUCHPOINT_TASKS = Set.of("userTask", "serviceTask", "sendTask", "receiveTask");

    /** Tasks that hand over when they are left; a user task does so only as a touchpoint. */
    private static final Set<String> HANDOFF_TASKS =
            Set.of("serviceTask", "sendTask", "receiveTask", "businessRuleTask", "scriptTask", "manualTask", "task");

    private static final Set<String> EVENTS =
            Set.of("startEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent", "endEvent");

    private static final Pattern ASKS_PERMISSION = Pattern.compile("[$#]\\{\\s*askContactPermission\\s*}");

    private Parts() {}

    private static boolean isMessageEvent(Element element) {
        return EVENTS.contains(element.kind()) && element.events().contains("message");
    }

    /** Whether the customer can be met at this kind of element. */
    static boolean canBeTouchpoint(Element element) {
        return TOUCHPOINT_TASKS.contains(element.kind()) || isMessageEvent(element);
    }

    static boolean isTouchpoint(Element element) {
        return element.has(Property.TOUCHPOINT) && canBeTouchpoint(element);
    }

    static List<Element> touchpoints(Drawing drawing) {
        return drawing.elements().stream().filter(Parts::isTouchpoint).toList();
    }

    /** An end event without a symbol ends its path before anything can be handed over. */
    static boolean canHandOff(Element element) {
        if (isTouchpoint(element) || isMessageEvent(element) || HANDOFF_TASKS.contains(element.kind())) {
            return true;
        }
        List<String> events = element.events();
        return events.stream().allMatch("signal"::equals)
                && (element.is("intermediateThrowEvent") || element.is("endEvent") && !events.isEmpty());
    }

    /** Whether anything about a handoff is said here. */
    static boolean saysHandoff(Element element) {
        return element.propertyNames().anyMatch(name -> name.startsWith(HANDOFF_START) && element.value(name) != null);
    }

    static boolean isPhase(Element element) {
        return element.has(Property.PHASE) && element.isEmbedded();
    }

    /** Whether it asks if the customer may be contacted, instead of contacting the customer. */
    static boolean asksPermission(Element element) {
        String delegate = element.camunda("delegateExpression");
        return element.is("serviceTask")
                && delegate != null
                && ASKS_PERMISSION.matcher(delegate).matches();
    }

    /** The phase an element lies in. */
    static @Nullable Element phaseOf(Element element) {
        return element.around().filter(Parts::isPhase).findFirst().orElse(null);
    }

    static boolean isJourneyProperty(String name) {
        return name.strip().toLowerCase(Locale.ROOT).startsWith(PROPERTY_START);
    }

    /** Processes that use our properties; what others draw is none of our business. */
    static List<Element> ours(Drawing drawing) {
        return drawing.processes().stream()
                .filter(process -> drawing.in(process)
                        .anyMatch(element -> element.propertyNames().anyMatch(Parts::isJourneyProperty)))
                .toList();
    }

    /** Processes with a phase. */
    static List<Element> journeys(Drawing drawing) {
        return drawing.processes().stream()
                .filter(process -> drawing.in(process).anyMatch(element -> element.has(Property.PHASE)))
                .toList();
    }

    /** All elements of all journeys. */
    static List<Element> inJourneys(Drawing drawing) {
        Stream<Element> found = journeys(drawing).stream().flatMap(drawing::in);
        return found.toList();
    }
}

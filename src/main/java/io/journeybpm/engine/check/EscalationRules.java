package io.journeybpm.engine.check;

import io.journeybpm.journey.Property;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Who acts when a case escalates. */
final class EscalationRules implements ModelRules.Group {

    private final RuleBook book;
    private final Wording wording;

    EscalationRules(RuleBook book, Wording wording) {
        this.book = book;
        this.wording = wording;
    }

    @Override
    public void check(Drawing drawing, Findings found) {
        for (Element journey : Parts.journeys(drawing)) {
            boolean handled =
                    drawing.in(journey).anyMatch(element -> handles(element).isPresent());
            if (!handled && journey.value(Property.ESCALATION) == null) {
                found.add("escalation-handler", journey, "absent");
            }
        }
        Parts.inJourneys(drawing).forEach(element -> codeOf(element).ifPresent(code -> slip(element, code, found)));
        Parts.ours(drawing).stream().flatMap(drawing::in).forEach(scope -> {
            together(scope.children.stream().filter(Element::isEventSubProcess), found);
            together(scope.boundaries.stream(), found);
        });
    }

    /** A code of the owner's own is fine; one letter in three wrong is a slip. */
    private void slip(Element element, String code, Findings found) {
        List<String> levels = book.words("levels");
        String hint = levels.contains(code) ? "" : wording.didYouMean(code, levels, Wording.THIRD, 0);
        if (!hint.isEmpty()) {
            found.add("escalation-code", element, "near", Map.of("value", code, "didYouMean", hint));
        }
    }

    private static void together(Stream<Element> beside, Findings found) {
        List<Element> handlers =
                beside.filter(element -> handles(element).isPresent()).toList();
        Predicate<Element> withCode =
                handler -> handles(handler).flatMap(EscalationRules::codeOf).isPresent();
        if (handlers.stream().anyMatch(withCode)) {
            handlers.stream()
                    .filter(withCode.negate())
                    .forEach(handler -> found.add("escalation-scope", handler, "both"));
        }
    }

    /** The event that makes an element a handler: a boundary event itself, or an event sub-process's start. */
    private static Optional<Element> handles(Element element) {
        if (element.isEventSubProcess()) {
            return element.children.stream()
                    .filter(child -> child.is("startEvent") && isEscalation(child))
                    .findFirst();
        }
        return Optional.of(element).filter(each -> each.is("boundaryEvent") && isEscalation(each));
    }

    private static boolean isEscalation(Element event) {
        return event.events().contains("escalation");
    }

    private static Optional<String> codeOf(Element event) {
        return event.definitions()
                .filter(definition -> definition.is("escalationEventDefinition"))
                .findFirst()
                .flatMap(definition -> Optional.ofNullable(definition.escalationCode));
    }
}

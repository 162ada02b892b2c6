package io.journeybpm.engine.check;

import io.journeybpm.journey.Property;
import java.util.List;
import java.util.Map;

/** Phases: what they are drawn as, and how many there may be. */
final class PhaseRules implements ModelRules.Group {

    private final RuleBook book;

    PhaseRules(RuleBook book) {
        this.book = book;
    }

    @Override
    public void check(Drawing drawing, Findings found) {
        for (Element element : drawing.elements()) {
            if (element.has(Property.PHASE)) {
                check(element, found);
            }
        }
        Parts.journeys(drawing).forEach(journey -> count(journey, drawing, found));
    }

    private static void check(Element element, Findings found) {
        if (element.value(Property.PHASE) == null) {
            found.add("phase-title", element, "blank");
        }
        if (!element.isEmbedded()) {
            found.add("phase-element", element, "wrong");
            return;
        }
        Element outer = Parts.phaseOf(element);
        if (outer != null) {
            String title = outer.value(Property.PHASE);
            found.add("phase-nested", element, "nested", Map.of("outer", title == null ? outer.label() : title));
        }
    }

    private void count(Element journey, Drawing drawing, Findings found) {
        List<Element> phases = drawing.in(journey).filter(Parts::isPhase).toList();
        List<Element> touchpoints =
                drawing.in(journey).filter(Parts::isTouchpoint).toList();
        if (phases.size() > book.limit("phases")) {
            found.add("too-many-phases", journey, "journey", Map.of("count", phases.size()));
        }
        if (touchpoints.size() > book.limit("touchpointsInJourney")) {
            found.add("too-many-touchpoints", journey, "journey", Map.of("count", touchpoints.size()));
        }
        for (Element phase : phases) {
            long count = touchpoints.stream()
                    .filter(each -> Parts.phaseOf(each) == phase)
                    .count();
            if (count > book.limit("touchpointsInPhase")) {
                found.add("too-many-touchpoints", phase, "phase", Map.of("count", count));
            }
        }
    }
}

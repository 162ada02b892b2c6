package io.journeybpm.engine.check;

import io.journeybpm.journey.Property;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Properties: whether we know them, and whether they stand where they are read. */
final class PropertyRules implements ModelRules.Group {

    private static final String START = "journey.";

    private static final Set<String> OF_TOUCHPOINT = Set.of(
            Property.CHANNEL,
            Property.DIRECTION,
            Property.MOMENT,
            Property.COUNTS,
            Property.PURPOSE,
            Property.COST_COMPANY,
            Property.COST_CUSTOMER,
            Property.FACTS,
            Property.VISIT_GATE,
            Property.CUSTOMER_TITLE,
            Property.CUSTOMER_WHY,
            Property.FIELDS);
    private static final Set<String> OF_PROCESS = Set.of(Property.ESCALATION, Property.REASONS);
    private static final Set<String> OF_PERMISSION = Set.of(Property.CHANNEL, Property.PURPOSE, Property.PARTY);
    private static final Set<String> OF_STEP = Set.of(Property.PARTY, Property.PROMISE, Property.PROMISE_WITHIN);

    private final RuleBook book;
    private final Wording wording;

    PropertyRules(RuleBook book, Wording wording) {
        this.book = book;
        this.wording = wording;
    }

    @Override
    public void check(Drawing drawing, Findings found) {
        for (Element element : drawing.elements()) {
            element.propertyNames().filter(Parts::isJourneyProperty).forEach(property -> {
                known(property, element, found);
                String problem = element.value(property) == null ? null : misplaced(property, element);
                if (problem != null) {
                    found.add("property-place", element, problem, Map.of("property", property));
                }
            });
        }
    }

    private void known(String property, Element element, Findings found) {
        if (!book.words("properties").contains(property)) {
            String hint = wording.didYouMean(property, book.words("properties"), Wording.HALF, START.length());
            found.add("property-unknown", element, "unknown", Map.of("property", property, "didYouMean", hint));
        }
    }

    private static @Nullable String misplaced(String property, Element element) {
        if (property.equals(Property.REVIEW)) {
            return element.is("userTask") ? null : "review";
        }
        if (OF_PROCESS.contains(property)) {
            return element.is("process") ? null : "process";
        }
        if (element.has(Property.TOUCHPOINT) || OF_PERMISSION.contains(property) && Parts.asksPermission(element)) {
            return null;
        }
        if (OF_TOUCHPOINT.contains(property)) {
            return "touchpoint";
        }
        return OF_STEP.contains(property) && !Parts.saysHandoff(element) && !isGroupOfReview(property, element)
                ? "step"
                : null;
    }

    /** A review's task goes to its party, as a touchpoint's does. */
    private static boolean isGroupOfReview(String property, Element element) {
        return property.equals(Property.PARTY) && element.is("userTask") && element.value(Property.REVIEW) != null;
    }
}

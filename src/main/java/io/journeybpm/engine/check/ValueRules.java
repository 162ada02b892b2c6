package io.journeybpm.engine.check;

import static io.journeybpm.engine.check.Wording.isOneOf;
import static io.journeybpm.journey.Property.isExpression;

import io.journeybpm.journey.Money;
import io.journeybpm.journey.Property;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values of properties: words, durations, costs and names of answers. */
final class ValueRules implements ModelRules.Group {

    /** The vocabulary of each property that has one and isn't judged elsewhere. */
    private static final Map<String, String> VOCABULARIES = Map.of(
            Property.MOMENT, "moments",
            Property.COUNTS, "answers",
            Property.PURPOSE, "purposes",
            Property.HANDOFF_GATE, "gates",
            Property.VISIT_GATE, "gates",
            Property.REVIEW, "answers",
            Property.ESCALATION, "escalations");

    /** The engine needs these before any case runs, so that they can't be expressions. */
    private static final Set<String> FIXED = Set.of(Property.REVIEW, Property.ESCALATION);

    private final RuleBook book;
    private final Wording wording;

    ValueRules(RuleBook book, Wording wording) {
        this.book = book;
        this.wording = wording;
    }

    @Override
    public void check(Drawing drawing, Findings found) {
        for (Element element : drawing.elements()) {
            VOCABULARIES.forEach((property, vocabulary) -> word(element, property, book.words(vocabulary), found));
            duration(element, found);
            cost(element, Property.COST_COMPANY, found);
            cost(element, Property.COST_CUSTOMER, found);
            fields(element, found);
        }
    }

    private void word(Element element, String property, List<String> allowed, Findings found) {
        String value = element.value(property);
        boolean judged = value != null && (FIXED.contains(property) || !isExpression(value));
        if (judged && !isOneOf(value, allowed)) {
            String hint = wording.didYouMean(value, allowed, Wording.HALF, 0);
            found.add(
                    "property-value",
                    element,
                    "unknown",
                    Map.of("property", property, "value", value, "allowed", allowed, "didYouMean", hint));
        }
    }

    private void duration(Element element, Findings found) {
        String value = element.value(Property.PROMISE_WITHIN);
        if (value != null && !isExpression(value) && !book.isOfForm(value, "date") && !book.isOfForm(value, "time")) {
            found.add("duration", element, "malformed", Map.of("value", value));
        }
    }

    private static void cost(Element element, String property, Findings found) {
        String value = element.value(property);
        if (value != null && !isExpression(value) && !isMoney(value)) {
            found.add("cost", element, "malformed", Map.of("property", property, "value", value));
        }
    }

    private static boolean isMoney(String value) {
        try {
            Money.parse(value);
            return true;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private void fields(Element element, Findings found) {
        Arrays.stream(element.text(Property.FIELDS).split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .forEach(name -> {
                    String problem = problemWith(name, element);
                    if (problem != null) {
                        found.add("fields", element, problem, Map.of("value", name));
                    }
                });
    }

    private @Nullable String problemWith(String name, Element element) {
        if (!book.isOfForm(name, "field")) {
            return "malformed";
        }
        if (book.words("contactFields").contains(name)) {
            return "taken";
        }
        boolean review = element.value(Property.REVIEW) != null;
        return review && book.words("reviewFields").contains(name) ? "takenByReview" : null;
    }
}

package io.journeybpm.engine.check;

import static io.journeybpm.engine.check.Wording.isOneOf;
import static io.journeybpm.journey.Property.isExpression;

import io.journeybpm.journey.Property;
import java.util.List;
import java.util.Map;

/** Touchpoints: what they are drawn as, where they lie, and what they say. */
final class TouchpointRules implements ModelRules.Group {

    private final RuleBook book;
    private final Wording wording;

    TouchpointRules(RuleBook book, Wording wording) {
        this.book = book;
        this.wording = wording;
    }

    @Override
    public void check(Drawing drawing, Findings found) {
        for (Element element : drawing.elements()) {
            if (element.has(Property.TOUCHPOINT)) {
                if (element.value(Property.TOUCHPOINT) == null) {
                    found.add("touchpoint-title", element, "blank");
                }
                if (Parts.canBeTouchpoint(element)) {
                    says(element, found);
                } else {
                    found.add("touchpoint-element", element, "wrong");
                }
            }
        }
        Parts.inJourneys(drawing).stream()
                .filter(Parts::isTouchpoint)
                .filter(element -> element.around().noneMatch(TouchpointRules::isPlace))
                .forEach(element -> found.add("touchpoint-in-phase", element, "outside"));
    }

    private static boolean isPlace(Element outer) {
        return Parts.isPhase(outer) || outer.isEventSubProcess();
    }

    private void says(Element element, Findings found) {
        word("touchpoint-channel", element, Property.CHANNEL, book.words("channels"), found);
        word("touchpoint-direction", element, Property.DIRECTION, book.words("directions"), found);
        if (element.value(Property.PARTY) == null) {
            found.add("touchpoint-party", element, "absent");
        }
        boolean first = isOneOf(element.text(Property.CHANNEL), book.words("onlineOrFaceToFace"));
        if (first && element.value(Property.MOMENT) == null) {
            found.add("touchpoint-moment", element, "absent");
        }
    }

    private void word(String rule, Element element, String property, List<String> known, Findings found) {
        String value = element.value(property);
        if (value == null) {
            found.add(rule, element, "absent");
        } else if (!isExpression(value) && !isOneOf(value, known)) {
            String hint = wording.didYouMean(value, known, Wording.HALF, 0);
            found.add(rule, element, "unknown", Map.of("value", value, "didYouMean", hint));
        }
    }
}

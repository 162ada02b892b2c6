package io.journeybpm.engine.check;

import static io.journeybpm.journey.Property.isExpression;

import io.journeybpm.journey.Property;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Facts: the places where they are to be shown. */
final class FactRules implements ModelRules.Group {

    private final Wording wording;

    FactRules(Wording wording) {
        this.wording = wording;
    }

    @Override
    public void check(Drawing drawing, Findings found) {
        List<String> drawn = drawing.elements().stream()
                .filter(Parts::isTouchpoint)
                .map(Element::id)
                .toList();
        for (Element element : drawing.elements()) {
            Arrays.stream(element.text(Property.FACTS).split(","))
                    .map(fact -> fact.split(":", 2))
                    .filter(parts -> parts.length > 1)
                    .flatMap(parts -> Arrays.stream(parts[1].strip().split("\\s+")))
                    .filter(id -> !id.isEmpty() && !isExpression(id))
                    .distinct()
                    .filter(id -> !drawn.contains(id))
                    .forEach(id -> found.add("fact-place", element, "unknown", values(id, drawn)));
        }
    }

    private Map<String, Object> values(String id, List<String> drawn) {
        return Map.of("value", id, "didYouMean", wording.didYouMean(id, drawn, Wording.HALF, 0));
    }
}

package io.journeybpm.engine.check;

import io.journeybpm.journey.Property;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The list of what customers come for. */
final class ReasonRules implements ModelRules.Group {

    private static final String RULE = "reasons";

    private final RuleBook book;

    ReasonRules(RuleBook book) {
        this.book = book;
    }

    /** A reason as it was written last, and how often it is in the list. */
    private record Listed(String reason, int times) {

        Listed and(Listed again) {
            return new Listed(again.reason, times + again.times);
        }
    }

    @Override
    public void check(Drawing drawing, Findings found) {
        for (Element element : drawing.elements()) {
            String list = element.value(Property.REASONS);
            if (list != null) {
                check(Arrays.stream(list.split(",", -1)).map(String::strip).toList(), element, found);
            }
        }
    }

    private void check(List<String> reasons, Element element, Findings found) {
        Map<String, Listed> listed = new LinkedHashMap<>();
        reasons.stream()
                .filter(each -> !each.isEmpty())
                .forEach(each -> listed.merge(each.toLowerCase(Locale.ROOT), new Listed(each, 1), Listed::and));
        if (listed.size() > book.limit("reasons")) {
            found.add(RULE, element, "many", Map.of("count", listed.size()));
        }
        if (reasons.contains("")) {
            found.add(RULE, element, "empty");
        }
        listed.values().forEach(each -> {
            if (each.times() > 1) {
                found.add(RULE, element, "twice", Map.of("value", each.reason()));
            }
            if (each.reason().length() > book.limit("reasonLength")) {
                found.add(RULE, element, "long", Map.of("value", each.reason()));
            }
        });
    }
}

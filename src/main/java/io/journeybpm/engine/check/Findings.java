package io.journeybpm.engine.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Collects what the rules find. */
final class Findings {

    private static final String OFF = "off";

    private final RuleBook book;
    private final Wording wording;
    private final List<Found> found = new ArrayList<>();

    Findings(RuleBook book, Wording wording) {
        this.book = book;
        this.wording = wording;
    }

    private record Found(Element element, RuleBook.Rule rule, String message, String mend) {}

    void add(String rule, Element element, String message) {
        add(rule, element, message, Map.of());
    }

    /**
     * Something was found.
     *
     * @param rule its name in the list
     * @param message which of its messages
     * @param values for the places in message and mend
     */
    void add(String rule, Element element, String message, Map<String, ?> values) {
        RuleBook.Rule broken = Objects.requireNonNull(book.rule(rule), rule);
        String template = Objects.requireNonNull(broken.messages().get(message), message);
        if (!broken.recommended().equals(OFF)) {
            found.add(new Found(element, broken, wording.fill(template, values), wording.fill(broken.mend(), values)));
        }
    }

    /** All of it, in the order the elements are drawn. */
    List<Finding> of(Drawing drawing) {
        Map<Element, Integer> order = new HashMap<>();
        drawing.elements().forEach(element -> order.put(element, order.size()));
        return found.stream()
                .sorted(Comparator.comparing((Found each) -> order.get(each.element))
                        .thenComparing(each -> book.rules().indexOf(each.rule)))
                .map(Findings::finding)
                .toList();
    }

    private static Finding finding(Found each) {
        return new Finding(
                each.rule.name(),
                Finding.Severity.valueOf(each.rule.recommended()),
                each.element.place(),
                each.element.name(),
                0,
                each.message,
                each.mend);
    }
}

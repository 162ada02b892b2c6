package io.journeybpm.engine.check;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The list of rules the Modeler's lint and the engine share: their names, severities, messages and words.
 *
 * @param limits how much is too much
 * @param patterns forms a value as a whole may have
 * @param words closed vocabularies
 * @param rules in the order findings at one element are told
 */
record RuleBook(
        Map<String, Integer> limits, Map<String, String> patterns, Map<String, List<String>> words, List<Rule> rules) {

    /** As shipped. */
    static final RuleBook SHIPPED = read();

    /**
     * One rule.
     *
     * @param name the same in the Modeler and at deployment
     * @param recommended {@code error}, {@code warn} or {@code off}; what counts at deployment
     * @param messages what is wrong, by the case
     * @param mend what to do about it
     */
    @JsonIgnoreProperties({"strict", "about"})
    record Rule(String name, String recommended, Map<String, String> messages, String mend) {}

    private static RuleBook read() {
        try (InputStream json = Objects.requireNonNull(RuleBook.class.getResourceAsStream("rules.json"))) {
            return new ObjectMapper().readValue(json, RuleBook.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Rule rule(String name) {
        return byName().get(name);
    }

    Map<String, Rule> byName() {
        Map<String, Rule> found = new HashMap<>();
        rules.forEach(rule -> found.put(rule.name(), rule));
        return found;
    }

    List<String> words(String vocabulary) {
        return words.getOrDefault(vocabulary, List.of());
    }

    int limit(String name) {
        return limits.get(name);
    }

    boolean isOfForm(String value, String form) {
        return Pattern.matches(patterns.get(form), value);
    }
}

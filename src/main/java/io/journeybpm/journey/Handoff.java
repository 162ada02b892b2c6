package io.journeybpm.journey;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A handoff as drawn: on a touchpoint, whose party then is the sender, or as a throw event of its own.
 *
 * @param element the BPMN element id
 * @param title what people read
 * @param phase the id of the phase it lies in, if any
 * @param from the party that hands over
 * @param to the party that takes over
 * @param requires facts the brief must hold
 * @param gate {@code warn} or {@code block}
 * @param promise what the customer is promised next
 * @param promiseWithin ISO-8601 duration from the handoff to the end of the promise's window
 */
public record Handoff(
        String element,
        String title,
        @Nullable String phase,
        @Nullable String from,
        String to,
        List<String> requires,
        String gate,
        @Nullable String promise,
        @Nullable String promiseWithin) {

    /** The gate that keeps whoever hands over from going on without what is required. */
    public static final String BLOCK = "block";

    /** Words among the required that are no facts but parts of every brief, by their keys. */
    private static final Set<String> WORDS = Set.of("done", "note", "open", "nextstep");

    /** Whether a required name is one of the brief's own parts and not a fact. */
    public static boolean isWord(String name) {
        return WORDS.contains(FactName.key(name));
    }

    /** What it requires, as answers of the sender's form that tell it. */
    public List<FactField> facts() {
        return requires.stream()
                .filter(each -> !Property.isExpression(each) && !isWord(each))
                .map(each -> new FactField(each, List.of()))
                .filter(each -> !each.variable().isEmpty())
                .toList();
    }
}

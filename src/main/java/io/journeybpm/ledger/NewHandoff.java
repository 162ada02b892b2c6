package io.journeybpm.ledger;

import io.journeybpm.journey.Word;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A handoff somebody draws or reports before the receiver meets the customer.
 *
 * @param kind where it comes from
 * @param element the BPMN element, for a drawn one
 * @param from who hands over
 * @param to who takes over
 * @param done what was done
 * @param leftOpen what is open
 * @param requires what the receiver has to be told, see {@link Required}
 */
public record NewHandoff(
        Kind kind,
        @Nullable String element,
        @Nullable String from,
        String to,
        @Nullable String done,
        @Nullable String leftOpen,
        List<String> requires) {

    /** What was written before handoffs required anything requires nothing. */
    @SuppressWarnings("ConstantValue") // read from JSON, where it may be absent
    public NewHandoff {
        requires = requires == null ? List.of() : List.copyOf(requires);
    }

    /** A handoff somebody reports. */
    public static NewHandoff reported(
            @Nullable String from, String to, @Nullable String done, @Nullable String leftOpen) {
        return new NewHandoff(Kind.REPORTED, null, from, to, done, leftOpen, List.of());
    }

    /** The same handoff, which has to tell the receiver something. */
    public NewHandoff requiring(List<String> names) {
        return new NewHandoff(kind, element, from, to, done, leftOpen, names);
    }

    /** Names as one column keeps them; none of them holds a comma. */
    static List<String> names(@Nullable String text) {
        return text == null ? List.of() : Arrays.asList(text.split(","));
    }

    /** Where a handoff comes from; a derived one is seen only when the next party has met the customer. */
    public enum Kind implements Word {
        DRAWN,
        REPORTED,
        DERIVED
    }
}

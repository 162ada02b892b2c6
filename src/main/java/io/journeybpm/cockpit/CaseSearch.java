package io.journeybpm.cockpit;

import io.journeybpm.journey.Word;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Level;
import org.jspecify.annotations.Nullable;

/**
 * Which cases somebody looks for; what is absent doesn't matter.
 *
 * @param journey of the journey with this key
 * @param level at this level
 * @param status open or closed
 * @param text a case id, a customer's reference, or a phone number in any notation
 * @param sort what comes first
 */
record CaseSearch(
        @Nullable String journey,
        @Nullable Level level,
        Case.@Nullable Status status,
        @Nullable String text,
        Sort sort) {

    /** What comes first in a list. */
    enum Sort implements Word {
        /** The case opened last. */
        NEWEST,
        /** The highest level, and within it the case opened last. */
        LEVEL
    }

    /**
     * Reads what a page asks.
     *
     * @throws IllegalArgumentException if one of the words isn't known
     */
    static CaseSearch of(
            @Nullable String journey,
            @Nullable String level,
            @Nullable String status,
            @Nullable String text,
            @Nullable String sort) {
        Sort first = word("sort", Sort.class, sort);
        return new CaseSearch(
                text(journey),
                word("level", Level.class, level),
                word("status", Case.Status.class, status),
                text(text),
                first == null ? Sort.NEWEST : first);
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static <W extends Enum<W> & Word> @Nullable W word(String name, Class<W> type, @Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : Word.find(type, text)
                        .orElseThrow(() -> new IllegalArgumentException("'" + name + "' isn't one of the known words"));
    }

    /** Whether the text may be a phone number: digits, and what people write between them. */
    boolean isPhone() {
        return text != null && text.matches("[+0-9][-+0-9 ()./]{5,}");
    }
}

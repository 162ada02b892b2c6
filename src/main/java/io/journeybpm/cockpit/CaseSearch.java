package io.journeybpm.cockpit;

import io.journeybpm.journey.Word;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.CaseFilter;
import io.journeybpm.ledger.CaseOrder;
import io.journeybpm.ledger.Level;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which cases somebody looks for; what is absent doesn't matter.
 *
 * @param journey of the journey with this key
 * @param phase in the phase with this id
 * @param level at this level
 * @param status open or closed
 * @param ambassador with this user as its ambassador; {@link #ME} is who asks, {@link #NOBODY} says there is none
 * @param lacking open, and without any of these
 * @param text a case id, or anything a customer says of themselves
 * @param sort what comes first
 */
record CaseSearch(
        @Nullable String journey,
        @Nullable String phase,
        @Nullable Level level,
        Case.@Nullable Status status,
        @Nullable String ambassador,
        Set<CaseFilter.Lack> lacking,
        @Nullable String text,
        CaseOrder sort) {

    static final String ME = "@me";
    static final String NOBODY = "@nobody";

    /** Longer than any name, phone number or address somebody types. */
    private static final int LONGEST = 128;

    /**
     * Reads what a page asks.
     *
     * @throws IllegalArgumentException if one of the words isn't known
     */
    static CaseSearch of(MultivaluedMap<String, String> asked) {
        CaseOrder order = word("sort", CaseOrder.class, asked);
        String ambassador = text("ambassador", asked);
        Set<CaseFilter.Lack> lacking = EnumSet.noneOf(CaseFilter.Lack.class);
        CaseFilter.Lack lack = word("without", CaseFilter.Lack.class, asked);
        if (lack != null) {
            lacking.add(lack);
        }
        if (NOBODY.equals(ambassador)) {
            lacking.add(CaseFilter.Lack.AMBASSADOR);
        }
        return new CaseSearch(
                text("journey", asked),
                text("phase", asked),
                word("level", Level.class, asked),
                word("status", Case.Status.class, asked),
                ambassador,
                lacking,
                text("search", asked),
                order == null ? CaseOrder.NEWEST : order);
    }

    private static @Nullable String text(String name, MultivaluedMap<String, String> asked) {
        String text = asked.getFirst(name);
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("'" + name + "' is longer than " + LONGEST + " characters");
        }
        return text.strip();
    }

    private static <W extends Enum<W> & Word> @Nullable W word(
            String name, Class<W> type, MultivaluedMap<String, String> asked) {
        String text = text(name, asked);
        return text == null
                ? null
                : Word.find(type, text)
                        .orElseThrow(() -> new IllegalArgumentException("'" + name + "' isn't one of the known words"));
    }
}

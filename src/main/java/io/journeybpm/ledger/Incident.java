package io.journeybpm.ledger;

import io.journeybpm.journey.Word;
import java.util.Locale;
import java.util.Map;

/**
 * Something that went badly for the customer at a contact.
 *
 * @param kind whether it lies in how somebody behaved or in how the work is organised
 * @param what in a word or two
 */
public record Incident(Kind kind, String what) {

    /** The two are mended in different places: with the one who came, or where the work is planned. */
    public enum Kind implements Word {
        /** How whoever met the customer behaved. */
        CONDUCT,
        /** How the work is planned, prepared and checked, often by somebody the customer never meets. */
        PROCESS
    }

    private static final char MARK = ':';

    /** What is known to be conduct; in a list of words every other word is process, unless it says otherwise. */
    private static final Map<String, Kind> CATALOGUE = Map.ofEntries(
            Map.entry("late", Kind.CONDUCT),
            Map.entry("came-late", Kind.CONDUCT),
            Map.entry("dirty-shoes", Kind.CONDUCT),
            Map.entry("no-clean-up", Kind.CONDUCT),
            Map.entry("rude", Kind.CONDUCT),
            Map.entry("unfriendly", Kind.CONDUCT),
            Map.entry("did-not-listen", Kind.CONDUCT),
            Map.entry("did-not-explain", Kind.CONDUCT),
            Map.entry("on-the-phone", Kind.CONDUCT),
            Map.entry("took-longer", Kind.PROCESS),
            Map.entry("not-verified", Kind.PROCESS),
            Map.entry("wrong-address", Kind.PROCESS),
            Map.entry("missing-part", Kind.PROCESS),
            Map.entry("tight-booking", Kind.PROCESS),
            Map.entry("no-access", Kind.PROCESS),
            Map.entry("car-broke-down", Kind.PROCESS));

    /** Words whose kind is known without saying it, as they are written: lower case, hyphens between words. */
    public static Map<String, Kind> catalogue() {
        return CATALOGUE;
    }

    /** Reads an incident as forms write it and the ledger keeps it: a word, or a kind, a colon and a word. */
    public static Incident of(String written) {
        String text = written.strip();
        int mark = text.indexOf(MARK);
        String what = text.substring(mark + 1).strip();
        if (mark > 0 && !what.isEmpty()) {
            for (Kind each : Kind.values()) {
                if (each.word().equalsIgnoreCase(text.substring(0, mark).strip())) {
                    return new Incident(each, what);
                }
            }
        }
        return new Incident(usual(text), text);
    }

    /** The shortest text that {@link #of} reads as this. */
    public String written() {
        Incident plain = of(what);
        return plain.equals(this) ? what : kind.word() + MARK + what;
    }

    /** The kind a word has where nobody says. */
    private static Kind usual(String what) {
        String word = what.toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
        return CATALOGUE.getOrDefault(word, Kind.PROCESS);
    }
}

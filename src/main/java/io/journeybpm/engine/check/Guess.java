package io.journeybpm.engine.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Guesses what somebody meant to write. */
final class Guess {

    private static final int LETTERS_PER_SLIP = 3;
    private static final int LONGEST = 80;

    private Guess() {}

    /** The known name nearest to the one written, if any is near: a guess may differ in a third of its letters. */
    static Optional<String> among(Collection<String> known, String written) {
        return written.length() > LONGEST
                ? Optional.empty()
                : nearest(
                        written,
                        known.stream().sorted().toList(),
                        0,
                        letters -> Math.max(1, letters / LETTERS_PER_SLIP));
    }

    /**
     * The first of the known names that are nearest to the one written.
     *
     * @param from where in all of them to begin comparing
     * @param slips how many letters may be wrong, by the letters of the longer of two
     */
    static Optional<String> nearest(String written, List<String> known, int from, IntUnaryOperator slips) {
        String wanted = lower(written, from);
        return known.stream()
                .filter(each -> slips(wanted, lower(each, from))
                        <= slips.applyAsInt(Math.max(wanted.length(), each.length() - from)))
                .min(Comparator.comparingInt(each -> slips(wanted, lower(each, from))));
    }

    /** The question to put behind a message. */
    static String question(Collection<String> known, String written) {
        return among(known, written)
                .map(each -> "; did you mean '" + each + "'?")
                .orElse("");
    }

    private static int slips(String one, String other) {
        return LevenshteinDistance.getDefaultInstance().apply(one, other);
    }

    private static String lower(String text, int from) {
        return text.toLowerCase(Locale.ROOT).substring(from);
    }
}

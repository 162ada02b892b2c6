package io.journeybpm.engine.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Guesses what somebody meant to write. */
final class Guess {

    private static final int LETTERS_PER_SLIP = 3;
    private static final int LONGEST = 80;

    private Guess() {}

    /** The known name nearest to the one written, if any is near: a guess may differ in a third of its letters. */
    static Optional<String> among(Collection<String> known, String written) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream()
                .filter(each -> slips(each, written)
                        <= Math.max(1, Math.max(each.length(), written.length()) / LETTERS_PER_SLIP))
                .min(Comparator.comparingInt((String each) -> slips(each, written))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The question to put behind a message. */
    static String question(Collection<String> known, String written) {
        return among(known, written)
                .map(each -> "; did you mean '" + each + "'?")
                .orElse("");
    }

    private static int slips(String known, String written) {
        return LevenshteinDistance.getDefaultInstance()
                .apply(known.toLowerCase(Locale.ROOT), written.toLowerCase(Locale.ROOT));
    }
}

package io.journeybpm.casework;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Guesses what somebody meant to write. */
final class DidYouMean {

    /** A guess may differ in a third of its letters. */
    private static final int LETTERS_PER_SLIP = 3;

    private DidYouMean() {}

    /** The known name nearest to the one written, if any is near. */
    static Optional<String> among(Collection<String> known, String written) {
        if (written.length() > Limits.NAME) {
            return Optional.empty();
        }
        return known.stream()
                .filter(each -> slips(each, written)
                        <= Math.max(1, Math.max(each.length(), written.length()) / LETTERS_PER_SLIP))
                .min(Comparator.comparingInt(each -> slips(each, written)));
    }

    private static int slips(String known, String written) {
        return LevenshteinDistance.getDefaultInstance()
                .apply(known.toLowerCase(Locale.ROOT), written.toLowerCase(Locale.ROOT));
    }
}

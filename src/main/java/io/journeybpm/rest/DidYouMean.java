package io.journeybpm.rest;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses what somebody meant to write. */
final class DidYouMean {

    /** A guess may differ in a third of its letters. */
    private static final int LETTERS_PER_SLIP = 3;

    private DidYouMean() {}

    /** The known name nearest to the one written, if any is near. */
    static Optional<String> among(Collection<String> known, String written) {
        String wanted = written.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(each -> distance(each.toLowerCase(Locale.ROOT), wanted)
                        <= Math.max(1, Math.max(each.length(), wanted.length()) / LETTERS_PER_SLIP))
                .min(Comparator.comparingInt(each -> distance(each.toLowerCase(Locale.ROOT), wanted)));
    }

    /** Letters to insert, drop or replace to make one word of the other. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= one.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= other.length(); column++) {
                int replaced = diagonal + (one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[other.length()];
    }
}

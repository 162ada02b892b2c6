package io.journeybpm.imports;

/** Something in the log that keeps its case out, and no other. */
final class Unreadable extends Exception {

    private static final int LONGEST_QUOTE = 80;

    Unreadable(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    /** A value of the log within a sentence. */
    static String quote(String value) {
        String shown = value.length() <= LONGEST_QUOTE ? value : value.substring(0, LONGEST_QUOTE) + "…";
        return "'" + shown.replaceAll("\\p{Cntrl}", "?") + "'";
    }
}

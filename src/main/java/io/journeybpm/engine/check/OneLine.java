package io.journeybpm.engine.check;

/** Text from outside in one line, so that it can't pretend to be another line of a log. */
final class OneLine {

    private OneLine() {}

    static String of(String text) {
        return text.strip()
                .replaceAll("\\s+", " ")
                .replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]", "?");
    }
}

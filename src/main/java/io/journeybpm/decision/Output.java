package io.journeybpm.decision;

import java.util.List;

/**
 * Something a decision answers; always a text.
 *
 * @param name of the column
 * @param required whether every row has to say it
 * @param duration whether it is an ISO-8601 duration
 * @param words all it may be, besides a duration where it is one; none: any text
 */
public record Output(String name, boolean required, boolean duration, List<String> words) {

    /** One of some words, in every row. */
    public static Output oneOf(String name, List<String> words) {
        return new Output(name, true, false, List.copyOf(words));
    }

    /** Any text, or none. */
    public static Output text(String name) {
        return new Output(name, false, false, List.of());
    }

    /** A text in every row. */
    public static Output requiredText(String name) {
        return new Output(name, true, false, List.of());
    }

    /** An ISO-8601 duration, or none. */
    public static Output duration(String name) {
        return new Output(name, false, true, List.of());
    }

    /** An ISO-8601 duration, one of some words, or none. */
    public static Output durationOr(String name, List<String> words) {
        return new Output(name, false, true, List.copyOf(words));
    }
}

package io.journeybpm.decision;

import org.joda.time.Period;

/** Durations as process owners write them. */
public final class Durations {

    private Durations() {}

    /** Whether a text is an ISO-8601 duration, as the process engine reads due dates. */
    public static boolean isDuration(String text) {
        try {
            Period.parse(text);
            return true;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}

package io.journeybpm.decision;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
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

    /**
     * The end of a duration, days and months by the calendar of a time zone.
     *
     * @throws java.time.DateTimeException if it is none
     */
    public static Instant after(Instant start, String duration, ZoneId zone) {
        int time = duration.indexOf('T');
        String date = time < 0 ? duration : duration.substring(0, time);
        ZonedDateTime day = start.atZone(zone);
        ZonedDateTime end = date.equals("P") ? day : day.plus(java.time.Period.parse(date));
        return time < 0 ? end.toInstant() : end.toInstant().plus(Duration.parse("P" + duration.substring(time)));
    }
}

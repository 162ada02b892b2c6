package io.journeybpm.decision;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
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
     * The end of a duration, years to days by the calendar of a time zone, hours and less by the clock.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Instant after(Instant start, String duration, ZoneId zone) {
        Period period = Period.parse(duration);
        Instant day = start.atZone(zone)
                .plusYears(period.getYears())
                .plusMonths(period.getMonths())
                .plusWeeks(period.getWeeks())
                .plusDays(period.getDays())
                .toInstant();
        return day.plus(Duration.ofHours(period.getHours()))
                .plus(Duration.ofMinutes(period.getMinutes()))
                .plusSeconds(period.getSeconds())
                .plusMillis(period.getMillis());
    }
}

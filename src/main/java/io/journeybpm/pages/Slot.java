package io.journeybpm.pages;

import io.journeybpm.casework.Checks;
import io.journeybpm.casework.Limits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Another window for an appointment, in the words of a calendar on the wall.
 *
 * @param day as a date
 * @param from time of day
 * @param to time of day
 * @param reason why
 * @param confirmed the window stays as it is
 */
record Slot(
        @Nullable String day,
        @Nullable String from,
        @Nullable String to,
        @Nullable String reason,
        @Nullable Boolean confirmed) {

    /** Whoever names a later day has mistyped the year. */
    private static final Period FARTHEST = Period.ofYears(2);

    /** A window of time. */
    record Window(Instant from, Instant to) {}

    /**
     * A window that was read, with the reason for it.
     *
     * @param window absent: it stays as it is
     */
    record Said(@Nullable Window window, @Nullable String reason) {}

    /**
     * Reads it.
     *
     * @throws io.journeybpm.casework.InvalidRequest if anything in it is wrong
     */
    Said read(Instant now, ZoneId zone) {
        Checks checks = new Checks();
        String why = checks.text("reason", reason, Limits.SENTENCE);
        Window window = Boolean.TRUE.equals(confirmed) ? null : read("", day, from, to, now, zone, checks);
        checks.done();
        return new Said(window, why);
    }

    /** Reads a window; not to be used unless {@link Checks#done()} passes. */
    static @Nullable Window read(
            String at,
            @Nullable String day,
            @Nullable String from,
            @Nullable String to,
            Instant now,
            ZoneId zone,
            Checks checks) {
        LocalDate date = checks.day(at + "day", checks.required(at + "day", day, Limits.SENTENCE));
        LocalTime begins = checks.time(at + "from", checks.required(at + "from", from, Limits.SENTENCE));
        LocalTime ends = checks.time(at + "to", checks.required(at + "to", to, Limits.SENTENCE));
        if (date == null || begins == null || ends == null) {
            return null;
        }
        Window window = new Window(
                date.atTime(begins).atZone(zone).toInstant(),
                date.atTime(ends).atZone(zone).toInstant());
        if (window.to.isBefore(window.from)) {
            checks.wrong(at + "to", "lies before from");
        }
        if (!window.to.isAfter(now)) {
            checks.wrong(at + "day", "lies in the past");
        }
        if (date.isAfter(LocalDate.ofInstant(now, zone).plus(FARTHEST))) {
            checks.wrong(at + "day", "lies more than two years ahead");
        }
        return window;
    }
}

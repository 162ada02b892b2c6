package io.journeybpm.server.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * The August the stories happen in: the latest one after which everything they tell is over. They move by whole weeks,
 * so that a Tuesday stays a Tuesday.
 */
final class Season {

    /** The year the stories are told with. */
    private static final int TOLD = 2026;

    private Season() {}

    /**
     * By how many days to move what is told.
     *
     * @param end when the last story ends, as told
     */
    static long days(LocalDateTime end, LocalDateTime now) {
        long thisYear = ChronoUnit.DAYS.between(firstMonday(TOLD), firstMonday(now.getYear()));
        return end.plusDays(thisYear).isBefore(now)
                ? thisYear
                : ChronoUnit.DAYS.between(firstMonday(TOLD), firstMonday(now.getYear() - 1));
    }

    private static LocalDate firstMonday(int year) {
        return LocalDate.of(year, Month.AUGUST, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY));
    }
}

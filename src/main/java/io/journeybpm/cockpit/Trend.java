package io.journeybpm.cockpit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.journeybpm.ledger.DailyFigures;
import io.journeybpm.ledger.DailyFigures.Happened;
import io.journeybpm.ledger.Overview;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** How the last days went, on all journeys the user may see together. */
final class Trend {

    /** As long as a month, so that no weekday is missing from the end. */
    private static final int DAYS = 30;

    /** What is over changes only where somebody tells of it late. */
    private static final Duration OVER = Duration.ofMinutes(10);

    private final Overview overview;
    private final DailyFigures figures;
    private final Rights rights;
    private final Showing showing;
    private final Cache<LocalDate, Map<String, Happened>> past =
            Caffeine.newBuilder().maximumSize(2L * DAYS).expireAfterWrite(OVER).build();

    Trend(Overview overview, DailyFigures figures, Rights rights, Showing showing) {
        this.overview = overview;
        this.figures = figures;
        this.rights = rights;
        this.showing = showing;
    }

    /**
     * The last days, oldest first and today last.
     *
     * @param most where counting ends, for each figure of each day
     */
    record Days(int most, List<Day> days) {}

    /**
     * A day in the zone of the company.
     *
     * @param opened cases opened
     * @param closed cases closed, and not opened again since
     * @param rises cases whose level has risen, by the word of the level reached
     * @param kept promises that were to be kept that day, and were
     * @param broken promises that were to be kept that day, and were not, or only later
     */
    record Day(LocalDate day, int opened, int closed, Map<String, Integer> rises, int kept, int broken) {

        static Day of(LocalDate day, Happened happened) {
            Map<String, Integer> rises = new TreeMap<>();
            happened.rises().forEach((level, times) -> rises.put(level.word(), times));
            return new Day(day, happened.opened(), happened.closed(), rises, happened.kept(), happened.broken());
        }
    }

    Days days() {
        List<String> existing = overview.journeys();
        List<String> readable = rights.readable(existing);
        LocalDate today = LocalDate.ofInstant(showing.words().now(), showing.zone());
        return new Days(
                Overview.MOST,
                IntStream.range(0, DAYS)
                        .mapToObj(each -> today.minusDays(DAYS - 1L - each))
                        .map(each ->
                                day(each, each.equals(today) ? read(each, existing) : known(each, existing), readable))
                        .toList());
    }

    private Map<String, Happened> known(LocalDate day, List<String> existing) {
        return past.get(day, asked -> read(asked, existing));
    }

    private Map<String, Happened> read(LocalDate day, List<String> existing) {
        ZoneId zone = showing.zone();
        return figures.between(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant(),
                existing);
    }

    private static Day day(LocalDate day, Map<String, Happened> journeys, List<String> readable) {
        Happened all = Happened.NOTHING;
        for (String each : readable) {
            all = all.plus(journeys.get(each));
        }
        return Day.of(day, all);
    }
}

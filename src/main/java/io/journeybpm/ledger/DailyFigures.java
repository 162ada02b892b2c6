package io.journeybpm.ledger;

import static io.journeybpm.ledger.Sql.limit;
import static io.journeybpm.ledger.Sql.time;

import io.journeybpm.journey.Word;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What happened within some time, such as a day, counted where it is: each figure is a stretch of an index, so that nothing
 * has to be kept beside it, and nobody who writes waits for a figure. Counting ends at {@link Overview#MOST}.
 */
public final class DailyFigures {

    private static final String LEVELS = IntStream.range(0, Level.values().length)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", "));

    private static final String STATUSES =
            Word.all(Case.Status.class).stream().map(each -> "'" + each + "'").collect(Collectors.joining(", "));

    private static final String OPENED = """
            select cast(? as varchar) what, cast(? as varchar) journey, count(*) times from (
              select opened_at from journey_case where journey = ? and escalation_level in (%s) and status in (%s)
                and opened_at >= ? and opened_at < ?""".formatted(LEVELS, STATUSES) + limit(Overview.MOST + 1) + ") counted";

    private static final String CLOSED = """
            select cast(? as varchar) what, cast(? as varchar) journey, count(*) times from (
              select closed_at from journey_case where journey = ? and closed_at >= ? and closed_at < ?""" + limit(Overview.MOST + 1) + ") counted";

    /** Rises and promises first, as many as are counted; only then their cases, one by one. */
    private static final String RISES = """
            select cast(r.level_to as varchar) what, c.journey, count(*) times from (
              select case_id, level_to from journey_rise where raised_at >= ? and raised_at < ?
              order by raised_at, level_to, case_id""" + limit(Overview.MOST + 1)
            + ") r join journey_case c on c.case_id = r.case_id group by r.level_to, c.journey";

    private static final String PROMISES =
            """
            select cast(? as varchar) what, c.journey, count(*) times from (
              select case_id from journey_promise where state = ? and window_to >= ? and window_to < ?
              order by window_to, case_id, entry""" + limit(Overview.MOST + 1) + ") p join journey_case c on c.case_id = p.case_id group by c.journey";

    private static final List<Promise.State> SETTLED =
            List.of(Promise.State.KEPT, Promise.State.LATE, Promise.State.BROKEN);

    private final JdbcClient db;

    DailyFigures(JdbcClient db) {
        this.db = db;
    }

    /**
     * What happened on a journey.
     *
     * @param opened cases opened
     * @param closed cases closed, and not opened again since
     * @param rises cases whose level has risen, by the level reached
     * @param kept promises that were to be kept then, and were
     * @param broken promises that were to be kept then, and were not, or only later
     */
    public record Happened(int opened, int closed, Map<Level, Integer> rises, int kept, int broken) {

        /** Nothing at all. */
        public static final Happened NOTHING = new Happened(0, 0, Map.of(), 0, 0);

        /** Both together. */
        public Happened plus(@Nullable Happened other) {
            if (other == null) {
                return this;
            }
            Map<Level, Integer> all = new EnumMap<>(Level.class);
            all.putAll(rises);
            other.rises.forEach((level, times) -> all.merge(level, times, Integer::sum));
            return new Happened(
                    opened + other.opened, closed + other.closed, all, kept + other.kept, broken + other.broken);
        }
    }

    /** What happened from one moment to before another, by journey; a journey on which nothing happened may be missing. */
    public Map<String, Happened> between(Instant from, Instant to, Collection<String> journeys) {
        List<String> parts = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        for (String each : journeys) {
            parts.add(OPENED);
            values.addAll(List.of("opened", each, each, time(from), time(to)));
            parts.add(CLOSED);
            values.addAll(List.of("closed", each, each, time(from), time(to)));
        }
        parts.add(RISES);
        values.addAll(List.of(time(from), time(to)));
        for (Promise.State each : SETTLED) {
            parts.add(PROMISES);
            values.addAll(List.of(each == Promise.State.KEPT ? "kept" : "broken", each.word(), time(from), time(to)));
        }
        Map<String, Happened> found = new HashMap<>();
        db.sql("select * from (" + String.join(") f union all select * from (", parts) + ") f")
                .params(values)
                .query(row -> {
                    Happened one = happened(row.getString("what"), row.getInt("times"));
                    found.merge(row.getString("journey"), one, Happened::plus);
                });
        found.keySet().retainAll(journeys);
        return found;
    }

    private static Happened happened(String what, int times) {
        return switch (what) {
            case "opened" -> new Happened(times, 0, Map.of(), 0, 0);
            case "closed" -> new Happened(0, times, Map.of(), 0, 0);
            case "kept" -> new Happened(0, 0, Map.of(), times, 0);
            case "broken" -> new Happened(0, 0, Map.of(), 0, times);
            default -> new Happened(0, 0, Map.of(Level.ranked(Integer.parseInt(what)), times), 0, 0);
        };
    }
}

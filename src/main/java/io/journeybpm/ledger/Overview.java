package io.journeybpm.ledger;

import static io.journeybpm.ledger.Sql.limit;
import static io.journeybpm.ledger.Sql.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is going on across all cases, counted by the database. Nothing is counted further than {@link #MOST}: beyond it a
 * number says no more than that it is large, and a count must not cost more the more cases there are.
 */
public final class Overview {

    /** Where counting ends; a count above it is {@code MOST + 1}. */
    public static final int MOST = 10_000;

    private static final String NEXT_JOURNEY = "select min(journey) from journey_case where journey > ?";

    /** Each level of each journey is one stretch of an index. */
    private static final String OPEN_CASES = """
            select cast(? as varchar) journey, cast(? as integer) level, count(*) open_cases from (
              select case_id from journey_case where journey = ? and escalation_level = ? and status = 'open'""" + limit(MOST + 1) + ") counted";

    private static final String LACKING = """
            select cast(? as varchar) journey, count(*) open_cases from (
              select c.case_id from journey_case c where c.journey = ? and %s""" + limit(MOST + 1) + ") counted";

    /** Promises first, as many as are counted; only then their cases, one by one. */
    private static final String BY_JOURNEY = "select c.journey, count(*) promises from (%s" + limit(MOST + 1)
            + ") p join journey_case c on c.case_id = p.case_id where c.status = 'open' group by c.journey";

    private static final String BY_WINDOW = "select %s from journey_promise"
            + " where state = ? and window_to >= ? and window_to < ? order by window_to, case_id, entry";

    private final JdbcClient db;

    Overview(JdbcClient db) {
        this.db = db;
    }

    /**
     * Open cases of one journey at one level.
     *
     * @param open how many, at most one more than {@link #MOST}
     */
    public record AtLevel(String journey, Level level, int open) {}

    /** Keys of all journeys there are cases of, deployed or not. */
    public List<String> journeys() {
        List<String> found = new ArrayList<>();
        String next = nextJourney("");
        while (next != null) {
            found.add(next);
            next = nextJourney(next);
        }
        return found;
    }

    private @Nullable String nextJourney(String before) {
        return db.sql(NEXT_JOURNEY)
                .param(before)
                .query((row, number) -> row.getString(1))
                .list()
                .get(0);
    }

    /** Open cases by journey and level, a line for each even where there is none. */
    public List<AtLevel> openCases(Collection<String> journeys) {
        if (journeys.isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (String journey : journeys) {
            for (Level level : Level.values()) {
                parts.add(OPEN_CASES);
                values.addAll(List.of(journey, level.ordinal(), journey, level.ordinal()));
            }
        }
        return db.sql(String.join(" union all ", parts))
                .params(values)
                .query((row, number) -> new AtLevel(row.getString(1), Level.ranked(row.getInt(2)), row.getInt(3)))
                .list();
    }

    /** How many promises of open cases in a state have a window that ends within a time, by journey. */
    public Map<String, Integer> promises(Promise.State state, Instant from, Instant to) {
        return counted(db.sql(BY_JOURNEY.formatted(BY_WINDOW.formatted("case_id")))
                .params(state.word(), time(from), time(to)));
    }

    /** How many open cases of these journeys lack something, by journey. */
    public Map<String, Integer> lacking(CaseFilter.Lack lack, Collection<String> journeys) {
        if (journeys.isEmpty()) {
            return Map.of();
        }
        String part = LACKING.formatted(lack.condition());
        return counted(db.sql(String.join(" union all ", Collections.nCopies(journeys.size(), part)))
                .params(journeys.stream().flatMap(each -> Stream.of(each, each)).toList()));
    }

    private static Map<String, Integer> counted(JdbcClient.StatementSpec asked) {
        Map<String, Integer> counts = new TreeMap<>();
        asked.query(row -> {
            counts.put(row.getString(1), row.getInt(2));
        });
        return counts;
    }

    /** Those of the cases that exist, by id. */
    public Map<String, Case> cases(Collection<String> caseIds) {
        return caseIds.isEmpty()
                ? Map.of()
                : db
                        .sql("select * from journey_case where case_id in (:ids)")
                        .param("ids", caseIds)
                        .query(CaseRows::map)
                        .list()
                        .stream()
                        .map(CaseRow::view)
                        .collect(Collectors.toMap(Case::caseId, Function.identity()));
    }
}

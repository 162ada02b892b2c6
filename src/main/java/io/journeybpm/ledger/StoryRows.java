package io.journeybpm.ledger;

import static io.journeybpm.ledger.Sql.time;

import io.journeybpm.journey.Direction;
import io.journeybpm.journey.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was written when, and the stories of the cases it was written about. */
final class StoryRows {

    /** What maps take up, by the name of an index on its time each. */
    private static final List<String> SOURCES = List.of(
            "journey_contact w where true",
            "journey_void w where true",
            "journey_cause w where true",
            "journey_promise w where w.state in ('kept', 'late', 'broken')",
            // a break that was healed since
            "(select case_id, broken_written_at as written_at from journey_promise) w where w.written_at is not null",
            "journey_event w where w.kind in ('opened', 'closed', 'reopened')");

    private static final String NTH =
            "select w.written_at from %s and w.written_at >= ? order by w.written_at offset ? rows fetch next 1 rows only";

    private static final String TOUCHED = "select w.case_id from %s and w.written_at >= ? and w.written_at < ?";

    private static final String CASES = "select case_id, journey from journey_case where case_id in (:cases)";

    private static final String CONTACTS = """
            select case_id, entry, touchpoint, modelled, phase, party, outcome, occurred_at, counted, planned, briefed,
              repeated_questions, channel, direction, plan_known, redirected_to, reason, incidents, rework, caused_by,
              score, company_cost, customer_cost, currency, written_at
            from journey_contact where case_id in (:cases)
            """;
    private static final String VOIDS =
            "select case_id, contact, written_at from journey_void where case_id in (:cases)";
    private static final String CAUSES =
            "select case_id, entry, contact, caused_by, written_at from journey_cause where case_id in (:cases)";
    private static final String PROMISES = """
            select case_id, entry, touchpoint, state, broken_written_at, written_at from journey_promise
            where case_id in (:cases) and state in ('kept', 'late', 'broken')
            """;
    private static final String EVENTS = """
            select case_id, entry, kind, subject, at, written_at from journey_event
            where case_id in (:cases) and kind in ('opened', 'closed', 'reopened', 'phase')
            """;

    /** Of each level and status the end of a stretch of an index, however many cases there are. */
    private static final String FIRST_OPENED = "select min(opened_at) as opened_at from ("
            + Arrays.stream(Level.values())
                    .flatMap(level -> Stream.of("open", "closed")
                            .map(status ->
                                    "select min(opened_at) as opened_at from journey_case where journey = :journey"
                                            + " and escalation_level = " + level.ordinal() + " and status = '" + status
                                            + "'"))
                    .collect(Collectors.joining(" union all "))
            + ") firsts";

    private final JdbcClient db;

    StoryRows(JdbcClient db) {
        this.db = db;
    }

    /** The database's own time, as exactly as it is kept. */
    Instant now() {
        return db.sql("select current_timestamp as moment")
                .query((row, number) -> Sql.requiredInstant(row, "moment"))
                .single()
                .truncatedTo(ChronoUnit.MILLIS);
    }

    /** When the first case of a journey was opened. */
    Optional<Instant> firstOpened(String journey) {
        return db.sql(FIRST_OPENED)
                .param("journey", journey)
                .query((row, number) -> Optional.ofNullable(Sql.instant(row, "opened_at")))
                .single();
    }

    /** The moment before which no more than so many entries were written since another; empty if there are no more. */
    Optional<Instant> afterAtMost(int entries, Instant since) {
        return SOURCES.stream()
                .flatMap(source -> db
                        .sql(NTH.formatted(source))
                        .params(time(since), entries)
                        .query((row, number) -> Sql.requiredInstant(row, "written_at"))
                        .list()
                        .stream())
                .min(Instant::compareTo)
                // more of them in one millisecond, and so in one transaction, can only be taken up together
                .map(moment -> moment.isAfter(since) ? moment : moment.plusMillis(1));
    }

    /** Cases about which something was written, from one moment to before another. */
    List<String> touched(Instant from, Instant to) {
        return SOURCES.stream()
                .flatMap(
                        source -> db
                                .sql(TOUCHED.formatted(source))
                                .params(time(from), time(to))
                                .query(String.class)
                                .list()
                                .stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The stories of those of the cases whose journey is wanted. */
    Collection<CaseStory> stories(Collection<String> among, Predicate<String> journeys) {
        Map<String, CaseStory> stories = new HashMap<>();
        each(CASES, among, row -> {
            String journey = row.getString("journey");
            if (journeys.test(journey)) {
                stories.put(id(row), new CaseStory(id(row), journey));
            }
        });
        Set<String> cases = stories.keySet();
        if (cases.isEmpty()) {
            return List.of();
        }
        each(CONTACTS, cases, row -> stories.get(id(row)).contacts().add(contact(row)));
        each(VOIDS, cases, row -> stories.get(id(row))
                .voids()
                .add(new CaseStory.Undone(row.getInt("contact"), written(row))));
        each(CAUSES, cases, row -> stories.get(id(row))
                .causes()
                .add(new CaseStory.Found(
                        row.getInt("entry"), row.getInt("contact"), row.getInt("caused_by"), written(row))));
        each(PROMISES, cases, row -> {
            Instant broken = Sql.instant(row, "broken_written_at");
            if (broken != null) {
                stories.get(id(row)).promises().add(settled(row, Promise.State.BROKEN, broken));
            }
            Promise.State state = Sql.word(Promise.State.class, row.getString("state"));
            stories.get(id(row)).promises().add(settled(row, state, written(row)));
        });
        each(EVENTS, cases, row -> stories.get(id(row))
                .turns()
                .add(new CaseStory.Turn(
                        row.getInt("entry"),
                        Sql.word(Event.Kind.class, row.getString("kind")),
                        row.getString("subject"),
                        Sql.requiredInstant(row, "at"),
                        written(row))));
        return stories.values();
    }

    private void each(String sql, Collection<String> cases, RowCallbackHandler reader) {
        db.sql(sql).param("cases", cases).query(reader);
    }

    private static CaseStory.Met contact(ResultSet row) throws SQLException {
        return new CaseStory.Met(
                row.getInt("entry"),
                row.getString("touchpoint"),
                row.getBoolean("modelled"),
                row.getString("phase"),
                row.getString("party"),
                Sql.word(Outcome.class, row.getString("outcome")),
                Sql.requiredInstant(row, "occurred_at"),
                row.getBoolean("counted"),
                row.getBoolean("planned"),
                row.getBoolean("briefed"),
                row.getInt("repeated_questions"),
                trouble(row),
                row.getBigDecimal("score"),
                new Costs(
                        row.getBigDecimal("company_cost"),
                        row.getBigDecimal("customer_cost"),
                        row.getString("currency")),
                written(row));
    }

    private static CaseStory.Trouble trouble(ResultSet row) throws SQLException {
        List<Incident> incidents = ContactRows.incidents(row);
        int conduct = (int) incidents.stream()
                .filter(each -> each.kind() == Incident.Kind.CONDUCT)
                .count();
        String reason = row.getString("reason");
        return new CaseStory.Trouble(
                row.getString("channel"),
                Direction.INBOUND.word().equals(row.getString("direction")),
                row.getBoolean("plan_known"),
                row.getString("redirected_to") != null,
                reason == null ? null : reason.strip().toLowerCase(Locale.ROOT),
                conduct,
                incidents.size() - conduct,
                row.getBoolean("rework"),
                Sql.integer(row, "caused_by"));
    }

    private static CaseStory.Settled settled(ResultSet row, Promise.State state, Instant written) throws SQLException {
        return new CaseStory.Settled(row.getInt("entry"), row.getString("touchpoint"), state, written);
    }

    private static String id(ResultSet row) throws SQLException {
        return row.getString("case_id");
    }

    private static Instant written(ResultSet row) throws SQLException {
        return Sql.requiredInstant(row, "written_at");
    }
}

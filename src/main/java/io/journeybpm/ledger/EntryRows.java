package io.journeybpm.ledger;

import static io.journeybpm.ledger.Sql.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables of everything that belongs to a case besides contacts. */
final class EntryRows {

    private static final String INSERT_HANDOFF = """
            insert into journey_handoff (kind, element, sender, receiver, done, left_open, made_at, contact,
              acknowledged_at, acknowledged_by, requires, waited_millis, case_id, entry)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String UPDATE_HANDOFF = """
            update journey_handoff set kind = ?, element = ?, sender = ?, receiver = ?, done = ?, left_open = ?,
              made_at = ?, contact = ?, acknowledged_at = ?, acknowledged_by = ?, requires = ?, waited_millis = ?
            where case_id = ? and entry = ?
            """;
    private static final String INSERT_RISE = """
            insert into journey_rise (case_id, entry, review, level_from, level_to, raised_at, contact, reason, action,
              owner, within, decision, decision_version, decision_rule, actor)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String INSERT_EVENT = """
            insert into journey_event (case_id, entry, kind, at, actor, subject, detail) values (?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcTemplate db;
    private final Inserts inserts;
    private final FactRows facts;

    EntryRows(JdbcTemplate db, Inserts inserts) {
        this.db = db;
        this.inserts = inserts;
        this.facts = new FactRows(db, inserts);
    }

    /** Writes what waits in all of these, each kind at once. */
    void write(List<CaseFile> files) {
        inserts.insert(PromiseRows.INSERT, all(files, writes -> writes.newPromises.values(), PromiseRows::values));
        update(PromiseRows.UPDATE, all(files, writes -> writes.changedPromises.values(), PromiseRows::values));
        inserts.insert(PromiseRows.INSERT_MOVE, all(files, writes -> writes.moves, PromiseRows::values));
        inserts.insert(INSERT_HANDOFF, all(files, writes -> writes.newHandoffs.values(), EntryRows::values));
        update(UPDATE_HANDOFF, all(files, writes -> writes.changedHandoffs.values(), EntryRows::values));
        facts.write(files);
        inserts.insert(INSERT_RISE, all(files, writes -> writes.rises, EntryRows::values));
        CauseRows.insert(
                files.stream().flatMap(each -> each.writes.causes.stream()).toList(), inserts);
        inserts.insert(INSERT_EVENT, all(files, writes -> writes.events, EntryRows::values));
    }

    private static <E> List<Object[]> all(
            List<CaseFile> files, Function<Writes, Collection<E>> entries, Function<E, Object[]> values) {
        List<Object[]> rows = new ArrayList<>();
        for (CaseFile file : files) {
            entries.apply(file.writes).forEach(each -> rows.add(values.apply(each)));
        }
        return rows;
    }

    private void update(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            db.batchUpdate(sql, rows);
        }
    }

    private static Object[] values(Event event) {
        return new Object[] {
            event.caseId(),
            event.entry(),
            event.kind().word(),
            time(event.at()),
            event.actor(),
            event.subject(),
            event.detail()
        };
    }

    private static Object[] values(HandoffEntry handoff) {
        NewHandoff made = handoff.made();
        return new Object[] {
            made.kind().word(),
            made.element(),
            made.from(),
            made.to(),
            made.done(),
            made.leftOpen(),
            time(handoff.madeAt()),
            handoff.contact(),
            time(handoff.acknowledgedAt()),
            handoff.acknowledgedBy(),
            made.requires().isEmpty() ? null : String.join(",", made.requires()),
            handoff.waitedMillis(),
            handoff.caseId(),
            handoff.entry()
        };
    }

    private static Object[] values(Rise rise) {
        Rise.Cause cause = rise.cause();
        return new Object[] {
            rise.caseId(),
            rise.entry(),
            rise.review(),
            rise.from().ordinal(),
            rise.to().ordinal(),
            time(rise.raisedAt()),
            rise.contact(),
            cause.reason(),
            cause.action(),
            cause.owner(),
            cause.within(),
            cause.decision(),
            cause.version(),
            cause.rule(),
            cause.actor()
        };
    }

    static HandoffEntry handoff(ResultSet row, int number) throws SQLException {
        return new HandoffEntry(
                row.getString("case_id"),
                row.getInt("entry"),
                new NewHandoff(
                        Sql.word(NewHandoff.Kind.class, row.getString("kind")),
                        row.getString("element"),
                        row.getString("sender"),
                        row.getString("receiver"),
                        row.getString("done"),
                        row.getString("left_open"),
                        NewHandoff.names(row.getString("requires"))),
                Sql.requiredInstant(row, "made_at"),
                Sql.integer(row, "contact"),
                Sql.instant(row, "acknowledged_at"),
                row.getString("acknowledged_by"),
                Sql.number(row, "waited_millis"));
    }

    static Rise rise(ResultSet row, int number) throws SQLException {
        return new Rise(
                row.getString("case_id"),
                row.getInt("entry"),
                row.getInt("review"),
                Level.ranked(row.getInt("level_from")),
                Level.ranked(row.getInt("level_to")),
                Sql.requiredInstant(row, "raised_at"),
                Sql.integer(row, "contact"),
                new Rise.Cause(
                        row.getString("reason"),
                        row.getString("action"),
                        row.getString("owner"),
                        row.getString("within"),
                        row.getString("decision"),
                        Sql.integer(row, "decision_version"),
                        row.getString("decision_rule"),
                        row.getString("actor")));
    }

    static Event event(ResultSet row, int number) throws SQLException {
        return new Event(
                row.getString("case_id"),
                row.getInt("entry"),
                Sql.word(Event.Kind.class, row.getString("kind")),
                Sql.requiredInstant(row, "at"),
                row.getString("actor"),
                row.getString("subject"),
                row.getString("detail"));
    }

    static Voiding voiding(ResultSet row, int number) throws SQLException {
        return new Voiding(
                row.getString("case_id"),
                row.getInt("entry"),
                row.getInt("contact"),
                Sql.requiredInstant(row, "voided_at"),
                row.getString("reason"),
                row.getString("actor"));
    }
}

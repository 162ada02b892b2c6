package io.journeybpm.ledger;

import static io.journeybpm.ledger.Sql.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** The tables of promises and of how they were moved. */
final class PromiseRows {

    private static final List<String> COLUMNS = List.of(
            "what",
            "touchpoint",
            "party",
            "window_from",
            "window_to",
            "origin",
            "state",
            "made_at",
            "settled_at",
            "contact",
            "moves",
            "moved_at",
            "warned_at",
            "broken_at",
            "broken_review",
            "reason",
            "merged_with");

    static final String INSERT = Sql.insert("journey_promise", String.join(", ", COLUMNS) + ", case_id, entry");

    /** A promise that was broken until now has been told of as such; see {@link CaseStory}. */
    static final String UPDATE = "update journey_promise set "
            + COLUMNS.stream().map(each -> each + " = ?").collect(Collectors.joining(", "))
            + ", broken_written_at = case when state = 'broken' then written_at else broken_written_at end,"
            + " written_at = current_timestamp where case_id = ? and entry = ?";

    static final String INSERT_MOVE = """
            insert into journey_promise_move (promise, before_from, before_to, after_from, after_to, moved_at, reason,
              actor, case_id, entry)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private PromiseRows() {}

    static Object[] values(Promise promise) {
        NewPromise made = promise.made();
        return new Object[] {
            made.what(),
            made.touchpoint(),
            made.party(),
            time(made.from()),
            time(made.to()),
            made.origin().word(),
            promise.state().word(),
            time(promise.madeAt()),
            time(promise.settledAt()),
            promise.contact(),
            promise.moves(),
            time(promise.movedAt()),
            time(promise.warnedAt()),
            time(promise.brokenAt()),
            promise.brokenReview(),
            promise.reason(),
            promise.mergedWith(),
            promise.caseId(),
            promise.entry()
        };
    }

    static Object[] values(PromiseMove move) {
        return new Object[] {
            move.promise(),
            time(move.before().from()),
            time(move.before().to()),
            time(move.after().from()),
            time(move.after().to()),
            time(move.at()),
            move.reason(),
            move.actor(),
            move.caseId(),
            move.entry()
        };
    }

    static Promise promise(ResultSet row, int number) throws SQLException {
        return new Promise(
                row.getString("case_id"),
                row.getInt("entry"),
                new NewPromise(
                        row.getString("what"),
                        row.getString("touchpoint"),
                        row.getString("party"),
                        Sql.instant(row, "window_from"),
                        Sql.instant(row, "window_to"),
                        Sql.word(NewPromise.Origin.class, row.getString("origin"))),
                Sql.word(Promise.State.class, row.getString("state")),
                Sql.requiredInstant(row, "made_at"),
                Sql.instant(row, "settled_at"),
                Sql.integer(row, "contact"),
                row.getInt("moves"),
                Sql.instant(row, "moved_at"),
                Sql.instant(row, "warned_at"),
                Sql.instant(row, "broken_at"),
                Sql.integer(row, "broken_review"),
                row.getString("reason"),
                row.getString("merged_with"));
    }

    static PromiseMove move(ResultSet row, int number) throws SQLException {
        return new PromiseMove(
                row.getString("case_id"),
                row.getInt("entry"),
                row.getInt("promise"),
                new PromiseMove.Window(Sql.instant(row, "before_from"), Sql.instant(row, "before_to")),
                new PromiseMove.Window(Sql.instant(row, "after_from"), Sql.instant(row, "after_to")),
                Sql.requiredInstant(row, "moved_at"),
                row.getString("reason"),
                row.getString("actor"));
    }
}

package io.journeybpm.ledger;

import io.journeybpm.journey.Word;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How imports are getting on, for every server to see. Each call is a transaction of its own. Times are the database's:
 * servers agree on it, and nobody sets it forward.
 */
public final class ImportRuns {

    private static final String QUEUE = """
            insert into journey_import (id, state, log_name, mapping, done, total, started_at, updated_at, user_id)
            values (?, ?, ?, ?, 0, ?, current_timestamp, current_timestamp, ?)
            """;

    private static final String PROGRESS =
            "update journey_import set state = ?, done = ?, updated_at = current_timestamp where id = ?";

    private static final String ALIVE = "update journey_import set updated_at = current_timestamp where id = ?";

    private static final String END = """
            update journey_import set state = ?, result = ?, error = ?, updated_at = current_timestamp,
              done = case when ? = 'done' then total else done end
            where id = ?
            """;

    private static final String FIND = """
            select i.*, case when updated_at < current_timestamp - interval '60' second then 1 else 0 end as silent
            from journey_import i where id = ?
            """;

    private final JdbcClient db;

    ImportRuns(JdbcClient db) {
        this.db = db;
    }

    /** How far an import has come. */
    public enum State implements Word {
        QUEUED,
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * An import.
     *
     * @param id its id
     * @param state how far it has come
     * @param logName the log's file name
     * @param mapping as given, JSON
     * @param done bytes read
     * @param total bytes in all
     * @param startedAt when it was asked for
     * @param updatedAt when it was last heard of
     * @param user who asked for it
     * @param result at the end, JSON
     * @param error why it failed
     * @param abandoned whether it isn't over, and yet nothing was heard of it for a minute: its server is gone
     */
    public record Run(
            String id,
            State state,
            String logName,
            String mapping,
            long done,
            long total,
            Instant startedAt,
            Instant updatedAt,
            @Nullable String user,
            @Nullable String result,
            @Nullable String error,
            boolean abandoned) {}

    /** Writes down that an import was asked for. */
    public void queue(String id, String logName, String mapping, long total, @Nullable String user) {
        db.sql(QUEUE)
                .params(id, State.QUEUED.word(), logName, mapping, total, user)
                .update();
    }

    /** Writes down how far it has come. */
    public void progress(String id, long done) {
        db.sql(PROGRESS).params(State.RUNNING.word(), done, id).update();
    }

    /** Lets others know that the server of an import that isn't over is still there. */
    public void alive(String id) {
        db.sql(ALIVE).param(id).update();
    }

    /** Writes down how it ended. */
    public void end(String id, State state, @Nullable String result, @Nullable String error) {
        db.sql(END).params(state.word(), result, error, state.word(), id).update();
    }

    /** The import with this id. */
    public Optional<Run> find(String id) {
        return db.sql(FIND).param(id).query(ImportRuns::map).optional();
    }

    private static Run map(ResultSet row, int number) throws SQLException {
        State state = Sql.word(State.class, row.getString("state"));
        return new Run(
                row.getString("id"),
                state,
                row.getString("log_name"),
                row.getString("mapping"),
                row.getLong("done"),
                row.getLong("total"),
                Sql.requiredInstant(row, "started_at"),
                Sql.requiredInstant(row, "updated_at"),
                row.getString("user_id"),
                row.getString("result"),
                row.getString("error"),
                row.getBoolean("silent") && (state == State.QUEUED || state == State.RUNNING));
    }
}

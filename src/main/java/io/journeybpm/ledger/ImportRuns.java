package io.journeybpm.ledger;

import static io.journeybpm.ledger.Sql.time;

import io.journeybpm.journey.Word;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How imports are getting on, for every server to see. Each call is a transaction of its own. */
public final class ImportRuns {

    private final JdbcClient db;
    private final CaseClock clock;

    ImportRuns(JdbcClient db, CaseClock clock) {
        this.db = db;
        this.clock = clock;
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
            @Nullable String error) {}

    /** Writes down that an import was asked for. */
    public void queue(String id, String logName, String mapping, long total, @Nullable String user) {
        db.sql("""
                        insert into journey_import (id, state, log_name, mapping, done, total, started_at, updated_at,
                          user_id) values (?, ?, ?, ?, 0, ?, ?, ?, ?)
                        """)
                .params(id, State.QUEUED.word(), logName, mapping, total, time(clock.now()), time(clock.now()), user)
                .update();
    }

    /** Writes down how far it has come. */
    public void progress(String id, long done) {
        db.sql("update journey_import set state = ?, done = ?, updated_at = ? where id = ?")
                .params(State.RUNNING.word(), done, time(clock.now()), id)
                .update();
    }

    /** Writes down how it ended. */
    public void end(String id, State state, @Nullable String result, @Nullable String error) {
        db.sql("""
                        update journey_import set state = ?, result = ?, error = ?, updated_at = ?,
                          done = case when ? = 'done' then total else done end
                        where id = ?
                        """)
                .params(state.word(), result, error, time(clock.now()), state.word(), id)
                .update();
    }

    /** The import with this id. */
    public Optional<Run> find(String id) {
        return db.sql("select * from journey_import where id = ?")
                .param(id)
                .query((row, number) -> new Run(
                        row.getString("id"),
                        EntryRows.word(State.class, row.getString("state")),
                        row.getString("log_name"),
                        row.getString("mapping"),
                        row.getLong("done"),
                        row.getLong("total"),
                        Sql.requiredInstant(row, "started_at"),
                        Sql.requiredInstant(row, "updated_at"),
                        row.getString("user_id"),
                        row.getString("result"),
                        row.getString("error")))
                .optional();
    }
}

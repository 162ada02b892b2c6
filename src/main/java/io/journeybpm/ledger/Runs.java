package io.journeybpm.ledger;

import io.journeybpm.journey.Word;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long work is getting on, for every server to see. Each call is a transaction of its own. Times are the database's:
 * servers agree on it, and nobody sets it forward.
 */
public final class Runs {

    private static final int LONGEST_SUBJECT = 255;
    private static final int LONGEST_ERROR = 3000;

    private static final String QUEUE = """
            insert into journey_run (id, kind, state, subject, settings, done, total, started_at, updated_at, user_id)
            values (?, ?, ?, ?, ?, 0, ?, current_timestamp, current_timestamp, ?)
            """;

    private static final String PROGRESS =
            "update journey_run set state = ?, done = ?, updated_at = current_timestamp where id = ?";

    private static final String ALIVE = "update journey_run set updated_at = current_timestamp where id = ?";

    private static final String END = """
            update journey_run set state = ?, result = ?, error = ?, updated_at = current_timestamp,
              done = case when ? = 'done' then total else done end
            where id = ?
            """;

    private static final String FIND = """
            select r.*, case when updated_at < current_timestamp - interval '60' second then 1 else 0 end as silent
            from journey_run r where id = ? and kind = ?
            """;

    private final JdbcClient db;

    Runs(JdbcClient db) {
        this.db = db;
    }

    /** What kind of work is done. */
    public enum Kind implements Word {
        /** A log is read into the ledger. */
        IMPORT,
        /** A decision table is tried. */
        BACKTEST
    }

    /** How far a run has come. */
    public enum State implements Word {
        QUEUED,
        RUNNING,
        DONE,
        FAILED;

        /** Whether there is more to come. */
        public boolean goesOn() {
            return this == QUEUED || this == RUNNING;
        }
    }

    /**
     * Work to be done.
     *
     * @param kind of work
     * @param subject what people call it, such as a file's name
     * @param settings what it needs to know, JSON
     * @param total how much there is to do, in whatever it counts by
     * @param user who asked for it
     */
    public record Order(
            Kind kind,
            String subject,
            String settings,
            long total,
            @Nullable String user) {}

    /**
     * A run.
     *
     * @param id its id
     * @param order what was asked for
     * @param state how far it has come; failed too where it isn't over and yet nothing was heard of it for a minute
     * @param done how much is done
     * @param startedAt when it was asked for
     * @param updatedAt when it was last heard of
     * @param result at the end, JSON
     * @param error why it failed
     * @param abandoned whether it failed because its server is gone
     */
    public record Run(
            String id,
            Order order,
            State state,
            long done,
            Instant startedAt,
            Instant updatedAt,
            @Nullable String result,
            @Nullable String error,
            boolean abandoned) {

        /** How much of it is done, in percent. */
        public int percent() {
            return state == State.QUEUED ? 0 : RunQueue.percent(done, order.total());
        }
    }

    /** Writes down that work was asked for. */
    void queue(String id, Order order) {
        String subject = order.subject().replaceAll("\\p{Cntrl}", "?");
        db.sql(QUEUE)
                .params(
                        id,
                        order.kind().word(),
                        State.QUEUED.word(),
                        subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT)),
                        order.settings(),
                        order.total(),
                        order.user())
                .update();
    }

    /** Writes down how far it has come. */
    void progress(String id, long done) {
        db.sql(PROGRESS).params(State.RUNNING.word(), done, id).update();
    }

    /** Lets others know that the server of work that isn't over is still there. */
    void alive(String id) {
        db.sql(ALIVE).param(id).update();
    }

    /** Writes down how it ended: with an error it failed, without it is done. */
    void end(String id, @Nullable String result, @Nullable String error) {
        State state = error == null ? State.DONE : State.FAILED;
        String shown = error == null ? null : error.substring(0, Math.min(error.length(), LONGEST_ERROR));
        db.sql(END).params(state.word(), result, shown, state.word(), id).update();
    }

    /** The run of this kind with this id. */
    public Optional<Run> find(Kind kind, String id) {
        return db.sql(FIND).params(id, kind.word()).query(Runs::map).optional();
    }

    private static Run map(ResultSet row, int number) throws SQLException {
        State state = Sql.word(State.class, row.getString("state"));
        boolean abandoned = row.getBoolean("silent") && state.goesOn();
        return new Run(
                row.getString("id"),
                new Order(
                        Sql.word(Kind.class, row.getString("kind")),
                        row.getString("subject"),
                        row.getString("settings"),
                        row.getLong("total"),
                        row.getString("user_id")),
                abandoned ? State.FAILED : state,
                Math.min(row.getLong("done"), row.getLong("total")),
                Sql.requiredInstant(row, "started_at"),
                Sql.requiredInstant(row, "updated_at"),
                row.getString("result"),
                row.getString("error"),
                abandoned);
    }
}

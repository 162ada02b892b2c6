package io.journeybpm.ledger;

import static io.journeybpm.ledger.Sql.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Answers given to calls that carry an idempotency key, kept in the transaction of the call itself: either both the
 * call's effect and its answer are there, or neither. Expired ones are forgotten.
 */
public final class Answers {

    private static final Duration BETWEEN_PURGES = Duration.ofMinutes(1);

    private static final String CLAIM_POSTGRESQL = """
            insert into journey_idempotency (user_id, path, idem_key, digest, expires_at) values (?, ?, ?, ?, ?)
            on conflict (user_id, path, idem_key) do nothing
            """;
    private static final String CLAIM_H2 =
            "insert into journey_idempotency (user_id, path, idem_key, digest, expires_at) values (?, ?, ?, ?, ?)";

    private final JdbcClient db;
    private final JdbcTemplate claims;
    private final String claim;
    private final CaseClock clock;
    private final Duration expiry;
    private final AtomicReference<Instant> nextPurge = new AtomicReference<>(Instant.EPOCH);

    Answers(DataSource dataSource, Dialect dialect, CaseClock clock, Duration expiry, Duration wait) {
        this.db = JdbcClient.create(dataSource);
        this.claims = new JdbcTemplate(dataSource);
        this.claims.setQueryTimeout((int) Math.max(1, wait.toSeconds()));
        this.claim = dialect == Dialect.POSTGRESQL ? CLAIM_POSTGRESQL : CLAIM_H2;
        this.clock = clock;
        this.expiry = expiry;
    }

    /**
     * A call that may be repeated.
     *
     * @param user who calls
     * @param path what is called
     * @param key the caller's key
     * @param digest of the content, to notice a key used for something else
     */
    public record Call(String user, String path, String key, String digest) {}

    /**
     * An answer as it was given.
     *
     * @param status HTTP status
     * @param location of what was made
     * @param body JSON
     */
    public record Answer(int status, @Nullable String location, String body) {}

    /** The key was used before with other content. */
    public static final class KeyReused extends RuntimeException {
        KeyReused(String key) {
            super("the Idempotency-Key '" + key + "' was used before with other content");
        }
    }

    /**
     * Claims a call for this transaction. Waits while another transaction holds the same claim, as long as the database
     * lets it.
     *
     * @return the answer given before; empty if the call is to be carried out now
     * @throws KeyReused if the key was used with other content
     * @throws org.springframework.dao.TransientDataAccessException if the other one takes too long
     */
    public Optional<Answer> claim(Call call) {
        purgeNowAndThen();
        if (isNew(call)) {
            return Optional.empty();
        }
        record Kept(String digest, @Nullable Answer answer) {}
        Kept kept = db.sql("select * from journey_idempotency where user_id = ? and path = ? and idem_key = ?")
                .params(call.user(), call.path(), call.key())
                .query((row, number) -> new Kept(
                        row.getString("digest"),
                        row.getString("body") == null
                                ? null
                                : new Answer(row.getInt("status"), row.getString("location"), row.getString("body"))))
                .single();
        if (!kept.digest().equals(call.digest())) {
            throw new KeyReused(call.key());
        }
        return Optional.ofNullable(kept.answer());
    }

    private boolean isNew(Call call) {
        try {
            return claims.update(
                            claim,
                            call.user(),
                            call.path(),
                            call.key(),
                            call.digest(),
                            time(clock.now().plus(expiry)))
                    == 1;
        } catch (DuplicateKeyException repeated) {
            return false;
        }
    }

    /** Keeps the answer to a claimed call. */
    public void keep(Call call, Answer answer) {
        db.sql("""
                        update journey_idempotency set status = ?, location = ?, body = ?
                        where user_id = ? and path = ? and idem_key = ?
                        """)
                .params(answer.status(), answer.location(), answer.body(), call.user(), call.path(), call.key())
                .update();
    }

    private void purgeNowAndThen() {
        Instant now = clock.now();
        Instant due = nextPurge.get();
        if (!now.isBefore(due) && nextPurge.compareAndSet(due, now.plus(BETWEEN_PURGES))) {
            db.sql("delete from journey_idempotency where expires_at < ?")
                    .param(time(now))
                    .update();
        }
    }
}

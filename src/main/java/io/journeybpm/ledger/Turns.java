package io.journeybpm.ledger;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table {@code journey_turn}: transactions that look at something as a whole and then change it take turns. Customers
 * have no row of their own to lock before they have a case, and locking that row would hold up new cases of theirs.
 */
final class Turns {

    private static final String LOCK = "select subject from journey_turn where subject = ? for update";
    private static final String INSERT = "insert into journey_turn (subject) values (?)";
    private static final String POSTGRESQL = INSERT + " on conflict (subject) do nothing";

    private final JdbcClient db;
    private final Dialect dialect;

    Turns(JdbcClient db, Dialect dialect) {
        this.db = db;
        this.dialect = dialect;
    }

    /** Waits for the turn and keeps it until the transaction ends. */
    void take(String subject) {
        if (!lock(subject)) {
            insert(subject);
            lock(subject);
        }
    }

    private boolean lock(String subject) {
        return db.sql(LOCK).param(subject).query(String.class).optional().isPresent();
    }

    private void insert(String subject) {
        try {
            db.sql(dialect == Dialect.POSTGRESQL ? POSTGRESQL : INSERT)
                    .param(subject)
                    .update();
        } catch (DuplicateKeyException raced) {
            // on H2, where a refused statement costs nothing else, the other one has made it by now
        }
    }
}

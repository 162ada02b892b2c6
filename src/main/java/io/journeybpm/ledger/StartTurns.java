package io.journeybpm.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Turns that servers take which start on one database at the same moment, for what two of them must not do at once: look
 * whether something is there, and make it. On PostgreSQL a turn is a lock held by a transaction of its own, so that it
 * ends with its connection, however the server ends, and also works through a pooler that gives out connections for
 * single transactions. An embedded H2 has one server only.
 */
public final class StartTurns {

    /** The lock is any number that others on the same database don't use: the product's name, letter by letter. */
    private static final String LOCK = "select pg_advisory_xact_lock(x'6a6f75726e6579'::bigint)";

    private final DataSource source;
    private final Dialect dialect;

    StartTurns(DataSource source, Dialect dialect) {
        this.source = source;
        this.dialect = dialect;
    }

    /** Holds off the others until it is closed. */
    @FunctionalInterface
    public interface Turn extends AutoCloseable {

        @Override
        void close();
    }

    /** Waits for this server's turn. */
    public Turn take() {
        if (dialect != Dialect.POSTGRESQL) {
            return () -> {};
        }
        try {
            Connection connection = source.getConnection();
            try {
                connection.setAutoCommit(false);
                try (Statement statement = connection.createStatement()) {
                    statement.execute(LOCK);
                }
            } catch (SQLException | RuntimeException refused) {
                connection.close();
                throw refused;
            }
            return () -> give(connection);
        } catch (SQLException unreachable) {
            throw new IllegalStateException("no turn to be had at the database", unreachable);
        }
    }

    private static void give(Connection connection) {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException lost) {
            throw new IllegalStateException("the connection that held this server's turn was lost", lost);
        }
    }
}

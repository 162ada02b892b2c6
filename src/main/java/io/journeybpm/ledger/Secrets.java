package io.journeybpm.ledger;

import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The table {@code journey_secret}: what all servers of a cluster have to know alike. */
public final class Secrets {

    private static final String INSERT = "insert into journey_secret (name, secret) values (?, ?)";
    private static final String POSTGRESQL = INSERT + " on conflict (name) do nothing";

    private final JdbcClient db;
    private final Dialect dialect;
    private final TransactionOperations own;

    /**
     * Secrets in transactions of their own: what one server has made is everybody's, whatever becomes of its work.
     *
     * @param own begins a new transaction each time
     */
    Secrets(JdbcClient db, Dialect dialect, TransactionOperations own) {
        this.db = db;
        this.dialect = dialect;
        this.own = own;
    }

    /**
     * The secret of that name.
     *
     * @param offered kept if there is none yet; where several servers offer at once, one of theirs is everybody's
     */
    public String of(String name, String offered) {
        return Objects.requireNonNull(own.execute(status -> find(name).orElseGet(() -> {
            keep(name, offered);
            return find(name).orElseThrow();
        })));
    }

    private Optional<String> find(String name) {
        return db.sql("select secret from journey_secret where name = ?")
                .param(name)
                .query(String.class)
                .optional();
    }

    private void keep(String name, String offered) {
        try {
            db.sql(dialect == Dialect.POSTGRESQL ? POSTGRESQL : INSERT)
                    .params(name, offered)
                    .update();
        } catch (DuplicateKeyException raced) {
            // on H2, where a refused statement costs nothing else, another server has made it by now
        }
    }
}

package io.journeybpm.ledger;

import static io.journeybpm.ledger.Sql.time;

import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code journey_preference}: what customers said about being contacted. */
public final class CustomerPreferences {

    private static final String UPDATE = "update journey_preference set told = ?, told_at = ? where customer = ?";
    private static final String INSERT = "insert into journey_preference (told, told_at, customer) values (?, ?, ?)";
    private static final String POSTGRESQL =
            INSERT + " on conflict (customer) do update set told = excluded.told, told_at = excluded.told_at";

    private final JdbcClient db;
    private final Dialect dialect;
    private final CaseClock clock;

    CustomerPreferences(JdbcClient db, Dialect dialect, CaseClock clock) {
        this.db = db;
        this.dialect = dialect;
        this.clock = clock;
    }

    /** What this customer said; empty if nothing. */
    public Optional<Preferences> find(String customer) {
        return db.sql("select told from journey_preference where customer = ?")
                .param(customer)
                .query(String.class)
                .optional()
                .map(told -> Json.read(told, Preferences.class));
    }

    /** Keeps what a customer said, instead of all that was said before. */
    public void keep(String customer, Preferences said) {
        if (dialect == Dialect.POSTGRESQL) {
            write(POSTGRESQL, customer, said);
        } else if (write(UPDATE, customer, said) == 0) {
            try {
                write(INSERT, customer, said);
            } catch (DuplicateKeyException raced) {
                write(UPDATE, customer, said);
            }
        }
    }

    private int write(String statement, String customer, Preferences said) {
        return db.sql(statement)
                .params(Json.write(said), time(clock.now()), customer)
                .update();
    }
}

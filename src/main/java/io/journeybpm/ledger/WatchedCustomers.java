package io.journeybpm.ledger;

import static io.journeybpm.ledger.Sql.time;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code journey_watch}: the latest figures of customers, and whether a flag is up. */
public final class WatchedCustomers {

    private static final String INSERT = """
            insert into journey_watch (figures, told_at, flag, armed, reason, flagged_at, case_id, customer)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String UPDATE = """
            update journey_watch set figures = ?, told_at = ?, flag = ?, armed = ?, reason = ?, flagged_at = ?,
              case_id = ? where customer = ?
            """;

    private final JdbcClient db;
    private final Turns turns;

    WatchedCustomers(JdbcClient db, Turns turns) {
        this.db = db;
        this.turns = turns;
    }

    /** What is known of a customer. */
    public Optional<Watched> find(String customer) {
        return db.sql("select * from journey_watch where customer = ?")
                .param(customer)
                .query((row, number) -> new Watched(
                        customer,
                        Json.values(row.getString("figures")),
                        Sql.instant(row, "told_at"),
                        Sql.word(Watched.Flag.class, row.getString("flag")),
                        row.getBoolean("armed"),
                        row.getString("reason"),
                        Sql.instant(row, "flagged_at"),
                        row.getString("case_id")))
                .optional();
    }

    /**
     * Holds what is known of a customer until the transaction ends; whoever also holds cases takes them after this.
     */
    public Watched hold(String customer) {
        turns.take("watch:" + customer);
        return find(customer).orElseGet(() -> Watched.unknown(customer));
    }

    /** Keeps what became of a customer that is held. */
    public void keep(Watched changed) {
        if (write(UPDATE, changed) == 0) {
            write(INSERT, changed);
        }
    }

    private int write(String statement, Watched watched) {
        return db.sql(statement)
                .params(
                        Json.write(watched.figures()),
                        time(watched.toldAt()),
                        watched.flag().word(),
                        watched.armed(),
                        watched.reason(),
                        time(watched.flaggedAt()),
                        watched.caseId(),
                        watched.customer())
                .update();
    }
}

package io.journeybpm.ledger;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code journey_customer}. */
final class CustomerRows {

    private static final String POSTGRESQL = """
            insert into journey_customer (reference, name, email, phone, phone_key, address)
            values (?, ?, ?, ?, ?, ?)
            on conflict (reference) do update set
              name = coalesce(excluded.name, journey_customer.name),
              email = coalesce(excluded.email, journey_customer.email),
              phone = coalesce(excluded.phone, journey_customer.phone),
              phone_key = coalesce(excluded.phone_key, journey_customer.phone_key),
              address = coalesce(excluded.address, journey_customer.address)
            """;

    private static final String H2 = """
            merge into journey_customer c using (
              values (cast(? as varchar), cast(? as varchar), cast(? as varchar), cast(? as varchar),
                cast(? as varchar), cast(? as varchar))) n (reference, name, email, phone, phone_key, address)
            on c.reference = n.reference
            when matched then update set
              name = coalesce(n.name, c.name), email = coalesce(n.email, c.email), phone = coalesce(n.phone, c.phone),
              phone_key = coalesce(n.phone_key, c.phone_key), address = coalesce(n.address, c.address)
            when not matched then insert (reference, name, email, phone, phone_key, address)
              values (n.reference, n.name, n.email, n.phone, n.phone_key, n.address)
            """;

    private final JdbcClient db;
    private final Dialect dialect;

    CustomerRows(JdbcClient db, Dialect dialect) {
        this.db = db;
        this.dialect = dialect;
    }

    /** Keeps what is known of a customer; what is not told now stays as it was. */
    void keep(Customer customer) {
        if (dialect == Dialect.POSTGRESQL) {
            keep(POSTGRESQL, customer);
            return;
        }
        try {
            keep(H2, customer);
        } catch (DuplicateKeyException raced) {
            // H2 looks before it waits for another transaction's insert; by now that one has committed
            keep(H2, customer);
        }
    }

    private void keep(String statement, Customer customer) {
        db.sql(statement)
                .params(
                        customer.reference(),
                        customer.name(),
                        customer.email(),
                        customer.phone(),
                        Customer.phoneKey(customer.phone()),
                        customer.address())
                .update();
    }
}

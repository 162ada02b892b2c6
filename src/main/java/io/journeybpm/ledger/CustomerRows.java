package io.journeybpm.ledger;

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
    private final String keep;

    CustomerRows(JdbcClient db, Dialect dialect) {
        this.db = db;
        this.keep = dialect == Dialect.POSTGRESQL ? POSTGRESQL : H2;
    }

    /** Keeps what is known of a customer; what is not told now stays as it was. */
    void keep(Customer customer) {
        db.sql(keep)
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

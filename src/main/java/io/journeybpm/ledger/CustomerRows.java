package io.journeybpm.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code journey_customer}. */
final class CustomerRows {

    private static final String POSTGRESQL = """
            insert into journey_customer (reference, name, email, phone, phone_key, address, words_taken)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (reference) do update set
              name = coalesce(excluded.name, journey_customer.name),
              email = coalesce(excluded.email, journey_customer.email),
              phone = coalesce(excluded.phone, journey_customer.phone),
              phone_key = coalesce(excluded.phone_key, journey_customer.phone_key),
              address = coalesce(excluded.address, journey_customer.address),
              words_taken = excluded.words_taken
            """;

    private static final String H2 = """
            merge into journey_customer c using (
              values (cast(? as varchar), cast(? as varchar), cast(? as varchar), cast(? as varchar),
                cast(? as varchar), cast(? as varchar), cast(? as smallint)))
              n (reference, name, email, phone, phone_key, address, words_taken)
            on c.reference = n.reference
            when matched then update set
              name = coalesce(n.name, c.name), email = coalesce(n.email, c.email), phone = coalesce(n.phone, c.phone),
              phone_key = coalesce(n.phone_key, c.phone_key), address = coalesce(n.address, c.address),
              words_taken = n.words_taken
            when not matched then insert (reference, name, email, phone, phone_key, address, words_taken)
              values (n.reference, n.name, n.email, n.phone, n.phone_key, n.address, n.words_taken)
            """;

    private static final String SELECT = "select * from journey_customer where reference = ?";

    /** By the index on both, so that what is done is never looked at again. */
    private static final String NOT_TAKEN = """
            select * from journey_customer where words_taken < ? order by words_taken, reference limit ? for update
            """;

    private static final String TAKEN =
            "update journey_customer set phone_key = ?, words_taken = ? where reference = ?";

    private final JdbcClient db;
    private final JdbcTemplate batches;
    private final Dialect dialect;
    private final CustomerWords words;
    private final Phones phones;

    CustomerRows(JdbcClient db, JdbcTemplate batches, Dialect dialect, CustomerWords words, Phones phones) {
        this.db = db;
        this.batches = batches;
        this.dialect = dialect;
        this.words = words;
        this.phones = phones;
    }

    private record Kept(Customer customer, int wordsTaken) {}

    /** Keeps what is known of a customer; what is not told now stays as it was. */
    void keep(Customer told) {
        Optional<Kept> before = find(told.reference());
        boolean nothingNew = before.filter(kept -> kept.customer.told(told).equals(kept.customer)
                        && (told.isUnknown() || kept.wordsTaken == Words.RULES))
                .isPresent();
        if (nothingNew) {
            return;
        }
        write(told);
        // its row is locked now: what another transaction has told of the same customer is there, or comes after us
        find(told.reference()).ifPresent(now -> words.write(Map.of(told.reference(), Words.of(now.customer))));
    }

    /**
     * Takes the words of customers who were there before words were taken, or whose words were taken by other rules.
     *
     * @return how many; fewer than asked for when there are no more
     */
    int takeWords(int most) {
        List<Customer> customers = db.sql(NOT_TAKEN)
                .params(Words.RULES, most)
                .query(CustomerRows::map)
                .list();
        Map<String, Set<String>> taken =
                customers.stream().collect(Collectors.toMap(Customer::reference, (Customer each) -> Words.of(each)));
        words.write(taken);
        batches.batchUpdate(
                TAKEN,
                customers.stream()
                        .map(each -> new Object[] {phones.key(each.phone()), Words.RULES, each.reference()})
                        .toList());
        return customers.size();
    }

    /** Whether there are customers whose words are still to be taken. */
    boolean hasWordsToTake() {
        return !db.sql("select reference from journey_customer where words_taken < ? limit 1")
                .param(Words.RULES)
                .query(String.class)
                .list()
                .isEmpty();
    }

    static Customer map(ResultSet row, int number) throws SQLException {
        return new Customer(
                row.getString("reference"),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("address"));
    }

    private Optional<Kept> find(String reference) {
        return db.sql(SELECT)
                .param(reference)
                .query((row, number) -> new Kept(map(row, number), row.getInt("words_taken")))
                .optional();
    }

    private void write(Customer customer) {
        if (dialect == Dialect.POSTGRESQL) {
            write(POSTGRESQL, customer);
            return;
        }
        try {
            write(H2, customer);
        } catch (DuplicateKeyException raced) {
            // H2 looks before it waits for another transaction's insert; by now that one has committed
            write(H2, customer);
        }
    }

    private void write(String statement, Customer customer) {
        db.sql(statement)
                .params(
                        customer.reference(),
                        customer.name(),
                        customer.email(),
                        customer.phone(),
                        phones.key(customer.phone()),
                        customer.address(),
                        Words.RULES)
                .update();
    }
}

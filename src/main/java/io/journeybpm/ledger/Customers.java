package io.journeybpm.ledger;

import io.journeybpm.journey.Word;
import io.journeybpm.ledger.Likeness.Asked;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Customers, found by whatever they say of themselves. Never logs what is looked for. */
public final class Customers {

    /** Customers compared with what was asked for; of those who fit as well, the first by their references. */
    private static final int COMPARED = 200;

    private static final String OF_REFERENCES = "select * from journey_customer where reference in (:references)";

    private static final String OF_PHONES = "select * from journey_customer where phone_key in (:keys)"
            + " order by reference" + Sql.limit(COMPARED + 1);

    private final JdbcClient db;
    private final CustomerRows rows;
    private final WordSearch words;
    private final Phones phones;
    private final TransactionOperations transactions;

    Customers(JdbcClient db, CustomerRows rows, WordSearch words, Phones phones, TransactionOperations transactions) {
        this.db = db;
        this.rows = rows;
        this.words = words;
        this.phones = phones;
        this.transactions = transactions;
    }

    /** By what a customer was found. */
    public enum Field implements Word {
        NAME,
        PHONE,
        EMAIL,
        ADDRESS,
        REFERENCE
    }

    /**
     * A customer who may be meant.
     *
     * @param customer who
     * @param field by what most of all
     * @param likeness from 0 to 1
     */
    public record Match(Customer customer, Field field, double likeness) {}

    /**
     * Customers who may be meant.
     *
     * @param items the likeliest first
     * @param more whether there are others who fit
     */
    public record Matches(List<Match> items, boolean more) {}

    /**
     * Looks customers up by name, phone number, e-mail address, address, reference, or words of several of them, in any
     * order and with slips of the keyboard. Looks at a bounded part of the ledger, however common a name is.
     *
     * @param text what somebody typed
     * @param most how many to answer with
     */
    public Matches find(String text, int most) {
        Asked asked = Asked.of(text, phones);
        Map<String, Customer> found = new LinkedHashMap<>();
        byReference(List.of(asked.text())).forEach(each -> found.put(each.reference(), each));
        asked.numbers().forEach(number -> byKey(number).forEach(each -> found.put(each.reference(), each)));
        boolean known = asked.isNumber() && !found.isEmpty();
        WordSearch.Hits hits = words.find(known ? List.of() : asked.words(), COMPARED);
        hits.references().removeAll(found.keySet());
        byReference(hits.references()).forEach(each -> found.put(each.reference(), each));
        Likeness likeness = new Likeness(asked, phones);
        List<Match> matches = found.values().stream()
                .map(each -> match(each, likeness.of(each)))
                .filter(each -> each.likeness() > 0)
                .sorted(Comparator.comparingDouble(Match::likeness).reversed().thenComparing(each -> each.customer()
                        .reference()))
                .toList();
        boolean more = hits.more() || matches.size() > most;
        return new Matches(matches.subList(0, Math.min(most, matches.size())), more);
    }

    private static Match match(Customer customer, Likeness.Share share) {
        return new Match(customer, share.field(), share.share());
    }

    /**
     * Customers with a phone number. Those of whom only the last digits are the same are answered only where nobody has
     * the number itself.
     *
     * @param phone in any notation
     */
    public List<Match> withPhone(String phone) {
        List<Match> alike = byKey(phone).stream()
                .filter(each -> each.phone() != null)
                .map(each -> new Match(each, Field.PHONE, phones.likeness(String.valueOf(each.phone()), phone)))
                .toList();
        double best = alike.stream().mapToDouble(Match::likeness).max().orElse(0);
        return alike.stream().filter(each -> each.likeness() == best).toList();
    }

    /** Whether two notations stand for the same number, and not only for numbers that end alike. */
    public static boolean isCertain(Match match) {
        return match.likeness() >= Phones.SAME_IN_PART;
    }

    /** Customers by their references; those who don't exist are left out. */
    public Map<String, Customer> of(Collection<String> references) {
        return byReference(references).stream().collect(Collectors.toMap(Customer::reference, Function.identity()));
    }

    /** Whether there are customers who were there before anybody could be found by words. */
    public boolean hasWordsToTake() {
        return rows.hasWordsToTake();
    }

    /**
     * Makes some of them findable, in the caller's transaction or one of its own.
     *
     * @return how many; fewer than asked for when there are no more
     */
    public int takeWords(int most) {
        return Optional.ofNullable(transactions.execute(status -> rows.takeWords(most)))
                .orElse(0);
    }

    private List<Customer> byKey(String phone) {
        Set<String> keys = phones.keys(phone);
        return keys.isEmpty()
                ? List.of()
                : db.sql(OF_PHONES).param("keys", keys).query(CustomerRows::map).list();
    }

    private List<Customer> byReference(Collection<String> references) {
        return references.isEmpty()
                ? List.of()
                : db.sql(OF_REFERENCES)
                        .param("references", new ArrayList<>(new LinkedHashSet<>(references)))
                        .query(CustomerRows::map)
                        .list();
    }
}

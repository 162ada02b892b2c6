package io.journeybpm.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The words by which customers are found, and the ways to spell each. To be written by who holds the customer's row. */
final class CustomerWords {

    private static final String INSERT = "insert into journey_customer_word (customer, word) values (?, ?)";
    private static final String DELETE = "delete from journey_customer_word where customer = ? and word = ?";
    private static final String KEPT =
            "select customer, word from journey_customer_word where customer in (:customers)";

    private static final String SPELL = "insert into journey_spelling (spelling, word) values (?, ?)";

    /** Values of one question. */
    private static final int MOST = 200;

    private final JdbcClient db;
    private final JdbcTemplate batches;
    private final Inserts inserts;

    CustomerWords(JdbcClient db, JdbcTemplate batches, Inserts inserts) {
        this.db = db;
        this.batches = batches;
        this.inserts = inserts;
    }

    /** Has each of these customers found by these words, and by no others. */
    void write(Map<String, Set<String>> words) {
        if (words.isEmpty()) {
            return;
        }
        Map<String, Set<String>> kept = kept(words.keySet());
        List<Object[]> added = new ArrayList<>();
        List<Object[]> gone = new ArrayList<>();
        Set<String> spoken = new TreeSet<>();
        words.forEach((customer, wanted) -> {
            Set<String> before = kept.getOrDefault(customer, Set.of());
            wanted.stream().filter(each -> !before.contains(each)).forEach(each -> {
                added.add(new Object[] {customer, each});
                spoken.add(each);
            });
            before.stream()
                    .filter(each -> !wanted.contains(each))
                    .forEach(each -> gone.add(new Object[] {customer, each}));
        });
        inserts.insert(INSERT, added);
        if (!gone.isEmpty()) {
            batches.batchUpdate(DELETE, gone);
        }
        spell(spoken);
    }

    private Map<String, Set<String>> kept(Collection<String> customers) {
        Map<String, Set<String>> kept = new HashMap<>();
        db.sql(KEPT).param("customers", customers).query(row -> {
            kept.computeIfAbsent(row.getString("customer"), each -> new HashSet<>())
                    .add(row.getString("word"));
        });
        return kept;
    }

    /** Another transaction may add the same word at the same moment: then it stands there twice. */
    private void spell(Set<String> words) {
        List<String> spelt =
                words.stream().filter(each -> !Words.spellings(each).isEmpty()).toList();
        for (int from = 0; from < spelt.size(); from += MOST) {
            List<String> part = spelt.subList(from, Math.min(spelt.size(), from + MOST));
            Set<String> known = known(part);
            inserts.insert(
                    SPELL,
                    part.stream()
                            .filter(each -> !known.contains(each))
                            .flatMap(word ->
                                    Words.spellings(word).stream().map(spelling -> new Object[] {spelling, word}))
                            .toList());
        }
    }

    /** A word that is known has a line for its own beginning; by the words themselves there is no index. */
    private Set<String> known(List<String> words) {
        List<Object[]> pairs = words.stream()
                .map(each -> new Object[] {Words.spellings(each).iterator().next(), each})
                .toList();
        String sql = "select distinct word from journey_spelling where (spelling, word) in ("
                + "(?, ?), ".repeat(pairs.size() - 1) + "(?, ?))";
        List<Object> values = pairs.stream().flatMap(Arrays::stream).toList();
        return new HashSet<>(db.sql(sql).params(values).query(String.class).list());
    }
}

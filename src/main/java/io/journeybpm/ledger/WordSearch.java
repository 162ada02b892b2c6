package io.journeybpm.ledger;

import static io.journeybpm.ledger.Sql.limit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds customers who have all words asked for, as typed, else with slips, else all but one of them, else the rarest.
 * Begins with the rarest word and looks the others up, so that what is common costs no more than what is rare; of a word that everybody
 * has, a bounded number is looked at, in the order of the customers' references.
 */
final class WordSearch {

    /** Customers with one word who are asked for the others. In a million, fewer share all but the commonest names. */
    private static final int LOOKED_AT = 20_000;

    /** Words asked for; who says more has said enough. */
    private static final int ASKED = 8;

    /** Words that begin alike but for one letter, and those of them that are worth looking for. */
    private static final int SPELT_ALIKE = 2_000;

    private static final int ALTERNATIVES = 12;

    /** From this length on, a word may hold two slips. */
    private static final int LONG = 8;

    private static final String SPELT =
            "select distinct word from journey_spelling where spelling in (:spellings) order by word"
                    + limit(SPELT_ALIKE);

    private static final String WITH_WORD =
            "select customer from journey_customer_word where word = ? order by customer" + limit(LOOKED_AT);

    private static final Comparator<Meant> RAREST_FIRST = Comparator.comparingInt(Meant::customers);

    private final JdbcClient db;

    WordSearch(JdbcClient db) {
        this.db = db;
    }

    /**
     * Who was found.
     *
     * @param references of customers
     * @param more whether others were passed over
     */
    record Hits(Set<String> references, boolean more) {}

    /** What may have been meant by a word, and how many customers have any of it, as far as they are looked at. */
    private record Meant(List<String> words, int customers) {}

    Hits find(List<String> asked, int most) {
        List<String> words = asked.size() > ASKED ? asked.subList(0, ASKED) : asked;
        List<Meant> typed = words.stream().map(each -> meant(List.of(each))).toList();
        Hits hits = having(typed, most);
        if (hits.references.size() >= most) {
            return hits;
        }
        List<Meant> spelt = new ArrayList<>();
        words.forEach(each -> spelt.add(meant(alternatives(each))));
        spelt.removeIf(each -> each.customers == 0);
        hits = join(hits, having(spelt, most));
        if (!hits.references.isEmpty() || spelt.size() < 2) {
            return hits;
        }
        for (int left = 0; left < spelt.size(); left++) {
            List<Meant> others = new ArrayList<>(spelt);
            others.remove(left);
            hits = join(hits, having(others, most));
        }
        return hits.references.isEmpty() ? having(List.of(Collections.min(spelt, RAREST_FIRST)), most) : hits;
    }

    private static Hits join(Hits one, Hits other) {
        Set<String> both = new LinkedHashSet<>(one.references);
        both.addAll(other.references);
        return new Hits(both, one.more || other.more);
    }

    private Meant meant(List<String> words) {
        String counted = words.stream()
                .map(each -> "select count(*) from (" + WITH_WORD + ") w")
                .collect(Collectors.joining(" union all "));
        int customers = db.sql(counted).params(List.copyOf(words)).query(Integer.class).list().stream()
                .mapToInt(Integer::intValue)
                .sum();
        return new Meant(words, customers);
    }

    /** The word as typed, and those that differ from it by a slip, the likeliest first. */
    private List<String> alternatives(String word) {
        Set<String> spellings = Words.spellings(word);
        if (spellings.isEmpty()) {
            return List.of(word);
        }
        int slips = word.length() < LONG ? 1 : 2;
        Set<String> known = new TreeSet<>(
                db.sql(SPELT).param("spellings", spellings).query(String.class).list());
        known.add(word);
        return known.stream()
                .filter(each -> Likeness.slips(word, each) <= slips)
                .sorted(Comparator.comparingInt((String each) -> Likeness.slips(word, each))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(ALTERNATIVES)
                .toList();
    }

    private Hits having(List<Meant> all, int most) {
        if (all.isEmpty() || all.stream().anyMatch(each -> each.customers == 0)) {
            return new Hits(new LinkedHashSet<>(), false);
        }
        List<Meant> rarestFirst = new ArrayList<>(all);
        rarestFirst.sort(RAREST_FIRST);
        Meant rarest = rarestFirst.get(0);
        List<String> values = new ArrayList<>(rarest.words);
        StringBuilder sql = new StringBuilder("select distinct w.customer from (");
        sql.append(rarest.words.stream()
                .map(each -> "select customer from (" + WITH_WORD + ") p")
                .collect(Collectors.joining(" union all ")));
        sql.append(") w");
        String and = " where";
        for (Meant each : rarestFirst.subList(1, rarestFirst.size())) {
            sql.append(and)
                    .append(
                            " exists (select 1 from journey_customer_word o where o.customer = w.customer and o.word in (")
                    .append(questionMarks(each.words))
                    .append("))");
            and = " and";
            values.addAll(each.words);
        }
        sql.append(" order by w.customer").append(limit(most + 1));
        Set<String> found = new LinkedHashSet<>(
                db.sql(sql.toString()).params(values).query(String.class).list());
        boolean cut = rarest.customers >= LOOKED_AT;
        if (found.size() > most) {
            Set<String> first = found.stream().limit(most).collect(Collectors.toCollection(LinkedHashSet::new));
            return new Hits(first, true);
        }
        return new Hits(found, cut);
    }

    private static String questionMarks(Collection<String> values) {
        return String.join(", ", Collections.nCopies(values.size(), "?"));
    }
}

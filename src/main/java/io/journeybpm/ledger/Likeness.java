package io.journeybpm.ledger;

import io.journeybpm.ledger.Customers.Field;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * How like what was asked for a customer is, from 0 to 1: each word that was asked for counts by its length, and as much
 * of it as some word of the customer has in common with it.
 */
final class Likeness {

    /** A missing, doubled, wrong or swapped letter is one slip. */
    private static final DamerauLevenshteinDistance SLIPS = new DamerauLevenshteinDistance();

    private static final JaroWinklerSimilarity EMAILS = new JaroWinklerSimilarity();

    /** Words with less in common have nothing to do with each other. */
    private static final double LEAST = 0.6;

    /** Of two that fit, the one with nothing besides comes first. */
    private static final double FOR_A_NAME_NOT_ASKED = 0.01;

    private final Asked asked;
    private final Phones phones;

    Likeness(Asked asked, Phones phones) {
        this.asked = asked;
        this.phones = phones;
    }

    /**
     * What was asked for.
     *
     * @param text as it was typed
     * @param numbers phone numbers in it
     * @param words what remains
     */
    record Asked(String text, List<String> numbers, List<String> words) {

        static Asked of(String text, Phones phones) {
            Phones.Taken taken = phones.take(text);
            Set<String> words = text.contains("@") ? Words.ofEmail(text) : Words.of(taken.rest());
            return new Asked(text.strip(), taken.numbers(), List.copyOf(words));
        }

        /** Whether it is a number and nothing else; its digits may still be a house number or a customer's. */
        boolean isNumber() {
            return text.chars().noneMatch(Character::isLetter);
        }
    }

    /**
     * How alike.
     *
     * @param field where most of it was found
     * @param share from 0 to 1
     */
    record Share(Field field, double share) {}

    Share of(Customer customer) {
        Share best = ofWords(customer);
        double phone = ofPhone(customer);
        if (asked.words().isEmpty() || asked.isNumber()) {
            best = better(best, new Share(Field.PHONE, phone));
        } else if (!asked.numbers().isEmpty()) {
            Field field = phone > best.share ? Field.PHONE : best.field;
            best = new Share(field, (phone + best.share) / 2);
        }
        if (customer.email() != null && asked.text().contains("@")) {
            double email = EMAILS.apply(Words.fold(customer.email()), Words.fold(asked.text()));
            best = better(best, new Share(Field.EMAIL, email));
        }
        return customer.reference().equalsIgnoreCase(asked.text()) ? new Share(Field.REFERENCE, 1) : best;
    }

    private static Share better(Share one, Share other) {
        return other.share > one.share ? other : one;
    }

    private double ofPhone(Customer customer) {
        String kept = customer.phone();
        String key = phones.key(kept);
        return kept == null || key == null
                ? 0
                : asked.numbers().stream()
                        .filter(each -> phones.keys(each).contains(key))
                        .mapToDouble(each -> phones.likeness(kept, each))
                        .max()
                        .orElse(0);
    }

    private Share ofWords(Customer customer) {
        Map<Field, Set<String>> words = new EnumMap<>(Field.class);
        words.put(Field.NAME, Words.of(customer.name()));
        words.put(Field.EMAIL, Words.ofEmail(customer.email()));
        words.put(Field.ADDRESS, Words.of(customer.address()));
        Map<Field, Double> found = new EnumMap<>(Field.class);
        double sum = 0;
        int letters = 0;
        for (String word : asked.words()) {
            Share best = best(word, words);
            sum += best.share * word.length();
            letters += word.length();
            found.merge(best.field, best.share * word.length(), Double::sum);
        }
        Field field = found.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(Field.NAME);
        double notAsked =
                words.getOrDefault(Field.NAME, Set.of()).size() - asked.words().size();
        double share = letters == 0 ? 0 : sum / letters - Math.max(0, notAsked) * FOR_A_NAME_NOT_ASKED;
        return new Share(field, Math.max(0, share));
    }

    private static Share best(String asked, Map<Field, Set<String>> words) {
        Share best = new Share(Field.NAME, 0);
        for (Field field : List.of(Field.NAME, Field.EMAIL, Field.ADDRESS)) {
            for (String each : words.getOrDefault(field, Set.of())) {
                best = better(best, new Share(field, alike(asked, each)));
            }
        }
        return best;
    }

    /** How alike two words are, from 0 to 1. */
    static double alike(String one, String other) {
        double share = 1 - (double) SLIPS.apply(one, other) / Math.max(one.length(), other.length());
        return share < LEAST ? 0 : share;
    }

    /** How many slips lie between two words. */
    static int slips(String one, String other) {
        return SLIPS.apply(one, other);
    }
}

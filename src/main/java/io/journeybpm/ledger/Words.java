package io.journeybpm.ledger;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Words as they are compared: however they were typed, with or without the letters a keyboard lacks. */
final class Words {

    /** The rules below; what was taken by other ones is taken again. */
    static final int RULES = 1;

    /** Nobody's name or street needs more to be known by. */
    private static final int LONGEST = 40;

    /** Words of one customer: an address may be as long as a letter. */
    private static final int MOST = 40;

    /** Letters in which a slip is looked for; who has typed that many right has the word. */
    private static final int BEGINNING = 7;

    /** Shorter words with a slip could be any other. */
    private static final int SHORTEST = 3;

    private static final int NO_PLANE = 0xffff;

    /** How letters are written by those who don't have them. */
    private static final Map<Integer, String> LETTERS = Map.ofEntries(
            Map.entry((int) 'ø', "oe"),
            Map.entry((int) 'ö', "oe"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'ä', "ae"),
            Map.entry((int) 'å', "aa"),
            Map.entry((int) 'ü', "ue"),
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ł', "l"));

    private static final Pattern MARKS = Pattern.compile("\\p{M}+|['’`´]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private Words() {}

    /** The words of a text, in its order. */
    static Set<String> of(@Nullable String text) {
        Set<String> words = new LinkedHashSet<>();
        if (text != null) {
            Arrays.stream(BETWEEN.split(fold(text)))
                    .filter(each -> !each.isEmpty())
                    .map(Words::cut)
                    .limit(MOST)
                    .forEach(words::add);
        }
        return words;
    }

    /** All words of a customer. Of an e-mail address, what stands before the provider. */
    static Set<String> of(Customer customer) {
        Set<String> words = new LinkedHashSet<>();
        Stream.of(of(customer.name()), ofEmail(customer.email()), of(customer.address()))
                .flatMap(Set::stream)
                .limit(MOST)
                .forEach(words::add);
        return words;
    }

    static Set<String> ofEmail(@Nullable String email) {
        int at = email == null ? -1 : email.lastIndexOf('@');
        return of(at < 0 ? email : email.substring(0, at));
    }

    /** The text in small letters of the plain alphabet, as far as it is written in one like it. */
    static String fold(String text) {
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(each -> {
                    String written = LETTERS.get(each);
                    if (written == null) {
                        plain.appendCodePoint(each);
                    } else {
                        plain.append(written);
                    }
                });
        return MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD)).replaceAll("");
    }

    /** The beginning of a word as it is, and with each letter left out: words that differ by a slip share one. */
    static Set<String> spellings(String word) {
        Set<String> spellings = new LinkedHashSet<>();
        boolean plain = word.codePoints().allMatch(each -> each <= NO_PLANE);
        if (word.length() < SHORTEST || !plain || NUMBER.matcher(word).matches()) {
            return spellings;
        }
        String beginning = word.substring(0, Math.min(BEGINNING, word.length()));
        spellings.add(beginning);
        for (int at = 0; at < beginning.length(); at++) {
            spellings.add(beginning.substring(0, at) + beginning.substring(at + 1));
        }
        return spellings;
    }

    private static String cut(String word) {
        if (word.length() <= LONGEST) {
            return word;
        }
        boolean half = Character.isHighSurrogate(word.charAt(LONGEST - 1));
        return word.substring(0, half ? LONGEST - 1 : LONGEST);
    }
}

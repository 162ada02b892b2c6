package io.journeybpm.engine.check;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What findings say, and how texts of owners are compared with words we know. */
final class Wording {

    /** How many letters of a word may be wrong for it to be meant: one in this many. */
    static final int HALF = 2;

    /** As {@link #HALF}, where other words than ours are allowed too. */
    static final int THIRD = 3;

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final String DID_YOU_MEAN = "didYouMean";

    private final RuleBook book;

    Wording(RuleBook book) {
        this.book = book;
    }

    /** A template with values, words and limits in their places. */
    String fill(String template, Map<String, ?> values) {
        Matcher places = PLACE.matcher(template);
        return places.replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), values)));
    }

    private String value(String key, Map<String, ?> values) {
        Object value = values.get(key);
        if (value == null) {
            value = book.words().containsKey(key)
                    ? book.words(key)
                    : book.limits().get(key);
        }
        if (value instanceof List<?> several) {
            return several.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return key.equals(DID_YOU_MEAN) ? String.valueOf(value) : shortened(String.valueOf(value));
    }

    private String shortened(String value) {
        int shown = book.limit("valueShown");
        if (value.codePointCount(0, value.length()) <= shown) {
            return value;
        }
        return value.substring(0, value.offsetByCodePoints(0, shown)) + "…";
    }

    /**
     * A hint at the word most like a text; empty where none is like it.
     *
     * @param share how many of its letters may be wrong: one in this many
     * @param from where in text and words to begin comparing
     */
    String didYouMean(String value, List<String> candidates, int share, int from) {
        return value.length() > book.limit("didYouMeanLongest")
                ? ""
                : Guess.nearest(value, candidates, from, letters -> letters / share)
                        .map(nearest -> " Did you mean '" + nearest + "'?")
                        .orElse("");
    }

    static boolean isOneOf(String value, List<String> candidates) {
        return candidates.stream().anyMatch(value::equalsIgnoreCase);
    }
}

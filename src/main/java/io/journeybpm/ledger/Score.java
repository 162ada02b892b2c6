package io.journeybpm.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a customer answered, on the scale that was asked.
 *
 * @param scale {@code nps} (0–10), {@code csat} (1–5), {@code ces} (1–7), {@code percent} (0–100), or the two ends such
 *     as {@code 1-5}
 * @param value within the scale
 */
public record Score(String scale, BigDecimal value) {

    private record Range(BigDecimal from, BigDecimal to) {}

    private static final Map<String, Range> NAMED =
            Map.of("nps", range(0, 10), "csat", range(1, 5), "ces", range(1, 7), "percent", range(0, 100));

    private static final Pattern ENDS = Pattern.compile("(\\d{1,4})-(\\d{1,4})");

    /**
     * Checks and keeps a score.
     *
     * @throws IllegalArgumentException if the scale is unknown or the value lies outside it
     */
    public Score {
        scale = scale.strip().toLowerCase(Locale.ROOT);
        Range range = rangeOf(scale);
        if (value.compareTo(range.from) < 0 || value.compareTo(range.to) > 0) {
            throw new IllegalArgumentException(
                    "a score on " + scale + " lies between " + range.from + " and " + range.to);
        }
    }

    /** The value as percent of the way from the scale's worst to its best end: 0 to 100. */
    public BigDecimal percent() {
        Range range = rangeOf(scale);
        return value.subtract(range.from)
                .multiply(BigDecimal.valueOf(100))
                .divide(range.to.subtract(range.from), 3, RoundingMode.HALF_UP);
    }

    private static Range rangeOf(String scale) {
        Range named = NAMED.get(scale);
        if (named != null) {
            return named;
        }
        Matcher ends = ENDS.matcher(scale);
        if (ends.matches() && Integer.parseInt(ends.group(1)) < Integer.parseInt(ends.group(2))) {
            return range(Integer.parseInt(ends.group(1)), Integer.parseInt(ends.group(2)));
        }
        throw new IllegalArgumentException("unknown scale '" + scale
                + "'; known are nps, csat, ces, percent, or the scale's two ends such as 1-5");
    }

    private static Range range(int from, int to) {
        return new Range(BigDecimal.valueOf(from), BigDecimal.valueOf(to));
    }
}

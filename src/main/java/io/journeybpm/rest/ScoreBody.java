package io.journeybpm.rest;

import io.journeybpm.casework.Checks;
import io.journeybpm.casework.Limits;
import io.journeybpm.ledger.Score;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a customer answered.
 *
 * @param scale {@code nps}, {@code csat}, {@code ces}, {@code percent}, or the scale's two ends such as {@code 1-5}
 * @param value on that scale
 */
record ScoreBody(@Nullable String scale, @Nullable BigDecimal value) {

    /** Reads it; not to be used unless {@link Checks#done()} passes. */
    @Nullable
    Score read(Checks checks) {
        String named = checks.required("score.scale", scale, Limits.NAME);
        if (value == null) {
            checks.wrong("score.value", "is required");
            return null;
        }
        if (named.isEmpty()) {
            return null;
        }
        if (isAbsurd(value) || value.stripTrailingZeros().scale() > Limits.SCORE_DECIMALS) {
            checks.wrong("score.value", "has too many digits, at most " + Limits.SCORE_DECIMALS + " decimals");
            return null;
        }
        try {
            return new Score(named, value);
        } catch (IllegalArgumentException refused) {
            String message = String.valueOf(refused.getMessage());
            checks.wrong(message.startsWith("unknown scale") ? "score.scale" : "score.value", "is refused: " + message);
            return null;
        }
    }

    /** Whether a number is longer than anybody means, and dear to compute with. */
    static boolean isAbsurd(BigDecimal number) {
        return number.precision() > Limits.DIGITS || Math.abs((long) number.scale()) > Limits.DIGITS;
    }
}

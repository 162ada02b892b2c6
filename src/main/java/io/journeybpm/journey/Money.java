package io.journeybpm.journey;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount in one currency.
 *
 * @param amount not negative, at most four decimals
 * @param currency ISO 4217 code, such as {@code DKK}
 */
public record Money(BigDecimal amount, String currency) {

    /** Decimals the ledger keeps; more than any ISO 4217 currency in everyday use has. */
    public static final int SCALE = 4;

    /** Digits before the decimal point the ledger keeps. */
    public static final int WHOLE_DIGITS = 15;

    private static final Pattern WRITTEN = Pattern.compile("\\s*([+-]?\\d+(?:\\.\\d+)?)\\s+(\\p{Alpha}{3})\\s*");

    /**
     * Checks and keeps an amount.
     *
     * @throws IllegalArgumentException if the amount is negative, too long, or the currency is no ISO 4217 code
     */
    public Money {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("a cost can't be negative: " + amount.toPlainString());
        }
        if (amount.stripTrailingZeros().scale() > SCALE || amount.precision() - amount.scale() > WHOLE_DIGITS) {
            throw new IllegalArgumentException(
                    "a cost has at most " + WHOLE_DIGITS + " digits and " + SCALE + " decimals");
        }
        currency = checkedCurrency(currency);
    }

    /**
     * Reads an amount as process owners write it in the model: {@code 1850 DKK}.
     *
     * @throws IllegalArgumentException if the text isn't an amount, a blank and an ISO 4217 code
     */
    public static Money parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' isn't an amount and a currency such as 1850 DKK");
        }
        return new Money(new BigDecimal(matcher.group(1)), matcher.group(2));
    }

    private static String checkedCurrency(String code) {
        try {
            return Currency.getInstance(code).getCurrencyCode();
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("'" + code + "' isn't an ISO 4217 currency code such as DKK", unknown);
        }
    }
}

package io.journeybpm.ledger;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one contact cost its two payers, in one currency.
 *
 * @param company what the company paid, if known
 * @param customer what it cost the customer, if known
 * @param currency ISO 4217, absent when neither is known
 */
public record Costs(
        @Nullable BigDecimal company,
        @Nullable BigDecimal customer,
        @Nullable String currency) {

    /** Nothing known. */
    public static final Costs UNKNOWN = new Costs(null, null, null);
}

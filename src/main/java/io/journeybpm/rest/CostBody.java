package io.journeybpm.rest;

import io.journeybpm.casework.Checks;
import io.journeybpm.casework.Limits;
import io.journeybpm.journey.Money;
import io.journeybpm.journey.Word;
import io.journeybpm.ledger.Costs;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody paid for a contact.
 *
 * @param payer {@code company} or {@code customer}
 * @param amount not negative
 * @param currency ISO 4217
 */
record CostBody(
        @Nullable String payer,
        @Nullable BigDecimal amount,
        @Nullable String currency) {

    /** Who can pay. */
    enum Payer implements Word {
        COMPANY,
        CUSTOMER
    }

    /** Reads the costs of a contact; not to be used unless {@link Checks#done()} passes. */
    static Costs read(List<CostBody> costs, Checks checks) {
        Map<Payer, Money> paid = new EnumMap<>(Payer.class);
        String currency = null;
        for (int at = 0; at < costs.size(); at++) {
            String field = "costs[" + at + "].";
            Payer payer = costs.get(at).payer(field, checks);
            Money money = costs.get(at).money(field, checks);
            if (payer == null || money == null) {
                continue;
            }
            if (paid.put(payer, money) != null) {
                checks.wrong(field + "payer", "pays twice; add its costs up");
            }
            if (currency != null && !currency.equals(money.currency())) {
                checks.wrong(field + "currency", "differs from " + currency + ": one currency per journey");
            }
            currency = money.currency();
        }
        return new Costs(amount(paid.get(Payer.COMPANY)), amount(paid.get(Payer.CUSTOMER)), currency);
    }

    private @Nullable Payer payer(String field, Checks checks) {
        if (payer == null || payer.isBlank()) {
            checks.wrong(field + "payer", "is required, " + String.join(" or ", Word.all(Payer.class)));
            return null;
        }
        return checks.word(field + "payer", Payer.class, payer);
    }

    private @Nullable Money money(String field, Checks checks) {
        String code = checks.required(field + "currency", currency, Limits.NAME);
        if (amount == null) {
            checks.wrong(field + "amount", "is required");
            return null;
        }
        if (code.isEmpty()) {
            return null;
        }
        if (ScoreBody.isAbsurd(amount)) {
            checks.wrong(field + "amount", "has too many digits");
            return null;
        }
        try {
            return new Money(amount, code);
        } catch (IllegalArgumentException refused) {
            boolean known = isKnown(code);
            checks.wrong(field + (known ? "amount" : "currency"), "is refused: " + refused.getMessage());
            return null;
        }
    }

    private static boolean isKnown(String code) {
        try {
            new Money(BigDecimal.ZERO, code);
            return true;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    private static @Nullable BigDecimal amount(@Nullable Money money) {
        return money == null ? null : money.amount();
    }
}

package io.journeybpm.ledger;

import java.math.BigDecimal;

/**
 * What the contacts of one phase cost, since the case was opened.
 *
 * @param company what the company paid
 * @param customer what it cost the customer
 */
record Spent(BigDecimal company, BigDecimal customer) {

    static final Spent NOTHING = new Spent(BigDecimal.ZERO, BigDecimal.ZERO);

    Spent plus(Spent other) {
        return new Spent(company.add(other.company), customer.add(other.customer));
    }
}

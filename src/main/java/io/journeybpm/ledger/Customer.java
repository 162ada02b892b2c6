package io.journeybpm.ledger;

import org.jspecify.annotations.Nullable;

/**
 * The customer of a case.
 *
 * @param reference the company's own key for the customer
 * @param name as the customer wants to be called
 * @param email address
 * @param phone in any notation
 * @param address where visits go
 */
public record Customer(
        String reference,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String address) {

    /** What is known, and what is told now in its place. */
    Customer told(Customer now) {
        return new Customer(
                reference,
                first(now.name, name),
                first(now.email, email),
                first(now.phone, phone),
                first(now.address, address));
    }

    /** Whether nothing is known but that there is such a customer. */
    boolean isUnknown() {
        return name == null && email == null && phone == null && address == null;
    }

    private static @Nullable String first(@Nullable String preferred, @Nullable String otherwise) {
        return preferred != null ? preferred : otherwise;
    }
}

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

    /** Digits by which two notations of one number agree: country codes and leading zeros vary in front of them. */
    private static final int SIGNIFICANT_DIGITS = 8;

    /** What is compared when somebody is looked up by phone: the number's last digits; absent without any digit. */
    static @Nullable String phoneKey(@Nullable String phone) {
        String digits = phone == null ? "" : phone.replaceAll("\\D", "");
        if (digits.isEmpty()) {
            return null;
        }
        return digits.substring(Math.max(0, digits.length() - SIGNIFICANT_DIGITS));
    }
}

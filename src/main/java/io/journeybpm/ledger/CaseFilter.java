package io.journeybpm.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Which cases to list; what is absent doesn't matter.
 *
 * @param customer reference of the customer
 * @param phone the customer's phone in any notation
 * @param level at this level
 * @param phase in the phase with this id
 * @param journey of the journey with this key
 * @param status open or closed
 * @param ambassador with this user as its ambassador
 */
public record CaseFilter(
        @Nullable String customer,
        @Nullable String phone,
        @Nullable Level level,
        @Nullable String phase,
        @Nullable String journey,
        Case.@Nullable Status status,
        @Nullable String ambassador) {

    /** All cases. */
    public static final CaseFilter ALL = new CaseFilter(null, null, null, null, null, null, null);
}

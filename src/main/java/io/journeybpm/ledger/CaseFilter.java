package io.journeybpm.ledger;

import io.journeybpm.journey.Word;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Set;
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
 * @param customers of one of the customers with these references; of nobody if there are none
 * @param lacking open, and without any of these
 */
@RecordBuilder
public record CaseFilter(
        @Nullable String customer,
        @Nullable String phone,
        @Nullable Level level,
        @Nullable String phase,
        @Nullable String journey,
        Case.@Nullable Status status,
        @Nullable String ambassador,
        @Nullable List<String> customers,
        @Nullable Set<Lack> lacking) {

    /** All cases. */
    public static final CaseFilter ALL = new CaseFilter(null, null, null, null, null, null, null);

    public CaseFilter {
        lacking = lacking == null ? Set.of() : Set.copyOf(lacking);
    }

    /** Cases by what most callers ask for. */
    public CaseFilter(
            @Nullable String customer,
            @Nullable String phone,
            @Nullable Level level,
            @Nullable String phase,
            @Nullable String journey,
            Case.@Nullable Status status,
            @Nullable String ambassador) {
        this(customer, phone, level, phase, journey, status, ambassador, null, Set.of());
    }

    /** What an open case should have. */
    public enum Lack implements Word {
        /** No open promise says when anything comes next. */
        NEXT_STEP("c.next_step_to is null"),
        /** Nobody stands for the company. */
        AMBASSADOR("c.ambassador is null");

        /** With nothing to fill in, so that PostgreSQL knows its index on these alone. */
        private final String condition;

        Lack(String condition) {
            this.condition = "c.status = 'open' and " + condition;
        }

        String condition() {
            return condition;
        }
    }
}

package io.journeybpm.ledger;

import io.journeybpm.journey.Word;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer whose figures are watched.
 *
 * @param customer the reference
 * @param figures the latest value of each: a number, a text, true or false
 * @param toldAt as of when
 * @param flag what the figures mean
 * @param armed whether the next flag makes the company call
 * @param reason why the flag is up
 * @param flaggedAt when it last made the company call
 * @param caseId the case in which the customer was called last
 */
public record Watched(
        String customer,
        Map<String, Object> figures,
        @Nullable Instant toldAt,
        Flag flag,
        boolean armed,
        @Nullable String reason,
        @Nullable Instant flaggedAt,
        @Nullable String caseId) {

    /** What figures mean. */
    public enum Flag implements Word {
        NONE,
        /** Look again soon. */
        WATCH,
        /** Call the customer before the customer calls. */
        CALL
    }

    static Watched unknown(String customer) {
        return new Watched(customer, Map.of(), null, Flag.NONE, true, null, null, null);
    }
}

package io.journeybpm.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case to open.
 *
 * @param caseId {@code [A-Za-z0-9._:-]{1,64}}
 * @param journey the journey's key
 * @param version the journey's version, where it is deployed
 * @param customer who it is about, where known
 * @param openedAt since when
 * @param facts what is known from the start
 * @param processInstanceId the root process instance, where one runs
 */
public record NewCase(
        String caseId,
        String journey,
        @Nullable Integer version,
        @Nullable Customer customer,
        Instant openedAt,
        List<Fact> facts,
        @Nullable String processInstanceId) {

    private static final java.util.regex.Pattern CASE_ID = java.util.regex.Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    /** Whether a text can be a case id. */
    public static boolean isCaseId(String text) {
        return CASE_ID.matcher(text).matches();
    }
}

package io.journeybpm.ledger;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An address to be made.
 *
 * @param purpose whose page it opens
 * @param caseId the case
 * @param expiresAt until when
 * @param party who visits
 * @param touchpoint key of the touchpoint that is visited
 * @param activityInstance which of several waiting ones
 * @param promise entry of the promise that the visit keeps
 * @param visitorName who comes
 * @param visitorPhone where to reach the visitor
 */
@RecordBuilder
public record NewLink(
        Link.Purpose purpose,
        String caseId,
        Instant expiresAt,
        @Nullable String party,
        @Nullable String touchpoint,
        @Nullable String activityInstance,
        @Nullable Integer promise,
        @Nullable String visitorName,
        @Nullable String visitorPhone) {

    /** The customer's own, of a whole case. */
    public static NewLink customer(String caseId, Instant expiresAt) {
        return NewLinkBuilder.builder()
                .purpose(Link.Purpose.CUSTOMER)
                .caseId(caseId)
                .expiresAt(expiresAt)
                .build();
    }

    /** A visitor's, yet to say of which visit. */
    public static NewLinkBuilder visit(String caseId, Instant expiresAt) {
        return NewLinkBuilder.builder()
                .purpose(Link.Purpose.VISIT)
                .caseId(caseId)
                .expiresAt(expiresAt);
    }
}

package io.journeybpm.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.journeybpm.ledger.EntryId;
import io.journeybpm.ledger.Link;
import io.journeybpm.ledger.NewLink;
import io.journeybpm.rest.LinkBody.VisitorBody;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link as it stands; its address is shown once, when it is made.
 *
 * @param linkId its id, which opens nothing
 * @param url its address, for the one it is made for and nobody else
 * @param purpose {@code customer} or {@code visit}
 * @param party who visits
 * @param touchpoint key of the touchpoint that is visited
 * @param activityInstanceId which of several waiting touchpoints is visited
 * @param promiseId the promise the visit keeps
 * @param visitor who comes
 * @param madeAt when it was made
 * @param madeBy who made it; null: a process
 * @param expiresAt until when it opens the page
 * @param revokedAt since when it doesn't any more
 * @param revokedBy who revoked it
 * @param openedAt when its page was first looked at
 * @param answeredAt when somebody last wrote through its page
 */
record LinkView(
        String linkId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String url,
        String purpose,
        @Nullable String party,
        @Nullable String touchpoint,
        @Nullable String activityInstanceId,
        @Nullable String promiseId,
        @Nullable VisitorBody visitor,
        Instant madeAt,
        @Nullable String madeBy,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy,
        @Nullable Instant openedAt,
        @Nullable Instant answeredAt) {

    static LinkView of(Link link) {
        return of(link, null);
    }

    /** With its address. */
    static LinkView of(Link link, @Nullable String url) {
        NewLink made = link.made();
        boolean named = made.visitorName() != null || made.visitorPhone() != null;
        return new LinkView(
                link.id(),
                url,
                made.purpose().word(),
                made.party(),
                made.touchpoint(),
                made.activityInstance(),
                made.promise() == null ? null : EntryId.of(link.caseId(), made.promise()),
                named ? new VisitorBody(made.visitorName(), made.visitorPhone()) : null,
                link.madeAt(),
                link.madeBy(),
                made.expiresAt(),
                link.revokedAt(),
                link.revokedBy(),
                link.openedAt(),
                link.answeredAt());
    }
}

package io.journeybpm.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rise of a case's level, raised at most once per level between two reviews.
 *
 * @param caseId the case
 * @param entry its number among the case's entries
 * @param review how many reviews the case had seen
 * @param from the level before
 * @param to the level reached
 * @param raisedAt when
 * @param contact the entry of the contact that led to it, if one did
 * @param cause what decided it
 */
public record Rise(
        String caseId,
        int entry,
        int review,
        Level from,
        Level to,
        Instant raisedAt,
        @Nullable Integer contact,
        Cause cause)
        implements TimelineEntry {

    @Override
    public Instant at() {
        return raisedAt;
    }

    /**
     * What decided a rise.
     *
     * @param reason in words
     * @param action what is to be done
     * @param owner the group or user that has to act
     * @param within ISO-8601 duration in which
     * @param decision key of the decision table; absent for a rise by hand or drawn in the model
     * @param version of the decision table
     * @param rule id of the rule that fired
     * @param actor who raised it, if a person did
     */
    public record Cause(
            String reason,
            @Nullable String action,
            @Nullable String owner,
            @Nullable String within,
            @Nullable String decision,
            @Nullable Integer version,
            @Nullable String rule,
            @Nullable String actor) {}
}

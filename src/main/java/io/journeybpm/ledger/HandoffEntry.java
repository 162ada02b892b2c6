package io.journeybpm.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A handoff as it stands.
 *
 * @param caseId the case
 * @param entry its number among the case's entries
 * @param made who hands over what to whom
 * @param madeAt when
 * @param contact the entry of the receiver's first contact, once it has happened
 * @param acknowledgedAt when the receiver read the brief
 * @param acknowledgedBy who read it
 */
public record HandoffEntry(
        String caseId,
        int entry,
        NewHandoff made,
        Instant madeAt,
        @Nullable Integer contact,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy)
        implements TimelineEntry {

    @Override
    public Instant at() {
        return madeAt;
    }

    /** The id outside. */
    public String id() {
        return EntryId.of(caseId, entry);
    }
}

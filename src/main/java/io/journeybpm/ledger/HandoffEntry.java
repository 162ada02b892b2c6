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
 * @param waitedMillis how long the customer waited for the receiver, once it has come: since the sender's last contact,
 *     or since the handoff was made where there was none
 */
public record HandoffEntry(
        String caseId,
        int entry,
        NewHandoff made,
        Instant madeAt,
        @Nullable Integer contact,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy,
        @Nullable Long waitedMillis)
        implements TimelineEntry {

    @Override
    public Instant at() {
        return madeAt;
    }

    /** The same handoff with what its sender says now, to be read anew. */
    HandoffEntry saying(NewHandoff said) {
        return new HandoffEntry(caseId, entry, said, madeAt, null, null, null, null);
    }

    HandoffEntry acknowledged(Instant at, @Nullable String by) {
        return new HandoffEntry(caseId, entry, made, madeAt, contact, at, by, waitedMillis);
    }

    HandoffEntry met(int contact, long waitedMillis) {
        return new HandoffEntry(caseId, entry, made, madeAt, contact, acknowledgedAt, acknowledgedBy, waitedMillis);
    }

    /** Whether it waits for a party to read its brief. */
    public boolean isUnreadBy(@Nullable String party) {
        return acknowledgedAt == null && made.to().equals(party);
    }

    /** The id outside. */
    public String id() {
        return EntryId.of(caseId, entry);
    }
}

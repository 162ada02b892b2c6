package io.journeybpm.rest;

import io.journeybpm.journey.Word;
import io.journeybpm.ledger.EntryId;
import io.journeybpm.ledger.HandoffEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A handoff as it stands.
 *
 * @param handoffId its id
 * @param caseId the case
 * @param kind {@code drawn}, {@code reported} or {@code derived}
 * @param from who hands over
 * @param to who takes over
 * @param done what was done
 * @param open what is left to do
 * @param state see {@link State}
 * @param madeAt when
 * @param acknowledgedAt when the receiver read the brief
 * @param acknowledgedBy who read it
 * @param contactId the receiver's first contact
 */
record HandoffView(
        String handoffId,
        String caseId,
        String kind,
        @Nullable String from,
        String to,
        @Nullable String done,
        @Nullable String open,
        String state,
        Instant madeAt,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy,
        @Nullable String contactId) {

    /** How far a handoff has come: waiting for its receiver to read the brief, read, or the customer met. */
    enum State implements Word {
        OPEN,
        ACKNOWLEDGED,
        MET
    }

    static HandoffView of(HandoffEntry shown) {
        return new HandoffView(
                shown.id(),
                shown.caseId(),
                shown.made().kind().word(),
                shown.made().from(),
                shown.made().to(),
                shown.made().done(),
                shown.made().leftOpen(),
                stateOf(shown).word(),
                shown.madeAt(),
                shown.acknowledgedAt(),
                shown.acknowledgedBy(),
                shown.contact() == null ? null : EntryId.of(shown.caseId(), shown.contact()));
    }

    private static State stateOf(HandoffEntry shown) {
        if (shown.contact() != null) {
            return State.MET;
        }
        return shown.acknowledgedAt() == null ? State.OPEN : State.ACKNOWLEDGED;
    }
}

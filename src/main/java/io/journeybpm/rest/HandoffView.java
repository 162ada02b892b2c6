package io.journeybpm.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.journeybpm.journey.Word;
import io.journeybpm.ledger.EntryId;
import io.journeybpm.ledger.HandoffEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
 * @param waited ISO-8601 duration the customer waited for it: since the sender's last contact, or since the handoff was
 *     made where there was none
 * @param requires what the receiver has to be told, as the model says
 * @param missing what of this nobody has said yet; absent in lists, and once the receiver has come
 * @param brief what the receiver has to know; only where one handoff is asked for
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
        @Nullable String contactId,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String waited,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> requires,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> missing,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BriefView brief) {

    /** How far a handoff has come: waiting for its receiver to read the brief, read, or the customer met. */
    enum State implements Word {
        OPEN,
        ACKNOWLEDGED,
        MET
    }

    /** In a list. */
    static HandoffView of(HandoffEntry shown) {
        return of(shown, null, null);
    }

    /** With what its brief lacks. */
    static HandoffView of(HandoffEntry shown, @Nullable List<String> missing, @Nullable BriefView brief) {
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
                shown.contact() == null ? null : EntryId.of(shown.caseId(), shown.contact()),
                shown.waitedMillis() == null
                        ? null
                        : Duration.ofMillis(shown.waitedMillis()).toString(),
                shown.made().requires(),
                missing,
                brief);
    }

    /** As part of a brief. */
    static HandoffView onOnePage(HandoffEntry shown, List<String> missing) {
        HandoffView whole = of(shown);
        return new HandoffView(
                whole.handoffId,
                whole.caseId,
                whole.kind,
                OnePage.cutIfAny(whole.from, OnePage.NAME),
                OnePage.cut(whole.to, OnePage.NAME),
                OnePage.cutIfAny(whole.done, OnePage.NOTE),
                OnePage.cutIfAny(whole.open, OnePage.NOTE),
                whole.state,
                whole.madeAt,
                whole.acknowledgedAt,
                OnePage.cutIfAny(whole.acknowledgedBy, OnePage.NAME),
                whole.contactId,
                whole.waited,
                List.of(),
                OnePage.first(missing, OnePage.NAMES).stream()
                        .map(each -> OnePage.cut(each, OnePage.NAME))
                        .toList(),
                null);
    }

    private static State stateOf(HandoffEntry shown) {
        if (shown.contact() != null) {
            return State.MET;
        }
        return shown.acknowledgedAt() == null ? State.OPEN : State.ACKNOWLEDGED;
    }
}

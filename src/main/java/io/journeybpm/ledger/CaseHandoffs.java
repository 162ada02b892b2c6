package io.journeybpm.ledger;

import io.journeybpm.ledger.LedgerProblem.EntryUnknown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The handoffs of a case held for writing. */
public final class CaseHandoffs {

    private final CaseFile file;

    CaseHandoffs(CaseFile file) {
        this.file = file;
    }

    /** Handoffs whose receiver has not met the customer yet. */
    public List<HandoffEntry> open() {
        return List.copyOf(file.row.carry.handoffs);
    }

    /** Hands over before the receiver meets the customer. */
    public HandoffEntry make(NewHandoff made) {
        HandoffEntry handoff = new HandoffEntry(
                file.row.caseId, file.nextEntry(), made, file.clock().now(), null, null, null);
        file.row.carry.handoffs.add(handoff);
        file.writes.newHandoffs.put(handoff.entry(), handoff);
        file.writes.rowChanged = true;
        return handoff;
    }

    /**
     * The receiver has read the brief; reading it again changes nothing.
     *
     * @throws EntryUnknown if there is no such handoff, or its receiver has met the customer already
     */
    public HandoffEntry acknowledge(int entry, @Nullable String actor) {
        HandoffEntry handoff = file.row.carry.handoffs.stream()
                .filter(each -> each.entry() == entry)
                .findFirst()
                .orElseThrow(() -> new EntryUnknown("open handoff", EntryId.of(file.row.caseId, entry), "handoffId"));
        if (handoff.acknowledgedAt() != null) {
            return handoff;
        }
        HandoffEntry acknowledged = new HandoffEntry(
                handoff.caseId(),
                entry,
                handoff.made(),
                handoff.madeAt(),
                null,
                file.clock().now(),
                actor);
        file.row.carry.handoffs.replaceAll(each -> each.entry() == entry ? acknowledged : each);
        file.writes.change(acknowledged);
        file.writes.rowChanged = true;
        return acknowledged;
    }

    boolean briefed(@Nullable String party, @Nullable String from) {
        return party != null
                && file.row
                        .carry
                        .handoffTo(party, from)
                        .map(each -> each.acknowledgedAt() != null)
                        .orElse(false);
    }

    /** A party met the customer: that completes the handoff to it, or is one nobody announced. */
    void met(Contact contact, @Nullable String handoffFrom) {
        String party = contact.reported().party();
        if (party == null || !contact.counted()) {
            return;
        }
        HandoffEntry announced = file.row.carry.handoffTo(party, handoffFrom).orElse(null);
        if (announced != null) {
            HandoffEntry met = new HandoffEntry(
                    announced.caseId(),
                    announced.entry(),
                    announced.made(),
                    announced.madeAt(),
                    contact.entry(),
                    announced.acknowledgedAt(),
                    announced.acknowledgedBy());
            file.row.carry.handoffs.removeIf(each -> each.entry() == announced.entry());
            file.writes.change(met);
        } else if (handoffFrom != null) {
            NewHandoff derived = new NewHandoff(NewHandoff.Kind.DERIVED, null, handoffFrom, party, null, null);
            HandoffEntry entry = new HandoffEntry(
                    file.row.caseId, file.nextEntry(), derived, contact.occurredAt(), contact.entry(), null, null);
            file.writes.newHandoffs.put(entry.entry(), entry);
        }
    }
}

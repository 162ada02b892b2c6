package io.journeybpm.ledger;

import io.journeybpm.ledger.LedgerProblem.CauseCircular;
import io.journeybpm.ledger.LedgerProblem.EntryUnknown;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What made the contacts of a case held for writing necessary. */
public final class CaseCauses {

    private final CaseFile file;
    private final KnownContacts known;

    CaseCauses(CaseFile file, KnownContacts known) {
        this.file = file;
        this.known = known;
    }

    /** The latest contact at a touchpoint of the case's journey, for those who know where it went wrong but no id. */
    public OptionalInt latestAt(String touchpoint) {
        Visits visits = file.row.carry.tally.touchpoints.get(touchpoint);
        return visits == null || visits.latest == null ? OptionalInt.empty() : OptionalInt.of(visits.latest);
    }

    /**
     * Keeps that a contact was made necessary by another one of the case, whatever was said before.
     *
     * @throws EntryUnknown if either is no contact of the case
     * @throws CauseCircular if that one was itself made necessary, in however many steps, by this one
     */
    public void mark(int contact, int causedBy, String reason, @Nullable String actor) {
        file.contacts().requireContact(contact, "contactId");
        file.contacts().requireContact(causedBy, "causedBy");
        Map<Integer, Integer> causes = new HashMap<>(known.causes(file.row.caseId));
        file.writes.contacts.stream()
                .filter(each -> each.causedBy() != null)
                .forEach(each -> causes.putIfAbsent(each.entry(), each.causedBy()));
        file.writes.causes.forEach(each -> causes.put(each.contact(), each.causedBy()));
        for (Integer behind = causedBy; behind != null; behind = causes.get(behind)) {
            if (behind == contact) {
                throw new CauseCircular(EntryId.of(file.row.caseId, contact), EntryId.of(file.row.caseId, causedBy));
            }
        }
        Integer before = causes.get(contact);
        if (before == null || before != causedBy) {
            Event event = file.note(
                    Event.Kind.CAUSE,
                    actor,
                    EntryId.of(file.row.caseId, contact),
                    EntryId.of(file.row.caseId, causedBy) + ": " + reason);
            file.writes.causes.add(new CauseMark(file.row.caseId, event.entry(), contact, causedBy));
            file.row.carry.caused = contact;
        }
    }
}

package io.journeybpm.ledger;

import io.journeybpm.journey.Outcome;
import io.journeybpm.ledger.LedgerProblem.CaseClosed;
import io.journeybpm.ledger.LedgerProblem.CurrencyDiffers;
import io.journeybpm.ledger.LedgerProblem.EntryUnknown;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The contacts of a case held for writing. */
public final class CaseContacts {

    private final CaseFile file;
    private final KnownContacts known;
    private final Cases cases;
    private final KeptPromises kept;

    CaseContacts(CaseFile file, KnownContacts known, Cases cases) {
        this.file = file;
        this.known = known;
        this.cases = cases;
        this.kept = new KeptPromises(file, cases);
    }

    /** Counted contacts that occurred after one moment and not after another, entries not yet written included. */
    public int between(Instant after, Instant until) {
        long waiting = file.writes.contacts.stream()
                .filter(each -> each.counted()
                        && each.occurredAt().isAfter(after)
                        && !each.occurredAt().isAfter(until)
                        && !isBeingVoided(each.entry()))
                .count();
        return (int) waiting + (file.hasNothingWritten() ? 0 : known.counted(file.row.caseId, after, until));
    }

    /** The contact a sender has reported under this id of its own. */
    public Optional<Contact> reportedAs(String externalId) {
        return Stream.concat(
                        file.writes.contacts.stream()
                                .filter(each ->
                                        externalId.equals(each.reported().externalId())),
                        known.byExternalId(file.row.caseId, externalId).stream())
                .findFirst();
    }

    /** The latest contact that took place, entries not yet written included. */
    public Optional<Contact> latest() {
        Predicate<Contact> tookPlace = each -> each.outcome() != Outcome.MISSED;
        return file.writes.contacts.stream()
                .filter(tookPlace)
                .reduce((earlier, later) -> later)
                .or(() -> cases.latestContacts(file.row.caseId, 1).stream()
                        .filter(tookPlace)
                        .findFirst());
    }

    /** External ids of the case that begin so, entries not yet written excluded. */
    public List<String> externalIds(String prefix) {
        return known.externalIds(file.row.caseId, prefix);
    }

    /**
     * When the latest contact was, of those that are not voided; what is told of the past is decided upon as of then.
     *
     * @throws IllegalStateException if there is none
     */
    public Instant latestAt() {
        Instant latest = file.row.carry.tally.lastAt;
        if (latest == null) {
            throw new IllegalStateException("the case '" + file.row.caseId + "' has no contact");
        }
        return latest;
    }

    /**
     * Records a contact and counts it.
     *
     * @throws CaseClosed if the case is closed and the contact is not earlier than that
     * @throws EntryUnknown if {@code causedBy} names no contact of the case
     * @throws CurrencyDiffers if its costs are in another currency than the case's
     */
    public Contact record(NewContact told) {
        return record(told, Seen.NOTHING);
    }

    /** As {@link #record(NewContact)}, by somebody who had seen something of the case before. */
    public Contact record(NewContact told, Seen seen) {
        Instant now = file.clock().now();
        Instant occurredAt = Objects.requireNonNullElse(told.occurredAt(), now);
        if (file.row.closedAt != null && !occurredAt.isBefore(file.row.closedAt)) {
            throw new CaseClosed(file.view());
        }
        Permission permission = file.permissions().granted(told, occurredAt).orElse(null);
        NewContact reported =
                permission == null ? told : told.made(permission.asked().purpose());
        if (reported.causedBy() != null) {
            requireContact(reported.causedBy(), "causedBy");
        }
        takeCurrency(reported.costs());
        List<String> forgotten = file.facts().forgotten(reported, occurredAt, seen);
        Contact contact = contact(reported, occurredAt, now, seen, forgotten.size());
        Counted step = count(contact);
        contact = contact.classified(step);
        file.writes.contacts.add(contact);
        file.writes.rowChanged = true;
        if (contact.causedBy() != null) {
            file.row.carry.caused = contact.entry();
        }
        if (permission != null) {
            file.permissions().use(permission, contact.entry());
        }
        file.handoffs().met(contact, step, seen);
        file.facts().note(contact, forgotten);
        kept.met(contact);
        if (reported.nextStep() != null) {
            file.promises().make(reported.nextStep(), occurredAt);
        }
        return contact;
    }

    /** A contact as it was recorded once, met again on the way through a case's history. */
    void recall(Contact recorded) {
        count(recorded);
        file.writes.contacts.add(recorded);
    }

    private Counted count(Contact contact) {
        Tally tally = file.row.carry.tally;
        return tally.isInOrder(contact.occurredAt()) ? tally.add(contact, file.row.reviews) : recount(contact);
    }

    private Contact contact(NewContact reported, Instant occurredAt, Instant now, Seen seen, int forgotten) {
        String phase = reported.place().phase();
        if (phase == null && file.row.phase != null) {
            phase = file.row.phase.id();
        }
        return new Contact(
                file.row.caseId,
                file.nextEntry(),
                reported,
                occurredAt,
                now,
                phase,
                file.row.reviews,
                reported.countsFor(file.row.ambassador),
                seen.brief() || file.handoffs().briefed(reported.party(), occurredAt),
                false,
                false,
                reported.causedBy(),
                forgotten);
    }

    private void takeCurrency(Costs costs) {
        String currency = costs.currency();
        if (currency == null) {
            return;
        }
        if (file.row.currency != null && !file.row.currency.equals(currency)) {
            throw new CurrencyDiffers(file.row.currency, currency);
        }
        file.row.currency = currency;
    }

    /** Counts all contacts anew, the one given included; tells what that one turned out to be. */
    private Counted recount(@Nullable Contact late) {
        List<Integer> voided = Stream.concat(
                        known.voided(file.row.caseId).stream(),
                        file.writes.voids.stream().map(Voiding::contact))
                .toList();
        Stream<Contact> before = Stream.concat(known.all(file.row.caseId).stream(), file.writes.contacts.stream());
        List<Contact> inOrder = Stream.concat(before, Stream.ofNullable(late))
                .filter(each -> !voided.contains(each.entry()))
                .sorted(Comparator.comparing(Contact::occurredAt).thenComparingInt(Contact::entry))
                .toList();
        Tally tally = Tally.begun();
        Counted found = new Counted(false, false, null, null, null);
        for (Contact each : inOrder) {
            Counted step = tally.add(each, file.row.reviews);
            if (late != null && each.entry() == late.entry()) {
                found = step;
            }
        }
        tally.keepPromisesOf(file.row.carry.tally);
        file.row.carry.tally = tally;
        return found;
    }

    /**
     * Takes a contact out of the counts; it stays in the ledger.
     *
     * @throws EntryUnknown if the case has no such contact
     * @throws LedgerProblem.EntrySettled if it was voided before
     */
    public Voiding voided(int entry, String reason, @Nullable String actor) {
        requireContact(entry, "contactId");
        if (known.voided(file.row.caseId).contains(entry) || isBeingVoided(entry)) {
            throw new LedgerProblem.EntrySettled(
                    "contact '" + EntryId.of(file.row.caseId, entry) + "' was voided before");
        }
        Voiding voiding = new Voiding(
                file.row.caseId, file.nextEntry(), entry, file.clock().now(), reason, actor);
        file.writes.voids.add(voiding);
        recount(null);
        file.writes.rowChanged = true;
        return voiding;
    }

    private boolean isBeingVoided(int entry) {
        return file.writes.voids.stream().anyMatch(each -> each.contact() == entry);
    }

    void requireContact(int entry, String field) {
        boolean waiting = file.writes.contacts.stream().anyMatch(each -> each.entry() == entry);
        if (!waiting && !known.exists(file.row.caseId, entry)) {
            throw new EntryUnknown("contact", EntryId.of(file.row.caseId, entry), field);
        }
    }
}

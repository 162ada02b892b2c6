package io.journeybpm.ledger;

import io.journeybpm.journey.Outcome;
import io.journeybpm.journey.Phase;
import io.journeybpm.ledger.LedgerProblem.CaseClosed;
import io.journeybpm.ledger.LedgerProblem.CaseNotReady;
import io.journeybpm.ledger.LedgerProblem.CurrencyDiffers;
import io.journeybpm.ledger.LedgerProblem.EntryUnknown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A case held for writing: its row is locked until the transaction ends, its entries are written before it commits.
 * Not for use by several threads.
 */
public final class CaseFile {

    final CaseRow row;
    final Writes writes = new Writes();
    private final ContactRows contactRows;
    private final CaseClock clock;
    private final CasePromises promises;
    private final CaseHandoffs handoffs;
    private final List<Rise> announced = new ArrayList<>();
    private final Cases cases;
    private boolean opened;
    private boolean written;

    CaseFile(CaseRow row, ContactRows contactRows, Cases cases, CaseClock clock) {
        this.row = row;
        this.contactRows = contactRows;
        this.cases = cases;
        this.clock = clock;
        this.promises = new CasePromises(this);
        this.handoffs = new CaseHandoffs(this);
    }

    /** The case as it stands, entries not yet written included. */
    public Case view() {
        return row.view();
    }

    /** Whether the case was opened in this very transaction. */
    public boolean isNew() {
        return opened;
    }

    void opened() {
        opened = true;
    }

    void written() {
        written = true;
    }

    /** What the case's row says at a moment, for decisions. */
    public Readings readings(Instant at) {
        return Readings.of(row, at);
    }

    /** Counted contacts that occurred after one moment and not after another, entries not yet written included. */
    public int contactsBetween(Instant after, Instant until) {
        long waiting = writes.contacts.stream()
                .filter(each -> each.counted()
                        && each.occurredAt().isAfter(after)
                        && !each.occurredAt().isAfter(until))
                .count();
        boolean noneYet = opened && !written;
        return (int) waiting + (noneYet ? 0 : contactRows.counted(row.caseId, after, until));
    }

    /** The contact a sender has reported under this id of its own. */
    public Optional<Contact> contactOf(String externalId) {
        return Stream.concat(
                        writes.contacts.stream()
                                .filter(each ->
                                        externalId.equals(each.reported().externalId())),
                        contactRows.byExternalId(row.caseId, externalId).stream())
                .findFirst();
    }

    /** The latest contact that took place, entries not yet written included. */
    public Optional<Contact> latest() {
        Predicate<Contact> tookPlace = each -> each.outcome() != Outcome.MISSED;
        return writes.contacts.stream()
                .filter(tookPlace)
                .reduce((earlier, later) -> later)
                .or(() -> cases.latestContacts(row.caseId, 1).stream()
                        .filter(tookPlace)
                        .findFirst());
    }

    /** External ids of the case that begin so, entries not yet written excluded. */
    public List<String> externalIds(String prefix) {
        return contactRows.externalIds(row.caseId, prefix);
    }

    /**
     * Records a contact and counts it.
     *
     * @throws CaseClosed if the case is closed and the contact is not earlier than that
     * @throws EntryUnknown if {@code causedBy} names no contact of the case
     * @throws CurrencyDiffers if its costs are in another currency than the case's
     */
    public Contact record(NewContact reported) {
        Instant now = clock.now();
        Instant occurredAt = Objects.requireNonNullElse(reported.occurredAt(), now);
        if (row.closedAt != null && !occurredAt.isBefore(row.closedAt)) {
            throw new CaseClosed(view());
        }
        if (reported.causedBy() != null) {
            requireContact(reported.causedBy(), "causedBy");
        }
        takeCurrency(reported.costs());
        Contact contact = contact(reported, occurredAt, now);
        Tally.Step step;
        if (row.carry.tally.isInOrder(occurredAt)) {
            step = row.carry.tally.add(contact, row.reviews);
        } else {
            step = recount(contact);
        }
        contact = contact.classified(step);
        writes.contacts.add(contact);
        writes.rowChanged = true;
        handoffs.met(contact, step.handoffFrom());
        promises.met(contact);
        if (reported.nextStep() != null) {
            promises.make(reported.nextStep(), occurredAt);
        }
        return contact;
    }

    private Contact contact(NewContact reported, Instant occurredAt, Instant now) {
        String phase = reported.place().phase();
        if (phase == null && row.phase != null) {
            phase = row.phase.id();
        }
        return new Contact(
                row.caseId,
                nextEntry(),
                reported,
                occurredAt,
                now,
                phase,
                row.reviews,
                reported.countsFor(row.ambassador),
                handoffs.briefed(reported.party(), row.carry.tally.lastParty),
                false,
                false,
                reported.causedBy());
    }

    private void takeCurrency(Costs costs) {
        String currency = costs.currency();
        if (currency == null) {
            return;
        }
        if (row.currency != null && !row.currency.equals(currency)) {
            throw new CurrencyDiffers(row.currency, currency);
        }
        row.currency = currency;
    }

    /** Counts all contacts anew, the one given included; tells what that one turned out to be. */
    private Tally.Step recount(@Nullable Contact late) {
        List<Integer> voided = Stream.concat(
                        contactRows.voided(row.caseId).stream(),
                        writes.voids.stream().map(Voiding::contact))
                .toList();
        Stream<Contact> known = Stream.concat(contactRows.all(row.caseId).stream(), writes.contacts.stream());
        List<Contact> inOrder = Stream.concat(known, Stream.ofNullable(late))
                .filter(each -> !voided.contains(each.entry()))
                .sorted(Comparator.comparing(Contact::occurredAt).thenComparingInt(Contact::entry))
                .toList();
        Tally tally = new Tally();
        Tally.Step found = new Tally.Step(false, false, null, null);
        for (Contact each : inOrder) {
            Tally.Step step = tally.add(each, row.reviews);
            if (late != null && each.entry() == late.entry()) {
                found = step;
            }
        }
        tally.keepPromisesOf(row.carry.tally);
        row.carry.tally = tally;
        return found;
    }

    /**
     * Takes a contact out of the counts; it stays in the ledger.
     *
     * @throws EntryUnknown if the case has no such contact
     * @throws LedgerProblem.EntrySettled if it was voided before
     */
    public Voiding voidContact(int entry, String reason, @Nullable String actor) {
        requireContact(entry, "contactId");
        if (contactRows.voided(row.caseId).contains(entry)
                || writes.voids.stream().anyMatch(each -> each.contact() == entry)) {
            throw new LedgerProblem.EntrySettled("contact '" + EntryId.of(row.caseId, entry) + "' was voided before");
        }
        Voiding voiding = new Voiding(row.caseId, nextEntry(), entry, clock.now(), reason, actor);
        writes.voids.add(voiding);
        recount(null);
        writes.rowChanged = true;
        return voiding;
    }

    /** The case enters a phase of its journey. */
    public void enterPhase(Phase phase) {
        if (row.phase != null && row.phase.id().equals(phase.id())) {
            return;
        }
        row.phase = new Case.PhaseOfCase(phase.id(), phase.title(), clock.now());
        note(Event.Kind.PHASE, null, phase.id(), phase.title());
    }

    /** Promises of this case. */
    public CasePromises promises() {
        return promises;
    }

    /** Handoffs of this case. */
    public CaseHandoffs handoffs() {
        return handoffs;
    }

    /** Keeps a fact, or what has become of it. */
    public void tell(Fact fact, @Nullable String actor) {
        writes.facts.put(fact.name(), fact);
        note(Event.Kind.FACT, actor, fact.name(), fact.value());
    }

    /** Makes a user the case's ambassador. */
    public void appoint(String user, @Nullable String reason, @Nullable String actor) {
        if (!user.equals(row.ambassador)) {
            row.ambassador = user;
            note(Event.Kind.AMBASSADOR, actor, user, reason);
        }
    }

    /**
     * Raises the level. A level is raised at most once between two reviews, and never lowered here.
     *
     * @return the rise, or empty if the case is at that level or above
     */
    public Optional<Rise> raise(Level level, Instant at, @Nullable Integer contact, Rise.Cause cause) {
        if (!level.isAbove(row.escalation.level())) {
            return Optional.empty();
        }
        Rise rise = new Rise(row.caseId, nextEntry(), row.reviews, row.escalation.level(), level, at, contact, cause);
        row.escalation = new Case.Escalation(level, at, cause.reason());
        writes.rises.add(rise);
        writes.rowChanged = true;
        return Optional.of(rise);
    }

    /** A rise, by its entry, waits to be raised in the engine; see {@link #settle}. */
    public void queue(int rise) {
        row.carry.queuedRises.add(rise);
        writes.rowChanged = true;
    }

    /**
     * Takes a rise off the queue.
     *
     * @return false if it isn't on it: raised before, or made obsolete by a review
     */
    public boolean settle(int rise) {
        writes.rowChanged = true;
        return row.carry.queuedRises.remove((Integer) rise);
    }

    /** Rises that wait to be raised in the engine, oldest first. */
    public List<Integer> queued() {
        return List.copyOf(row.carry.queuedRises);
    }

    /** A rise is about to be raised in this transaction; the handler that catches it takes it from here. */
    public void announce(Rise rise) {
        announced.add(rise);
    }

    /** Nothing caught the rise. */
    public void withdraw(Rise rise) {
        announced.remove(rise);
    }

    /**
     * The rise a starting handler has caught: the oldest announced in this transaction, else the latest there was.
     *
     * @param level the level the handler is for; absent if it is for every level
     */
    public Optional<Rise> caught(@Nullable Level level) {
        Predicate<Rise> fits = each -> level == null || each.to() == level;
        Optional<Rise> now = announced.stream().filter(fits).findFirst();
        now.ifPresent(announced::remove);
        return now.or(() -> cases.rises(row.caseId).stream().filter(fits).reduce((earlier, later) -> later));
    }

    /** The process instance in which somebody takes care of the escalation. */
    public @Nullable String escalationInstance() {
        return row.carry.escalationInstance;
    }

    /** Remembers, or forgets, the process instance in which somebody takes care of the escalation. */
    public void escalationInstance(@Nullable String instance) {
        row.carry.escalationInstance = instance;
        writes.rowChanged = true;
    }

    /** Closes the escalation with a reason, sets the level, and lets counts start anew. */
    public void review(Level level, String reason, @Nullable String actor) {
        row.reviews++;
        row.escalation = new Case.Escalation(level, clock.now(), reason);
        row.carry.tally.review();
        row.carry.queuedRises.clear();
        note(Event.Kind.REVIEW, actor, level.word(), reason);
    }

    /** Remembers whether the last decision could be made. */
    public void decisionFailed(@Nullable String message) {
        if (message != null && !row.decisionFailed) {
            note(Event.Kind.DECISION_FAILED, null, null, message);
        }
        writes.rowChanged |= row.decisionFailed != (message != null);
        row.decisionFailed = message != null;
    }

    /** The root process instance of the case has started. */
    public void runs(String processInstance) {
        row.processInstance = processInstance;
        writes.rowChanged = true;
    }

    /** Closes the case; closing a closed one changes nothing. */
    public void close(String reason, @Nullable String actor) {
        if (row.status == Case.Status.OPEN) {
            row.status = Case.Status.CLOSED;
            row.closedAt = clock.now();
            row.closedReason = reason;
            note(Event.Kind.CLOSED, actor, null, reason);
        }
    }

    /**
     * Opens a closed case again.
     *
     * @throws CaseNotReady if it is open
     */
    public void reopen(String reason, @Nullable String actor) {
        if (row.status == Case.Status.OPEN) {
            throw new CaseNotReady("the case '" + row.caseId + "' is open");
        }
        row.status = Case.Status.OPEN;
        row.closedAt = null;
        row.closedReason = null;
        note(Event.Kind.REOPENED, actor, null, reason);
    }

    Event note(Event.Kind kind, @Nullable String actor, @Nullable String subject, @Nullable String detail) {
        Event event = new Event(row.caseId, nextEntry(), kind, clock.now(), actor, subject, detail);
        writes.events.add(event);
        writes.rowChanged = true;
        return event;
    }

    int nextEntry() {
        return ++row.entries;
    }

    CaseClock clock() {
        return clock;
    }

    private void requireContact(int entry, String field) {
        boolean waiting = writes.contacts.stream().anyMatch(each -> each.entry() == entry);
        if (!waiting && !contactRows.exists(row.caseId, entry)) {
            throw new EntryUnknown("contact", EntryId.of(row.caseId, entry), field);
        }
    }

    static boolean keepsPromises(Contact contact) {
        return contact.outcome() != Outcome.MISSED && contact.outcome() != Outcome.FAILED;
    }
}

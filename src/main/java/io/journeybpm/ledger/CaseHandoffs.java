package io.journeybpm.ledger;

import io.journeybpm.ledger.LedgerProblem.EntryUnknown;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The handoffs of a case held for writing, and who has read the brief. */
public final class CaseHandoffs {

    private final CaseFile file;
    private final Cases cases;

    CaseHandoffs(CaseFile file, Cases cases) {
        this.file = file;
        this.cases = cases;
    }

    /** Handoffs whose receiver has not met the customer yet. */
    public List<HandoffEntry> open() {
        return List.copyOf(file.row.carry.handoffs);
    }

    /**
     * Hands over before the receiver meets the customer. One drawn at the same element that still waits for its receiver
     * says from now on what its sender says now.
     */
    public HandoffEntry make(NewHandoff made) {
        Optional<HandoffEntry> waiting = made.element() == null
                ? Optional.empty()
                : open().stream()
                        .filter(each -> made.element().equals(each.made().element()))
                        .findFirst();
        if (waiting.isPresent()) {
            HandoffEntry before = waiting.get();
            return before.made().equals(made) ? before : change(before.saying(made));
        }
        HandoffEntry handoff = new HandoffEntry(
                file.row.caseId, file.nextEntry(), made, file.clock().now(), null, null, null, null);
        file.row.carry.handoffs.add(handoff);
        file.writes.newHandoffs.put(handoff.entry(), handoff);
        file.writes.rowChanged = true;
        return handoff;
    }

    /** What the brief of a handoff still lacks, in the words that require it. */
    public List<String> missing(NewHandoff handoff) {
        return Required.missing(handoff, file.facts().names(), file.promises().open(), this::customer);
    }

    private @Nullable Customer customer() {
        return file.row.customer == null
                ? null
                : cases.customer(file.row.customer).orElse(null);
    }

    /**
     * The receiver has read the brief; reading it again changes nothing.
     *
     * @throws EntryUnknown if there is no such handoff, or its receiver has met the customer already
     */
    public HandoffEntry acknowledge(int entry, @Nullable String actor) {
        HandoffEntry handoff = open().stream()
                .filter(each -> each.entry() == entry)
                .findFirst()
                .orElseThrow(() -> new EntryUnknown("open handoff", EntryId.of(file.row.caseId, entry), "handoffId"));
        Instant now = file.clock().now();
        file.row.carry.read(handoff.made().to(), now);
        file.writes.rowChanged = true;
        return handoff.acknowledgedAt() == null ? change(handoff.acknowledged(now, actor)) : handoff;
    }

    /** A party has read the brief: of every handoff that waits for it, and of facts told so far. */
    public void read(String party, @Nullable String actor) {
        read(party, actor, file.clock().now());
    }

    /** The same, said later: what was handed over after that moment has not been read then. */
    public void read(String party, @Nullable String actor, Instant at) {
        Instant before = file.row.carry.readAt(party);
        if (before == null || before.isBefore(at)) {
            file.row.carry.read(party, at);
        }
        file.writes.rowChanged = true;
        open().stream()
                .filter(each -> each.isUnreadBy(party) && !each.madeAt().isAfter(at))
                .forEach(each -> change(each.acknowledged(at, actor)));
    }

    private HandoffEntry change(HandoffEntry changed) {
        file.row.carry.handoffs.replaceAll(each -> each.entry() == changed.entry() ? changed : each);
        file.writes.change(changed);
        file.writes.rowChanged = true;
        return changed;
    }

    boolean briefed(@Nullable String party, Instant occurredAt) {
        if (party == null) {
            return false;
        }
        boolean acknowledged = file.row
                .carry
                .handoffTo(party, file.row.carry.tally.lastParty)
                .map(each -> each.acknowledgedAt() != null)
                .orElse(false);
        Instant read = file.row.carry.readAt(party);
        Instant before = file.row.carry.tally.lastPartyAt;
        boolean readSince = read != null && !read.isAfter(occurredAt) && (before == null || !read.isBefore(before));
        return acknowledged || readSince;
    }

    /** A party met the customer: that completes the handoff to it, or is one nobody announced. */
    void met(Contact contact, Counted step, Seen seen) {
        String party = contact.reported().party();
        String from = step.handoffFrom();
        if (party == null || !contact.counted()) {
            return;
        }
        HandoffEntry announced = file.row.carry.handoffTo(party, from).orElse(null);
        if (announced != null) {
            Instant since = from == null || step.since() == null ? announced.madeAt() : step.since();
            HandoffEntry read = seen.brief() && announced.acknowledgedAt() == null
                    ? announced.acknowledged(
                            contact.occurredAt(), contact.reported().user())
                    : announced;
            file.row.carry.handoffs.removeIf(each -> each.entry() == announced.entry());
            file.writes.change(read.met(contact.entry(), between(since, contact.occurredAt())));
        } else if (from != null) {
            NewHandoff derived = new NewHandoff(NewHandoff.Kind.DERIVED, null, from, party, null, null, List.of());
            HandoffEntry entry = new HandoffEntry(
                    file.row.caseId,
                    file.nextEntry(),
                    derived,
                    contact.occurredAt(),
                    contact.entry(),
                    null,
                    null,
                    step.since() == null ? null : between(step.since(), contact.occurredAt()));
            file.writes.newHandoffs.put(entry.entry(), entry);
        }
    }

    /** What was reported late may lie before what it follows. */
    private static long between(Instant since, Instant until) {
        return Math.max(0, Duration.between(since, until).toMillis());
    }
}

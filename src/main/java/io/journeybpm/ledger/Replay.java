package io.journeybpm.ledger;

import io.journeybpm.journey.Phase;
import io.journeybpm.journey.Word;
import io.journeybpm.ledger.CaseHistory.PaperClock;
import io.journeybpm.ledger.Replayed.Witness;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a case's entries by their numbers, which is the order in which they became known. The ledger doesn't say
 * when the decision was asked, but entries do: after a contact, with what was recorded along with it; after a handoff
 * that was announced; after promises that broke; and wherever a table has raised the level.
 */
final class Replay {

    private final CaseFile file;
    private final PaperClock clock;
    private final Witness witness;
    private final List<TimelineEntry> entries;
    private final ReplayedPromises promises;

    private @Nullable Asking asking;

    /** What is told along with something else, and changes nothing that is counted. */
    private static final Set<Event.Kind> ALONG = Set.of(
            Event.Kind.AMBASSADOR,
            Event.Kind.FACT,
            Event.Kind.FACT_FORGOTTEN,
            Event.Kind.CAUSE,
            Event.Kind.PROMISE_HEALED,
            Event.Kind.PROMISE_MERGED,
            Event.Kind.VISIT_OVERRIDDEN,
            Event.Kind.CONTACT_PERMISSION,
            Event.Kind.RED_FLAG);

    /** What the decision is still to be asked about; entries recorded along with it belong to it. */
    private record Asking(@Nullable Contact contact, Instant promisedAt) {

        @Nullable
        Integer entry() {
            return contact == null ? null : contact.entry();
        }
    }

    Replay(CaseFile file, PaperClock clock, List<TimelineEntry> entries, Witness witness) {
        this.file = file;
        this.clock = clock;
        this.witness = witness;
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(TimelineEntry::entry))
                .toList();
        this.promises = new ReplayedPromises(file, this.entries);
    }

    void run() {
        for (TimelineEntry each : entries) {
            settleUntil(each);
            take(each);
        }
        settle(Instant.MAX);
        ask(null);
    }

    private void take(TimelineEntry entry) {
        if (entry instanceof Contact contact) {
            ask(null);
            clock.reach(contact.recordedAt());
            meet(contact);
        } else if (entry instanceof Promise promise) {
            promise(promise);
        } else if (entry instanceof PromiseMove move) {
            ask(null);
            clock.reach(move.at());
            promises.move(move);
        } else if (entry instanceof HandoffEntry handoff) {
            handOff(handoff);
        } else if (entry instanceof Rise rise) {
            rise(rise);
        } else if (entry instanceof Voiding voiding) {
            ask(null);
            clock.reach(voiding.at());
            file.contacts().voided(voiding.contact(), voiding.reason(), voiding.actor());
        } else if (entry instanceof Event event) {
            happen(event);
        }
    }

    private void meet(Contact contact) {
        file.contacts().recall(contact);
        promises.meet(contact);
        asking = new Asking(contact, contact.occurredAt());
    }

    private void promise(Promise promise) {
        boolean along = asking != null && asking.promisedAt.equals(promise.madeAt());
        if (!along) {
            ask(null);
            clock.reach(promise.madeAt());
        }
        promises.make(promise);
    }

    private void handOff(HandoffEntry handoff) {
        NewHandoff made = handoff.made();
        if (made.kind() == NewHandoff.Kind.DERIVED) {
            return;
        }
        boolean along = asking != null
                && asking.contact != null
                && made.element() != null
                && made.element().equals(asking.contact.reported().place().touchpoint());
        if (!along) {
            ask(null);
            clock.reach(handoff.madeAt());
            asking = new Asking(null, handoff.madeAt());
        }
    }

    private void rise(Rise rise) {
        Rise.Cause cause = rise.cause();
        if (cause.decision() == null) {
            ask(null);
            clock.reach(rise.raisedAt());
            witness.raised(file.rises()
                    .raise(rise.to(), rise.raisedAt(), rise.contact(), cause)
                    .orElse(null));
            return;
        }
        boolean thisOne = asking != null && Objects.equals(asking.entry(), rise.contact());
        if (!thisOne) {
            ask(null);
            asking = new Asking(null, rise.raisedAt());
        }
        ask(rise.raisedAt());
    }

    private void happen(Event event) {
        if (ALONG.contains(event.kind())) {
            return;
        }
        if (event.kind() == Event.Kind.PROMISE_BROKEN) {
            promises.open(event.subject()).ifPresent(each -> fall(each, event));
            return;
        }
        ask(null);
        clock.reach(event.at());
        String subject = event.subject();
        if (event.kind() == Event.Kind.REVIEW && subject != null) {
            file.rises()
                    .review(
                            Word.find(Level.class, subject).orElseThrow(),
                            Objects.requireNonNullElse(event.detail(), ""),
                            event.actor());
        } else if (event.kind() == Event.Kind.PHASE && subject != null) {
            file.phases().enter(new Phase(subject, Objects.requireNonNullElse(event.detail(), subject)));
        } else if (event.kind() == Event.Kind.PROMISE_WITHDRAWN) {
            promises.withdraw(subject);
        } else if (event.kind() == Event.Kind.PROMISE_DUE_SOON) {
            promises.open(subject).ifPresent(each -> file.promises().warn(each, event.at()));
        }
    }

    /** A promise broke: by a contact, about which the decision is asked anyway, with the case's end, or by itself. */
    private void fall(Promise promise, Event broke) {
        boolean along = asking != null
                && (asking.contact == null
                        ? asking.promisedAt.equals(broke.at())
                        : asking.contact.id().equals(broke.detail()));
        if (!along) {
            ask(null);
            clock.reach(broke.at());
        }
        boolean ended = CasePromises.CLOSED.equals(broke.detail());
        file.promises().fall(promise, broke.at(), null, ended ? CasePromises.CLOSED : null);
        if (asking == null && !ended) {
            asking = new Asking(null, broke.at());
        }
    }

    private void settleUntil(TimelineEntry entry) {
        if (entry instanceof Contact contact) {
            settle(contact.recordedAt());
        } else if (!(entry instanceof Promise) || asking == null) {
            settle(entry.at());
        }
    }

    /** Settles what was settled by then; where promises broke, the decision was asked about that. */
    private void settle(Instant until) {
        for (Promise next = promises.settledBy(until); next != null; next = promises.settledBy(until)) {
            Instant at = ReplayedPromises.settledAt(next);
            boolean broke = next.state() == Promise.State.BROKEN;
            if (asking != null && !(broke && asking.contact == null && asking.promisedAt.equals(at))) {
                ask(null);
            }
            clock.reach(at);
            promises.settle(next);
            if (broke) {
                asking = new Asking(null, at);
            }
        }
    }

    /**
     * Asks what is still to be asked.
     *
     * @param known as of when, if the ledger says so
     */
    private void ask(@Nullable Instant known) {
        Asking now = asking;
        if (now == null) {
            return;
        }
        asking = null;
        Contact contact = now.contact;
        boolean past = contact != null && contact.reported().isImported();
        Instant asOf = past ? file.contacts().latestAt() : clock.now();
        witness.asked(file, known == null ? asOf : known, contact);
    }
}

package io.journeybpm.ledger;

import io.journeybpm.journey.Outcome;
import io.journeybpm.ledger.LedgerProblem.EntrySettled;
import io.journeybpm.ledger.LedgerProblem.EntryUnknown;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The promises of a case held for writing. */
public final class CasePromises {

    private final CaseFile file;

    CasePromises(CaseFile file) {
        this.file = file;
    }

    /** What is still to come. */
    public List<Promise> open() {
        return List.copyOf(file.row.carry.promises);
    }

    /** Makes a promise; without an end of its window it is unscheduled. */
    public Promise make(NewPromise made, Instant madeAt) {
        Promise.State state = made.to() == null ? Promise.State.UNSCHEDULED : Promise.State.OPEN;
        Promise promise = new Promise(file.row.caseId, file.nextEntry(), made, state, madeAt, null, null, 0, null);
        file.row.carry.promises.add(promise);
        file.writes.newPromises.put(promise.entry(), promise);
        file.writes.rowChanged = true;
        return promise;
    }

    /**
     * Settles a promise.
     *
     * @throws EntryUnknown if the case never had it
     * @throws EntrySettled if it is settled already
     */
    public Promise settle(int entry, Promise.State state, @Nullable String reason, @Nullable String actor) {
        Promise promise = require(entry);
        Instant now = file.clock().now();
        if (state == Promise.State.WITHDRAWN) {
            file.note(Event.Kind.PROMISE_WITHDRAWN, actor, promise.id(), reason);
        }
        return settle(promise, state == Promise.State.KEPT ? keptOrLate(promise, now) : state, now, null);
    }

    /**
     * Moves a promise's window.
     *
     * @throws EntryUnknown if the case never had it
     * @throws EntrySettled if it is settled already
     */
    public Promise move(
            int entry, @Nullable Instant from, Instant to, @Nullable String reason, @Nullable String actor) {
        Promise before = require(entry);
        NewPromise made = before.made();
        Promise moved = new Promise(
                before.caseId(),
                entry,
                new NewPromise(made.what(), made.touchpoint(), made.party(), from, to, made.origin()),
                Promise.State.OPEN,
                before.madeAt(),
                null,
                null,
                before.moves() + 1,
                before.mergedWith());
        replace(moved);
        file.note(Event.Kind.PROMISE_MOVED, actor, moved.id(), reason);
        return moved;
    }

    /**
     * Lets the visit that keeps another promise keep this one too.
     *
     * @param with the other one, whose window becomes that of both
     * @throws EntryUnknown if the case never had it
     * @throws EntrySettled if it is settled already
     */
    public Promise merge(int entry, Promise with, @Nullable String actor) {
        NewPromise made = require(entry).made();
        Instant to = Objects.requireNonNull(with.made().to());
        if (!to.equals(made.to()) || !Objects.equals(with.made().from(), made.from())) {
            move(entry, with.made().from(), to, "one visit with " + with.id(), actor);
        }
        Promise merged = require(entry).merged(with.id());
        replace(merged);
        file.note(Event.Kind.PROMISE_MERGED, actor, merged.id(), with.id());
        return merged;
    }

    /** What became of a promise becomes of the one that is kept by the same visit. */
    void follow(Promise other) {
        Optional<Promise> following = open().stream()
                .filter(each -> other.id().equals(each.mergedWith()))
                .findFirst();
        if (following.isEmpty()) {
            return;
        }
        Promise mine = following.get();
        Instant at = other.settledAt();
        if (other.state() == Promise.State.WITHDRAWN) {
            replace(mine.merged(null));
        } else if (at != null) {
            settle(mine, other.state(), at, null);
        } else if (!Objects.equals(mine.made().to(), other.made().to())
                || !Objects.equals(mine.made().from(), other.made().from())) {
            move(
                    mine.entry(),
                    other.made().from(),
                    Objects.requireNonNull(other.made().to()),
                    "one visit with " + other.id(),
                    null);
        }
    }

    private void replace(Promise changed) {
        file.row.carry.promises.replaceAll(each -> each.entry() == changed.entry() ? changed : each);
        file.writes.change(changed);
        file.writes.rowChanged = true;
    }

    /** Breaks every promise whose window has closed. */
    public List<Promise> breakOverdue(Instant at) {
        return open().stream()
                .filter(each -> each.isOverdue(at))
                .map(each -> settle(each, Promise.State.BROKEN, at, null))
                .toList();
    }

    /** A promise as it was made once, met again on the way through a case's history. */
    void recall(Promise made) {
        file.row.carry.promises.add(made);
        file.writes.newPromises.put(made.entry(), made);
    }

    /** A contact keeps the first promise made before it for its touchpoint, else for its party. */
    void met(Contact contact) {
        boolean kept = contact.outcome() != Outcome.MISSED && contact.outcome() != Outcome.FAILED;
        if (!kept || file.row.carry.promises.isEmpty()) {
            return;
        }
        String touchpoint = contact.reported().place().touchpoint();
        String party = contact.reported().party();
        Comparator<Promise> soonest =
                Comparator.comparing(each -> each.made().to(), Comparator.nullsLast(Comparator.naturalOrder()));
        List<Promise> before = open().stream()
                .filter(each -> !each.madeAt().isAfter(contact.occurredAt()))
                .sorted(soonest)
                .toList();
        Optional<Promise> named = before.stream()
                .filter(each ->
                        touchpoint != null && touchpoint.equals(each.made().touchpoint()))
                .findFirst();
        named.or(() -> before.stream()
                        .filter(each -> each.made().touchpoint() == null
                                && party != null
                                && party.equals(each.made().party()))
                        .findFirst())
                .ifPresent(promise -> settle(
                        promise, keptOrLate(promise, contact.occurredAt()), contact.occurredAt(), contact.entry()));
    }

    private static Promise.State keptOrLate(Promise promise, Instant at) {
        return promise.isOverdue(at) ? Promise.State.LATE : Promise.State.KEPT;
    }

    Promise settle(Promise promise, Promise.State state, Instant at, @Nullable Integer contact) {
        Promise settled = promise.settled(state, at, contact);
        file.row.carry.promises.removeIf(each -> each.entry() == promise.entry());
        if (state == Promise.State.BROKEN) {
            file.row.carry.tally.raise(Count.BROKEN_PROMISES, true, 1);
        } else if (state != Promise.State.WITHDRAWN) {
            file.row.carry.tally.raise(Count.KEPT_PROMISES, true, 1);
        }
        file.writes.change(settled);
        file.writes.rowChanged = true;
        return settled;
    }

    private Promise require(int entry) {
        return file.row.carry.promise(entry).orElseThrow(() -> {
            String id = EntryId.of(file.row.caseId, entry);
            return entry > file.row.entries
                    ? new EntryUnknown("promise", id, "promiseId")
                    : new EntrySettled("the case has no open promise '" + id + "'");
        });
    }
}

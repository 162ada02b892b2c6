package io.journeybpm.ledger;

import io.journeybpm.ledger.LedgerProblem.EntrySettled;
import io.journeybpm.ledger.LedgerProblem.EntryUnknown;
import io.journeybpm.ledger.PromiseMove.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The promises of a case held for writing. */
public final class CasePromises {

    /** Why a promise is settled that nobody waits for any more; no decision is asked about one that broke so. */
    static final String CLOSED = "the case was closed";

    private final CaseFile file;

    CasePromises(CaseFile file) {
        this.file = file;
    }

    /** What is still to come. */
    public List<Promise> open() {
        return List.copyOf(file.row.carry.promises);
    }

    /** What watches them, if anything does. */
    public @Nullable PromiseTimer timer() {
        return file.row.carry.promiseTimer;
    }

    /** Remembers, or forgets, what watches them. */
    public void timer(@Nullable PromiseTimer timer) {
        file.row.carry.promiseTimer = timer;
        file.writes.rowChanged = true;
    }

    /**
     * The next moment at which somebody is to be warned, or a promise breaks.
     *
     * @param warnBefore how long before the end of its window a promise is warned of, at most
     */
    public Optional<Instant> due(Duration warnBefore) {
        return file.row.carry.promises.stream()
                .map(each -> each.due(warnBefore))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
    }

    /** Makes a promise; without an end of its window it is unscheduled. */
    public Promise make(NewPromise made, Instant madeAt) {
        Promise promise = Promise.made(file.row.caseId, file.nextEntry(), made, madeAt);
        recall(promise);
        file.writes.rowChanged = true;
        return promise;
    }

    /** A promise as it was made once, met again on the way through a case's history. */
    void recall(Promise made) {
        file.row.carry.promises.add(made);
        file.writes.newPromises.put(made.entry(), made);
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
        } else if (actor != null) {
            file.note(Event.Kind.PROMISE_KEPT, actor, promise.id(), reason);
        }
        return settle(promise, state == Promise.State.KEPT ? keptOrLate(promise, now) : state, now, null, reason);
    }

    /**
     * Moves a promise's window, before it closes.
     *
     * @throws EntryUnknown if the case never had it
     * @throws EntrySettled if it is settled already, or its window has closed
     */
    public Promise move(
            int entry, @Nullable Instant from, Instant to, @Nullable String reason, @Nullable String actor) {
        Promise before = require(entry);
        Instant now = file.clock().now();
        if (before.isOverdue(now)) {
            throw new EntrySettled("the window of '" + before.id() + "' closed at "
                    + before.made().to() + ", and nobody was told before: it is broken; make a new promise");
        }
        PromiseMove move = new PromiseMove(
                file.row.caseId,
                file.nextEntry(),
                entry,
                new Window(before.made().from(), before.made().to()),
                new Window(from, to),
                now,
                reason,
                actor);
        return move(before, move);
    }

    /**
     * Whoever is to keep it says that the window holds.
     *
     * @throws EntryUnknown if the case never had it
     * @throws EntrySettled if it is settled already
     */
    public void confirm(int entry, @Nullable String actor) {
        Promise promise = require(entry);
        file.note(Event.Kind.PROMISE_CONFIRMED, actor, promise.id(), null);
    }

    Promise move(Promise before, PromiseMove move) {
        Instant to = Objects.requireNonNull(move.after().to());
        Promise moved = before.moved(move.after().from(), to, move.at());
        replace(moved);
        if (move.isReschedule()) {
            file.row.carry.tally.raise(Count.RESCHEDULED_PROMISES, true, 1);
        }
        file.writes.moves.add(move);
        return moved;
    }

    /**
     * Notes that somebody had better hurry, once for each window that closes soon.
     *
     * @param warnBefore how long before the end of its window a promise is warned of, at most
     */
    public void warn(Instant at, Duration warnBefore) {
        for (Promise each : open()) {
            Instant due = each.due(warnBefore);
            if (each.warnedAt() == null && !each.isOverdue(at) && due != null && !due.isAfter(at)) {
                warn(each, at);
                file.note(
                        Event.Kind.PROMISE_DUE_SOON,
                        at,
                        null,
                        each.id(),
                        "until " + each.made().to());
            }
        }
    }

    void warn(Promise promise, Instant at) {
        replace(promise.warned(at));
    }

    void replace(Promise changed) {
        file.row.carry.promises.replaceAll(each -> each.entry() == changed.entry() ? changed : each);
        file.writes.change(changed);
        file.writes.rowChanged = true;
    }

    /** Breaks every promise whose window has closed. */
    public List<Promise> breakOverdue(Instant at) {
        return open().stream()
                .filter(each -> each.isOverdue(at))
                .map(each -> fail(each, at, null, null))
                .toList();
    }

    /** The case is closed: what was due before is broken, and nobody waits for the rest any more. */
    void end(Instant at, @Nullable String actor) {
        for (Promise each : open()) {
            if (each.isOverdue(at)) {
                fail(each, at, null, CLOSED);
            } else {
                file.note(Event.Kind.PROMISE_WITHDRAWN, at, actor, each.id(), CLOSED);
                settle(each, Promise.State.WITHDRAWN, at, null, CLOSED);
            }
        }
    }

    /** Breaks a promise by a contact that contradicts it. */
    void contradict(Promise promise, Contact by) {
        fail(promise, by.recordedAt(), by.entry(), by.id());
    }

    private Promise fail(Promise promise, Instant at, @Nullable Integer contact, @Nullable String why) {
        file.note(Event.Kind.PROMISE_BROKEN, at, null, promise.id(), why);
        return fall(promise, at, contact, CLOSED.equals(why) ? why : null);
    }

    /** Breaks a promise; that it broke is told elsewhere. */
    Promise fall(Promise promise, Instant at, @Nullable Integer contact, @Nullable String reason) {
        file.row.carry.tally.raise(Count.BROKEN_PROMISES, true, 1);
        return close(promise.broken(at, file.row.reviews, contact, reason));
    }

    Promise settle(
            Promise promise, Promise.State state, Instant at, @Nullable Integer contact, @Nullable String reason) {
        if (state != Promise.State.WITHDRAWN) {
            file.row.carry.tally.raise(Count.KEPT_PROMISES, true, 1);
        }
        return close(promise.settled(state, at, contact, reason));
    }

    /** A broken promise turns out to have been kept, if by a contact within its window; one after it came too late. */
    Promise heal(Promise broken, Contact by) {
        boolean inTime = broken.holds(by.occurredAt());
        if (inTime) {
            Integer review = broken.brokenReview();
            boolean recent = review == null ? file.row.reviews == 0 : review == file.row.reviews;
            file.row.carry.tally.raise(Count.BROKEN_PROMISES, recent, -1);
        }
        return settle(
                broken, inTime ? Promise.State.KEPT : Promise.State.LATE, by.occurredAt(), by.entry(), broken.reason());
    }

    private Promise close(Promise settled) {
        file.row.carry.promises.removeIf(each -> each.entry() == settled.entry());
        file.writes.change(settled);
        file.writes.rowChanged = true;
        return settled;
    }

    static Promise.State keptOrLate(Promise promise, Instant at) {
        return promise.isOverdue(at) ? Promise.State.LATE : Promise.State.KEPT;
    }

    Promise require(int entry) {
        return file.row.carry.promise(entry).orElseThrow(() -> {
            String id = EntryId.of(file.row.caseId, entry);
            return entry > file.row.entries
                    ? new EntryUnknown("promise", id, "promiseId")
                    : new EntrySettled("the case has no open promise '" + id + "'");
        });
    }
}

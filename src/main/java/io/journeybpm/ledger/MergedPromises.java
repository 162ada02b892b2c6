package io.journeybpm.ledger;

import io.journeybpm.ledger.LedgerProblem.EntrySettled;
import io.journeybpm.ledger.LedgerProblem.EntryUnknown;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Promises of a case held for writing that one visit keeps together with another promise. */
final class MergedPromises {

    private final CaseFile file;
    private final CasePromises promises;

    MergedPromises(CaseFile file) {
        this.file = file;
        this.promises = file.promises();
    }

    /**
     * Lets the visit that keeps another promise keep this one too.
     *
     * @param with the other one, whose window becomes that of both
     * @throws EntryUnknown if the case never had it
     * @throws EntrySettled if it is settled already
     */
    Promise merge(int entry, Promise with, @Nullable String actor) {
        NewPromise made = promises.require(entry).made();
        Instant to = Objects.requireNonNull(with.made().to());
        if (!to.equals(made.to()) || !Objects.equals(with.made().from(), made.from())) {
            promises.move(entry, with.made().from(), to, "one visit with " + with.id(), actor);
        }
        Promise merged = promises.require(entry).merged(with.id());
        promises.replace(merged);
        file.note(Event.Kind.PROMISE_MERGED, actor, merged.id(), with.id());
        return merged;
    }

    /** What became of a promise becomes of the one that is kept by the same visit; each breaks by its own case's timer. */
    void follow(Promise other) {
        Optional<Promise> following = promises.open().stream()
                .filter(each -> other.id().equals(each.mergedWith()))
                .findFirst();
        if (following.isEmpty()) {
            return;
        }
        Promise mine = following.get();
        Instant at = other.settledAt();
        if (other.state() == Promise.State.WITHDRAWN) {
            promises.replace(mine.merged(null));
        } else if (other.state() == Promise.State.KEPT || other.state() == Promise.State.LATE) {
            promises.settle(mine, other.state(), Objects.requireNonNull(at), null, null);
        } else if (at == null
                && (!Objects.equals(mine.made().to(), other.made().to())
                        || !Objects.equals(mine.made().from(), other.made().from()))) {
            promises.move(
                    mine.entry(),
                    other.made().from(),
                    Objects.requireNonNull(other.made().to()),
                    "one visit with " + other.id(),
                    null);
        }
    }
}

package io.journeybpm.ledger;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a transaction has changed of a case and not yet written. */
public final class CaseChanges {

    private static final Set<Promise.State> SETTLED =
            Set.of(Promise.State.KEPT, Promise.State.LATE, Promise.State.WITHDRAWN);

    private final Writes writes;

    CaseChanges(Writes writes) {
        this.writes = writes;
    }

    /** Whether a window was promised, or one no longer holds. */
    public boolean windows() {
        return !writes.moves.isEmpty()
                || writes.newPromises.values().stream().anyMatch(each -> each.state() == Promise.State.OPEN)
                || !formerWindows().isEmpty();
    }

    /** Ends of windows that no longer hold, of promises moved, kept or withdrawn. */
    public Set<Instant> formerWindows() {
        Stream<Promise> settled =
                writes.changedPromises.values().stream().filter(each -> SETTLED.contains(each.state()));
        return Stream.concat(
                        settled.map(each -> each.made().to()),
                        writes.moves.stream().map(each -> each.before().to()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** Whether the promise's window is a new one. */
    public boolean isNewWindow(Promise promise) {
        return writes.newPromises.containsKey(promise.entry())
                || writes.moves.stream().anyMatch(each -> each.promise() == promise.entry());
    }

    /** Whether the level was raised, or set by a review. */
    public boolean level() {
        return !writes.rises.isEmpty() || writes.events.stream().anyMatch(each -> each.kind() == Event.Kind.REVIEW);
    }
}

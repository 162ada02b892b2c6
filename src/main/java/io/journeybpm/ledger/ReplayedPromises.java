package io.journeybpm.ledger;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What became of a case's promises, met again on the way through its history. */
final class ReplayedPromises {

    private final CaseFile file;
    private final List<Promise> recorded;
    private final Map<Integer, List<Promise>> keptBy;
    private final Map<Integer, PromiseMove> firstMoves;

    /** Settled by no entry: by hand, or by time before breaks were entries of their own. */
    private final Deque<Promise> settledByTime;

    ReplayedPromises(CaseFile file, List<TimelineEntry> entries) {
        this.file = file;
        this.recorded = entries.stream()
                .filter(Promise.class::isInstance)
                .map(Promise.class::cast)
                .toList();
        this.keptBy = recorded.stream()
                .filter(each -> each.contact() != null)
                .collect(Collectors.groupingBy(each -> Objects.requireNonNull(each.contact())));
        this.firstMoves = entries.stream()
                .filter(PromiseMove.class::isInstance)
                .map(PromiseMove.class::cast)
                .collect(Collectors.toMap(PromiseMove::promise, each -> each, (first, later) -> first));
        this.settledByTime = new ArrayDeque<>(recorded.stream()
                .filter(ReplayedPromises::isSettledByTime)
                .sorted(Comparator.comparing(ReplayedPromises::settledAt).thenComparing(Promise::entry))
                .toList());
    }

    private static boolean isSettledByTime(Promise promise) {
        return promise.settledAt() != null
                && promise.contact() == null
                && promise.brokenAt() == null
                && promise.state() != Promise.State.WITHDRAWN;
    }

    static Instant settledAt(Promise promise) {
        return Objects.requireNonNull(promise.settledAt());
    }

    /** An open promise by its id. */
    Optional<Promise> open(@Nullable String id) {
        return file.promises().open().stream()
                .filter(each -> each.id().equals(id))
                .findFirst();
    }

    /** Makes it as it was made, with the window it had before it was moved. */
    void make(Promise promise) {
        NewPromise made = promise.made();
        PromiseMove first = firstMoves.get(promise.entry());
        PromiseMove.Window window = first == null ? new PromiseMove.Window(made.from(), made.to()) : first.before();
        file.promises().recall(promise.asMade(window.from(), window.to()));
    }

    void move(PromiseMove move) {
        file.row.carry.promise(move.promise()).ifPresent(each -> file.promises().move(each, move));
    }

    /** Settles what a contact has settled; a promise may have been broken before. */
    void meet(Contact contact) {
        for (Promise each : keptBy.getOrDefault(contact.entry(), List.of())) {
            boolean healed = each.state() != Promise.State.BROKEN
                    && each.brokenAt() != null
                    && file.row.carry.promise(each.entry()).isEmpty();
            if (healed) {
                file.promises().heal(each, contact);
            } else {
                settle(each);
            }
        }
    }

    void withdraw(@Nullable String id) {
        recorded.stream().filter(each -> each.id().equals(id)).forEach(this::settle);
    }

    /** The next of those settled by time until then; null if there is none. */
    @Nullable
    Promise settledBy(Instant until) {
        Promise next = settledByTime.peek();
        boolean now = next != null
                && !settledAt(next).isAfter(until)
                && file.row.carry.promise(next.entry()).isPresent();
        return now ? settledByTime.remove() : null;
    }

    void settle(Promise settled) {
        file.row.carry.promise(settled.entry()).ifPresent(open -> {
            if (settled.state() == Promise.State.BROKEN) {
                file.promises().fall(open, settledAt(settled), settled.contact(), settled.reason());
            } else {
                file.promises().settle(open, settled.state(), settledAt(settled), settled.contact(), settled.reason());
            }
        });
    }
}

package io.journeybpm.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rises of the level of a case held for writing, on their way into the engine, and their reviews. */
public final class CaseRises {

    private final CaseFile file;
    private final Cases cases;
    private final List<Rise> announced = new ArrayList<>();

    CaseRises(CaseFile file, Cases cases) {
        this.file = file;
        this.cases = cases;
    }

    /**
     * Raises the level. A level is raised at most once between two reviews, and never lowered here.
     *
     * @return the rise, or empty if the case is at that level or above
     */
    public Optional<Rise> raise(Level level, Instant at, @Nullable Integer contact, Rise.Cause cause) {
        if (!level.isAbove(file.row.escalation.level())) {
            return Optional.empty();
        }
        Rise rise = new Rise(
                file.row.caseId,
                file.nextEntry(),
                file.row.reviews,
                file.row.escalation.level(),
                level,
                at,
                contact,
                cause);
        file.row.escalation = new Case.Escalation(level, at, cause.reason());
        file.writes.rises.add(rise);
        file.writes.rowChanged = true;
        return Optional.of(rise);
    }

    /** A rise, by its entry, waits to be raised in the engine; see {@link #settle}. */
    public void queue(int rise) {
        file.row.carry.queuedRises.add(rise);
        file.writes.rowChanged = true;
    }

    /**
     * Takes a rise off the queue.
     *
     * @return false if it isn't on it: raised before, or made obsolete by a review
     */
    public boolean settle(int rise) {
        file.writes.rowChanged = true;
        return file.row.carry.queuedRises.remove((Integer) rise);
    }

    /** Rises that wait to be raised in the engine, oldest first. */
    public List<Integer> queued() {
        return List.copyOf(file.row.carry.queuedRises);
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
        return now.or(() -> cases.rises(file.row.caseId).stream().filter(fits).reduce((earlier, later) -> later));
    }

    /** The process instance in which somebody takes care of the escalation. */
    public @Nullable String escalationInstance() {
        return file.row.carry.escalationInstance;
    }

    /** Remembers, or forgets, the process instance in which somebody takes care of the escalation. */
    public void escalationInstance(@Nullable String instance) {
        file.row.carry.escalationInstance = instance;
        file.writes.rowChanged = true;
    }

    /** Closes the escalation with a reason, sets the level, and lets counts start anew. */
    public void review(Level level, String reason, @Nullable String actor) {
        file.row.reviews++;
        file.row.escalation = new Case.Escalation(level, file.clock().now(), reason);
        file.row.carry.tally.review();
        file.row.carry.queuedRises.clear();
        file.note(Event.Kind.REVIEW, actor, level.word(), reason);
    }
}

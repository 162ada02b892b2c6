package io.journeybpm.insight;

import io.journeybpm.escalation.Escalations;
import io.journeybpm.escalation.Escalations.Assessment;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.Level;
import io.journeybpm.ledger.Replayed;
import io.journeybpm.ledger.Rise;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The course a case takes under one table.
 *
 * @param reached the rises of its level, in their order
 * @param first of these, the first to each level
 * @param end how far it has escalated in the end
 * @param failure what the table said when it failed for the first time, if it did
 */
record Course(
        List<Reached> reached,
        Map<Level, Reached> first,
        Case.Escalation end,
        @Nullable String failure) {

    /**
     * A rise.
     *
     * @param level the level reached
     * @param review how many reviews the case had seen
     * @param moment which of the times at which the level might have risen; the same for every table
     * @param when the time of it, in the case's own time
     * @param owner who has to act
     * @param reason in words
     */
    record Reached(
            Level level,
            int review,
            int moment,
            Instant when,
            @Nullable String owner,
            @Nullable String reason) {

        /** What makes it the same under another table. */
        boolean isLike(Reached other) {
            return level == other.level
                    && review == other.review
                    && moment == other.moment
                    && Objects.equals(owner, other.owner);
        }
    }

    /** Takes a case through its course. */
    static Course of(Replayed one, Escalations escalations) {
        Following following = new Following(escalations);
        Case.Escalation end = one.replay(following);
        Map<Level, Reached> first = new EnumMap<>(Level.class);
        following.reached.forEach(each -> first.putIfAbsent(each.level(), each));
        return new Course(following.reached, first, end, following.failure);
    }

    /** Whether another table led the case the same way. */
    boolean isLike(Course other) {
        if (end.level() != other.end.level() || reached.size() != other.reached.size()) {
            return false;
        }
        for (int i = 0; i < reached.size(); i++) {
            if (!reached.get(i).isLike(other.reached.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static final class Following implements Replayed.Witness {

        private final Escalations escalations;
        private final List<Reached> reached = new ArrayList<>();
        private @Nullable String failure;
        private int moment;

        Following(Escalations escalations) {
            this.escalations = escalations;
        }

        @Override
        public void asked(CaseFile file, Instant asOf, @Nullable Contact contact) {
            Assessment assessment = escalations.assess(file, asOf, contact);
            failure = failure == null ? assessment.failure() : failure;
            raised(assessment.rise());
        }

        @Override
        public void raised(@Nullable Rise rise) {
            moment++;
            if (rise != null) {
                reached.add(new Reached(
                        rise.to(),
                        rise.review(),
                        moment,
                        rise.raisedAt(),
                        rise.cause().owner(),
                        rise.cause().reason()));
            }
        }
    }
}

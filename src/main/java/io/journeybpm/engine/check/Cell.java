package io.journeybpm.engine.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a cell of a decision table lets through, as far as that can be told without running it. */
sealed interface Cell {

    /** Lets everything through. */
    record Any() implements Cell {}

    /**
     * Words.
     *
     * @param words those named
     * @param others whether it lets through all but those named
     */
    record Words(Set<String> words, boolean others) implements Cell {}

    /** True or false. */
    record Truth(boolean value) implements Cell {}

    /**
     * Numbers.
     *
     * @param spans any of them
     */
    record Numbers(List<Span> spans) implements Cell {}

    /**
     * Something that can't be told; the same text lets the same through.
     *
     * @param text as written
     */
    record Unknown(String text) implements Cell {}

    /**
     * Numbers between two bounds.
     *
     * @param from null where it has no lower bound
     * @param withFrom whether the lower bound belongs to it
     * @param to null where it has no upper bound
     * @param withTo whether the upper bound belongs to it
     */
    record Span(
            @Nullable BigDecimal from,
            boolean withFrom,
            @Nullable BigDecimal to,
            boolean withTo) {

        static Span at(BigDecimal number) {
            return new Span(number, true, number, true);
        }

        /** The same whole numbers, with bounds that belong to it. */
        Span whole() {
            BigDecimal low = from == null
                    ? null
                    : withFrom
                            ? from.setScale(0, RoundingMode.CEILING)
                            : from.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE);
            BigDecimal high = to == null
                    ? null
                    : withTo
                            ? to.setScale(0, RoundingMode.FLOOR)
                            : to.setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE);
            return new Span(low, true, high, true);
        }

        boolean isEmpty() {
            if (from == null || to == null) {
                return false;
            }
            int order = from.compareTo(to);
            return order > 0 || order == 0 && !(withFrom && withTo);
        }

        boolean covers(Span other) {
            return !startsAfter(other) && !endsBefore(other);
        }

        private boolean startsAfter(Span other) {
            if (from == null) {
                return false;
            }
            int order = other.from == null ? 1 : from.compareTo(other.from);
            return order > 0 || order == 0 && !withFrom && other.withFrom;
        }

        private boolean endsBefore(Span other) {
            if (to == null) {
                return false;
            }
            int order = other.to == null ? -1 : to.compareTo(other.to);
            return order < 0 || order == 0 && !withTo && other.withTo;
        }

        boolean meets(Span other) {
            return !new Span(
                            startsAfter(other) ? from : other.from,
                            startsAfter(other) ? withFrom : other.withFrom,
                            endsBefore(other) ? to : other.to,
                            endsBefore(other) ? withTo : other.withTo)
                    .isEmpty();
        }

        /** Whether it runs on without end in one direction only: a threshold. */
        boolean isThreshold() {
            return (from == null) != (to == null);
        }
    }

    /** Whether it surely lets through whatever the other does. */
    default boolean covers(Cell other) {
        if (this instanceof Any || equals(other)) {
            return true;
        }
        if (this instanceof Words mine && other instanceof Words theirs) {
            if (!mine.others) {
                return !theirs.others && mine.words.containsAll(theirs.words);
            }
            return theirs.others
                    ? theirs.words.containsAll(mine.words)
                    : theirs.words.stream().noneMatch(mine.words::contains);
        }
        return this instanceof Numbers mine
                && other instanceof Numbers theirs
                && theirs.spans.stream().allMatch(each -> mine.spans.stream().anyMatch(span -> span.covers(each)));
    }

    /** Whether something surely gets through both. */
    default boolean meets(Cell other) {
        if (this instanceof Unknown || other instanceof Unknown) {
            return equals(other);
        }
        if (this instanceof Any || other instanceof Any || covers(other) || other.covers(this)) {
            return true;
        }
        if (this instanceof Words mine && other instanceof Words theirs) {
            return mine.others && theirs.others
                    || mine.others != theirs.others
                            && !(mine.others ? mine : theirs).words.containsAll((mine.others ? theirs : mine).words)
                    || mine.words.stream()
                            .anyMatch(each -> !mine.others && !theirs.others && theirs.words.contains(each));
        }
        return this instanceof Numbers mine
                && other instanceof Numbers theirs
                && mine.spans.stream().anyMatch(each -> theirs.spans.stream().anyMatch(each::meets));
    }

    /** The one threshold it is, if it is one. */
    default @Nullable Span threshold() {
        return this instanceof Numbers numbers
                        && numbers.spans.size() == 1
                        && numbers.spans.get(0).isThreshold()
                ? numbers.spans.get(0)
                : null;
    }

    /** The number a threshold begins or ends with. */
    static BigDecimal bound(Span threshold) {
        return threshold.from() == null ? Objects.requireNonNull(threshold.to()) : threshold.from();
    }
}

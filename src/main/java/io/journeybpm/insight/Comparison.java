package io.journeybpm.insight;

import io.journeybpm.escalation.Escalations;
import io.journeybpm.imports.ImportView.Rejected;
import io.journeybpm.insight.BacktestResult.CaseChange;
import io.journeybpm.insight.BacktestResult.Difference;
import io.journeybpm.insight.BacktestResult.Failures;
import io.journeybpm.insight.BacktestResult.LevelChange;
import io.journeybpm.insight.BacktestResult.OwnerChange;
import io.journeybpm.insight.BacktestResult.Raised;
import io.journeybpm.insight.BacktestResult.Recorded;
import io.journeybpm.insight.BacktestResult.Sides;
import io.journeybpm.insight.BacktestResult.Standing;
import io.journeybpm.insight.Course.Reached;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.CaseHistory;
import io.journeybpm.ledger.Level;
import io.journeybpm.ledger.Replayed;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes cases through their courses under two tables and adds up what differs. */
final class Comparison {

    private static final int FIRST = 100;

    /** An owner may be an expression; beyond so many at a level they are counted together. */
    private static final int MOST_OWNERS = 200;

    private static final String FURTHER_OWNERS = "(others)";

    private final Escalations old;
    private final Escalations renewed;
    private final Map<Level, Long> oldLevels = new EnumMap<>(Level.class);
    private final Map<Level, Long> newLevels = new EnumMap<>(Level.class);
    private final Map<Level, ChangeCount> changes = new EnumMap<>(Level.class);
    private final Map<Level, Map<String, ChangeCount>> owners = new EnumMap<>(Level.class);
    private final List<CaseChange> first = new ArrayList<>();
    private final FailureCount oldFailures = new FailureCount();
    private final FailureCount newFailures = new FailureCount();
    private long cases;
    private long differ;
    private long asRecorded;
    private long otherThanRecorded;

    Comparison(Escalations old, Escalations renewed) {
        this.old = old;
        this.renewed = renewed;
        for (Level each : Level.values()) {
            if (each != Level.NONE) {
                changes.put(each, new ChangeCount());
                owners.put(each, new TreeMap<>());
            }
        }
    }

    /** Takes a case. */
    void add(Replayed one) {
        Course before = Course.of(one, old);
        Course after = Course.of(one, renewed);
        cases++;
        oldLevels.merge(before.end().level(), 1L, Long::sum);
        newLevels.merge(after.end().level(), 1L, Long::sum);
        oldFailures.add(before);
        newFailures.add(after);
        changes.forEach((level, count) ->
                add(level, count, before.first().get(level), after.first().get(level)));
        if (!before.isLike(after)) {
            differ++;
            if (first.size() < FIRST) {
                first.add(change(one, before, after));
            }
        }
        if (one instanceof CaseHistory history) {
            boolean same = history.level() == before.end().level();
            asRecorded += same ? 1 : 0;
            otherThanRecorded += same ? 0 : 1;
        }
    }

    private void add(Level level, ChangeCount all, @Nullable Reached before, @Nullable Reached after) {
        all.add(before, after);
        if (before != null && after != null && Objects.equals(before.owner(), after.owner())) {
            of(level, before).add(before, after);
            return;
        }
        if (before != null) {
            of(level, before).add(before, null);
        }
        if (after != null) {
            of(level, after).add(null, after);
        }
    }

    private ChangeCount of(Level level, Reached reached) {
        Map<String, ChangeCount> here = Objects.requireNonNull(owners.get(level));
        String owner = Objects.requireNonNullElse(reached.owner(), "");
        String counted = here.containsKey(owner) || here.size() < MOST_OWNERS ? owner : FURTHER_OWNERS;
        return here.computeIfAbsent(counted, each -> new ChangeCount());
    }

    private static CaseChange change(Replayed one, Course before, Course after) {
        return new CaseChange(
                one.caseId(), one.journey(), standing(before.end()), standing(after.end()), differences(before, after));
    }

    private static Standing standing(Case.Escalation end) {
        return new Standing(end.level().word(), end.since(), end.reason());
    }

    private static List<Difference> differences(Course before, Course after) {
        Map<String, Reached> old = byTurn(before);
        Map<String, Reached> renewed = byTurn(after);
        return Stream.concat(old.keySet().stream(), renewed.keySet().stream())
                .distinct()
                .sorted()
                .flatMap(turn -> difference(old.get(turn), renewed.get(turn)).stream())
                .toList();
    }

    /** A level is reached at most once between two reviews. */
    private static Map<String, Reached> byTurn(Course course) {
        Map<String, Reached> turns = new LinkedHashMap<>();
        course.reached()
                .forEach(each -> turns.put(
                        "%09d %d".formatted(each.review(), each.level().ordinal()), each));
        return turns;
    }

    private static Optional<Difference> difference(@Nullable Reached before, @Nullable Reached after) {
        Reached either = before == null ? after : before;
        if (either == null || before != null && after != null && before.isLike(after)) {
            return Optional.empty();
        }
        return Optional.of(
                new Difference(either.level().word(), ChangeCount.kind(before, after), raised(before), raised(after)));
    }

    private static @Nullable Raised raised(@Nullable Reached reached) {
        return reached == null ? null : new Raised(reached.when(), reached.owner(), reached.reason());
    }

    /** All of it. */
    BacktestResult result(@Nullable Rejected rejected) {
        return new BacktestResult(
                cases,
                differ,
                new Sides<>(words(oldLevels), words(newLevels)),
                changes.entrySet().stream()
                        .map(each -> new LevelChange(
                                each.getKey().word(), each.getValue().change(), owners(each.getKey())))
                        .toList(),
                List.copyOf(first),
                new Sides<>(oldFailures.failures(), newFailures.failures()),
                rejected == null ? new Recorded(asRecorded, otherThanRecorded) : null,
                rejected);
    }

    private List<OwnerChange> owners(Level level) {
        return Objects.requireNonNull(owners.get(level)).entrySet().stream()
                .map(each -> new OwnerChange(
                        each.getKey().isEmpty() ? null : each.getKey(),
                        each.getValue().change()))
                .toList();
    }

    private static Map<String, Long> words(Map<Level, Long> counts) {
        Map<String, Long> words = new LinkedHashMap<>();
        for (Level each : Level.values()) {
            words.put(each.word(), counts.getOrDefault(each, 0L));
        }
        return words;
    }

    private static final class FailureCount {

        private long cases;
        private @Nullable String message;

        void add(Course course) {
            if (course.failure() != null) {
                cases++;
                message = message == null ? course.failure() : message;
            }
        }

        Failures failures() {
            return new Failures(cases, message);
        }
    }
}

package io.journeybpm.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.journeybpm.imports.ImportView.Rejected;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The old table and the new one side by side. The old one is the one deployed when the backtest began; both were asked
 * at the same moments of every case, knowing what was known then.
 *
 * @param cases how many cases were gone through
 * @param differ how many of them take another course: another level, another moment, another owner
 * @param levels how many cases stand at each level in the end
 * @param changes what changes at each level above none
 * @param first the first hundred cases that differ
 * @param failed cases in which a table gave no usable answer at least once; their level stayed as it was
 * @param recorded how the old table compares with what the ledger has recorded; absent with a log
 * @param rejected what could not be read of the log; absent without one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BacktestResult(
        long cases,
        long differ,
        Sides<Map<String, Long>> levels,
        List<LevelChange> changes,
        List<CaseChange> first,
        Sides<Failures> failed,
        @Nullable Recorded recorded,
        @Nullable Rejected rejected) {

    /**
     * Something under each table.
     *
     * @param old under the one deployed
     * @param renewed under the one tried; {@code new} in JSON
     */
    public record Sides<T>(T old, @JsonProperty("new") T renewed) {}

    /**
     * What changes, counted in cases by the first time each reaches a level. A case reaches a level when it is raised to
     * it; a jump past a level doesn't reach that one.
     *
     * @param old cases that reach it under the old table
     * @param renewed cases that reach it under the new table; {@code new} in JSON
     * @param more cases that reach it under the new table only
     * @param fewer cases that reach it under the old table only
     * @param earlier cases that reach it under both, and under the new one at an earlier moment: after an earlier
     *     contact, handoff or broken promise
     * @param later the same, at a later moment
     */
    public record Change(
            long old, @JsonProperty("new") long renewed, long more, long fewer, long earlier, long later) {}

    /**
     * What changes at a level.
     *
     * @param level above {@code none}
     * @param all whoever has to act
     * @param owners by who has to act; a case that goes from one owner to another is one fewer there and one more here
     */
    public record LevelChange(String level, Change all, List<OwnerChange> owners) {}

    /**
     * What changes for those who have to act.
     *
     * @param owner group or user; absent where the table names nobody
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OwnerChange(@Nullable String owner, Change change) {}

    /**
     * A case that takes another course.
     *
     * @param caseId its id
     * @param journey its journey
     * @param old how far it has escalated in the end under the old table
     * @param renewed the same under the new table; {@code new} in JSON
     * @param differences what is reached otherwise on the way
     */
    public record CaseChange(
            String caseId,
            String journey,
            Standing old,
            @JsonProperty("new") Standing renewed,
            List<Difference> differences) {}

    /**
     * How far a case has escalated.
     *
     * @param level the level
     * @param when it was reached
     * @param reason why; absent at {@code none}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Standing(
            String level, Instant when, @Nullable String reason) {}

    /**
     * A level reached otherwise.
     *
     * @param level the level
     * @param change {@code more}, {@code fewer}, {@code earlier}, {@code later} or, where only that changes, {@code owner}
     * @param old how it was reached under the old table; absent if it wasn't
     * @param renewed how under the new table; {@code new} in JSON
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Difference(
            String level,
            String change,
            @Nullable Raised old,
            @JsonProperty("new") @Nullable Raised renewed) {}

    /**
     * How a level was reached.
     *
     * @param when in the case's own time
     * @param owner who has to act
     * @param reason in words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Raised(
            Instant when, @Nullable String owner, @Nullable String reason) {}

    /**
     * Cases in which a table failed.
     *
     * @param cases how many
     * @param message of the first of them; absent without any
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Failures(long cases, @Nullable String message) {}

    /**
     * The old table on recorded cases.
     *
     * @param same cases it leads to the level they have in the ledger
     * @param other cases it leads to another: they were decided by an earlier version of the table, or by something the
     *     ledger doesn't keep
     */
    public record Recorded(long same, long other) {}
}

package io.journeybpm.escalation;

import io.journeybpm.decision.Answer;
import io.journeybpm.decision.DecisionFailed;
import io.journeybpm.decision.Source;
import io.journeybpm.ledger.Level;
import io.journeybpm.ledger.Rise;
import org.jspecify.annotations.Nullable;

/**
 * What a decision table said.
 *
 * @param level the level the case belongs at
 * @param action what is to be done
 * @param owner the group or user that has to act
 * @param within ISO-8601 duration in which
 * @param reason in words
 * @param table which table said so
 */
public record Verdict(
        Level level,
        @Nullable String action,
        @Nullable String owner,
        @Nullable String within,
        @Nullable String reason,
        Source table) {

    /**
     * Reads an answer.
     *
     * @throws DecisionFailed if it isn't one the ledger can keep
     */
    static Verdict of(Answer answer) {
        Answer.Row row = answer.first();
        return new Verdict(
                row.oneOf("level", Level.class),
                row.text("action"),
                row.text("owner"),
                row.duration("within"),
                row.text("reason"),
                answer.source());
    }

    Rise.Cause cause() {
        return new Rise.Cause(
                reason == null ? "rule " + table.rule() : reason,
                action,
                owner,
                within,
                table.key(),
                table.version(),
                table.rule(),
                null);
    }
}

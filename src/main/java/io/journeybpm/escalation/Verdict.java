package io.journeybpm.escalation;

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
        Table table) {

    /**
     * Where a verdict comes from.
     *
     * @param key of the decision
     * @param version of the decision
     * @param rule id of the rule that fired
     */
    public record Table(String key, int version, @Nullable String rule) {}

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

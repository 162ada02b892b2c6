package io.journeybpm.rest;

import io.journeybpm.escalation.Escalations.Assessment;
import io.journeybpm.escalation.Verdict;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Rise;
import org.jspecify.annotations.Nullable;

/**
 * What the decision led to.
 *
 * @param level the case's level now
 * @param raised whether it was raised just now
 * @param reason why the case is at its level
 * @param action what is to be done, if it was raised
 * @param owner who has to act, if it was raised
 * @param within ISO-8601 duration in which, if it was raised
 * @param decision the table that was asked; null where there is none or none was asked
 * @param failure why the table gave no usable answer
 */
record AssessmentView(
        String level,
        boolean raised,
        @Nullable String reason,
        @Nullable String action,
        @Nullable String owner,
        @Nullable String within,
        @Nullable TableView decision,
        @Nullable String failure) {

    /**
     * A decision table.
     *
     * @param key of the decision
     * @param version of the decision
     * @param rule id of the rule that fired
     */
    record TableView(String key, int version, @Nullable String rule) {}

    static AssessmentView of(Case after, Assessment assessed) {
        Rise rise = assessed.rise();
        Verdict verdict = assessed.verdict();
        Rise.Cause cause = rise == null ? null : rise.cause();
        return new AssessmentView(
                after.escalation().level().word(),
                rise != null,
                after.escalation().reason(),
                cause == null ? null : cause.action(),
                cause == null ? null : cause.owner(),
                cause == null ? null : cause.within(),
                verdict == null
                        ? null
                        : new TableView(
                                verdict.table().key(),
                                verdict.table().version(),
                                verdict.table().rule()),
                assessed.failure());
    }
}

package io.journeybpm.engine.check;

import io.journeybpm.engine.check.Finding.Severity;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a table of ours: the one list of its rules, with what to do about each. */
enum TableRule {
    UNREADABLE(
            Severity.error,
            "Correct the expression; FEEL is described at https://docs.camunda.org/manual/7.24/reference/dmn/feel/."),
    HIT_POLICY(
            Severity.error,
            "Set the hit policy to First: the rows are read from the top, and the first that fits decides."),
    HIT_POLICY_COLLECT(
            Severity.error, "Set the hit policy to Collect, without an aggregation: every row that fits is answered."),
    EMPTY(Severity.error, "Add a row for each answer, and one with empty inputs at the end."),
    UNKNOWN_INPUT(Severity.error, "Use one of the names the table is told: "),
    UNKNOWN_OUTPUT(Severity.error, "The outputs are: "),
    UNREAD_OUTPUT(Severity.warn, "Take it out if nobody else reads it. The outputs are: "),
    OUTPUT_TWICE(Severity.error, "Keep one column of each name."),
    ANSWER_MISSING(Severity.error, "Without it the answer is of no use."),
    ANSWER_UNKNOWN(Severity.error, "Say one of these, in quotation marks: "),
    LEVEL_UNKNOWN(Severity.error, "The levels are none, watch, coordinate, escalate and executive."),
    TYPE(
            Severity.error,
            "Compare counts and days with numbers, such as >= 3, and words with words in quotation marks, such as \"phone\"."),
    WITHIN(
            Severity.error,
            "Write an ISO 8601 duration in quotation marks, such as \"P1D\" for a day or \"PT8H\" for eight hours."),
    THRESHOLDS_FALL(Severity.error, "Let the higher level begin later than the lower one."),
    UNREACHABLE(Severity.error, "Move the row up, or narrow the one above it."),
    SUPERFLUOUS(Severity.warn, "Take the row out; the one above it says the same."),
    LOWER_LEVEL_FIRST(
            Severity.warn, "Move the row of the higher level up, so that the highest level that fits decides."),
    NO_CATCH_ALL(
            Severity.warn,
            "End the table with a row whose inputs are empty; in an escalation table its level is \"none\"."),
    NOBODY_TO_ACT(
            Severity.warn,
            "From coordinate up somebody has to act: say who (owner), how soon (within) and why (reason).");

    final Severity severity;
    final String mend;

    TableRule(Severity severity, String mend) {
        this.severity = severity;
        this.mend = mend;
    }

    /** Its name in findings, such as {@code decision-unknown-input}. */
    String id() {
        return "decision-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Finding at(@Nullable String element, @Nullable String name, String message, String more) {
        return new Finding(id(), severity, element, name, 0, message, mend + more);
    }
}

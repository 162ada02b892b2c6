package io.journeybpm.decision;

import org.jspecify.annotations.Nullable;

/**
 * Where an answer comes from.
 *
 * @param key of the decision
 * @param version of the decision
 * @param rule id of the first row that fitted
 */
public record Source(String key, int version, @Nullable String rule) {

    /** Says that the answer is of no use. */
    public DecisionFailed failure(String problem) {
        return new DecisionFailed(key, version, rule, problem, null);
    }
}

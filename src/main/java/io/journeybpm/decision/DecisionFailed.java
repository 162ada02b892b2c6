package io.journeybpm.decision;

import org.jspecify.annotations.Nullable;

/** A decision gave no usable answer. What it was asked about stays recorded. */
public final class DecisionFailed extends RuntimeException {

    /**
     * Says which table failed and where.
     *
     * @param key of the decision
     * @param version of the decision
     * @param rule id of the rule, if one fired
     * @param problem what is wrong with its answer
     */
    public DecisionFailed(String key, int version, @Nullable String rule, String problem, @Nullable Throwable cause) {
        super(
                "decision '" + key + "' version " + version + (rule == null ? "" : ", rule '" + rule + "'") + ": "
                        + problem,
                cause);
    }
}

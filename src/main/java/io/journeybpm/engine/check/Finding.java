package io.journeybpm.engine.check;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a model.
 *
 * @param rule the rule's name, the same in the Modeler and at deployment
 * @param severity whether it refuses the deployment
 * @param element the id of the element concerned, if it has one
 * @param name what people read on it, if anything
 * @param line where it is written in the file, counted from 1, or 0 where unknown
 * @param message what is wrong
 * @param mend what to do about it
 */
public record Finding(
        String rule,
        Severity severity,
        @Nullable String element,
        @Nullable String name,
        int line,
        String message,
        String mend) {

    /** What a finding means for a deployment. */
    public enum Severity {
        /** The file is refused. */
        error,
        /** The file is deployed, and the finding shown. */
        warn
    }
}

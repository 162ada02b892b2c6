package io.journeybpm.decision;

/** What kind of value a decision is told. */
public enum Kind {
    /** A whole number, 0 or more. */
    COUNT,
    /** A whole number, 0 or more, or null. */
    COUNT_OR_NULL,
    /** A number, 0 or more. */
    AMOUNT,
    /** A number from 0 to 100, or null. */
    SCORE,
    /** A text, empty where there is none. */
    TEXT,
    /** A text, or null. */
    TEXT_OR_NULL,
    /** The word of a level. */
    LEVEL,
    /** True or false. */
    TRUTH,
    /** A list of texts, empty where there are none. */
    TEXTS,
    /** A moment with its zone, or null. */
    TIME,
    /** Values by name, such as {@code figures.liquidityDays}; each a number, a text, true or false, or null. */
    CONTEXT;

    /** Whether cells compare it with numbers. */
    public boolean isNumber() {
        return this == COUNT || this == COUNT_OR_NULL || this == AMOUNT || this == SCORE;
    }

    /** Whether cells compare it with words. */
    public boolean isText() {
        return this == TEXT || this == TEXT_OR_NULL || this == LEVEL;
    }
}

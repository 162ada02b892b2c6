package io.journeybpm.ledger;

import io.journeybpm.journey.Word;

/** How far a case has escalated, lowest first. Only a review lowers it. */
public enum Level implements Word {
    NONE,
    WATCH,
    COORDINATE,
    ESCALATE,
    EXECUTIVE;

    /** The level with this rank, {@link #ordinal()} as stored. */
    static Level ranked(int rank) {
        return values()[rank];
    }

    /** Whether this level lies above the other. */
    public boolean isAbove(Level other) {
        return compareTo(other) > 0;
    }

    /** Whether somebody has to act: from {@code coordinate} up; {@code watch} merely flags the case. */
    public boolean needsSomebody() {
        return compareTo(COORDINATE) >= 0;
    }
}

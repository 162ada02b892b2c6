package io.journeybpm.journey;

/** What the company contacts a customer for. */
public enum Purpose implements Word {
    /** The matter the customer came with. */
    SERVICE,
    /** Something the customer has to know in time. */
    WARNING,
    MARKETING,
    SURVEY,
    /** Telling, or changing, what comes next and when. */
    NEXT_STEP
}

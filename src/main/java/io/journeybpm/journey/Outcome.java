package io.journeybpm.journey;

/**
 * How a contact ended. {@code missed}: it should have happened and did not; {@code sent-away}: the customer was sent
 * elsewhere, a dead end.
 */
public enum Outcome implements Word {
    DONE,
    PARTLY,
    FAILED,
    MISSED,
    REWORK,
    SENT_AWAY
}

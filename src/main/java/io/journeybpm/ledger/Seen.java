package io.journeybpm.ledger;

/**
 * What whoever met the customer had before them.
 *
 * @param brief whether they had opened their task, and with it the brief
 * @param facts whether their form showed the facts
 */
public record Seen(boolean brief, boolean facts) {

    /** Nobody knows that they had seen anything. */
    public static final Seen NOTHING = new Seen(false, false);
}

package io.journeybpm.casework;

import java.time.Duration;

/** How much a request may say: the widths of the ledger's columns, and what nobody needs more of. */
public final class Limits {

    public static final int CASE_ID = 64;
    public static final int ACTIVITY_INSTANCE = 64;
    /** A case's id, a mark, a number. */
    public static final int ENTRY_ID = 80;

    public static final int EXTERNAL_ID = 128;
    /** Touchpoints, parties, users, phases, names of facts and variables. */
    public static final int NAME = 255;

    public static final int REASON_OF_CONTACT = 64;
    /** Why something was done to a case; what was promised. */
    public static final int SENTENCE = 1000;
    /** Notes, what is left open, values of facts and variables. */
    public static final int NOTE = 4000;

    public static final int CUSTOMER_REFERENCE = 128;
    public static final int PHONE = 64;
    public static final int ADDRESS = 1000;
    /** All incidents of a contact as the ledger keeps them, a JSON list in one column. */
    public static final int INCIDENTS = 4000;

    /** Longer numbers are refused before anything is computed with them. */
    public static final int DIGITS = 40;

    public static final int SCORE_DECIMALS = 3;
    public static final int IDEMPOTENCY_KEY = 255;
    public static final int IDEMPOTENCY_PATH = 512;
    /** The largest JSON body, in bytes. */
    public static final int BODY = 1 << 20;
    /** Entries of any list within a body. */
    public static final int ENTRIES = 200;

    /** Days outside these years are slips of the keyboard. */
    public static final int FIRST_YEAR = 1900;

    public static final int LAST_YEAR = 9999;

    /** How far ahead a sender's clock may run. */
    public static final Duration CLOCKS_APART = Duration.ofMinutes(1);

    private Limits() {}
}

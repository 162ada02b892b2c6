package io.journeybpm.rest;

import java.time.Duration;

/** How much a request may say: the widths of the ledger's columns, and what nobody needs more of. */
public final class Limits {

    static final int CASE_ID = 64;
    static final int ACTIVITY_INSTANCE = 64;
    /** A case's id, a mark, a number. */
    static final int ENTRY_ID = 80;

    static final int EXTERNAL_ID = 128;
    /** Touchpoints, parties, users, phases, names of facts and variables. */
    static final int NAME = 255;

    static final int REASON_OF_CONTACT = 64;
    /** Why something was done to a case; what was promised. */
    public static final int SENTENCE = 1000;
    /** Notes, what is left open, values of facts and variables. */
    public static final int NOTE = 4000;

    static final int CUSTOMER_REFERENCE = 128;
    static final int PHONE = 64;
    static final int ADDRESS = 1000;
    /** All incidents of a contact as the ledger keeps them, a JSON list in one column. */
    static final int INCIDENTS = 4000;

    /** Longer numbers are refused before anything is computed with them. */
    static final int DIGITS = 40;

    static final int SCORE_DECIMALS = 3;
    static final int IDEMPOTENCY_KEY = 255;
    static final int IDEMPOTENCY_PATH = 512;
    /** The largest JSON body, in bytes. */
    static final int BODY = 1 << 20;
    /** The largest decision table to try, in bytes. */
    static final int DECISION = 4 << 20;
    /** Entries of any list within a body. */
    static final int ENTRIES = 200;

    /** How far ahead a sender's clock may run. */
    public static final Duration CLOCKS_APART = Duration.ofMinutes(1);

    private Limits() {}
}

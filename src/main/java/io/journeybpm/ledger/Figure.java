package io.journeybpm.ledger;

import java.util.Locale;

/** What is added up of everything that happened on a journey; voided contacts are left out of all of it. */
public enum Figure {
    /** Cases that were there at least once; of the journey as a whole, cases opened. */
    CASES,
    /** Of these, closed ones. */
    CLOSED_CASES,
    /** Contacts with the outcome {@code done}. */
    DONE,
    /** Contacts with the outcome {@code partly}. */
    PARTLY,
    /** Contacts with the outcome {@code failed}. */
    FAILED,
    /** Contacts that should have happened and did not. */
    MISSED,
    /** Contacts with the outcome {@code rework}. */
    REWORK,
    /** Contacts with the outcome {@code sent-away}. */
    SENT_AWAY,
    /** Contacts that failed, were missed, or returned to something done before; each of them once. */
    FAILURES,
    /** Contacts that count against their case. */
    COUNTED,
    /** Of these, the ones that were planned when they were recorded. */
    PLANNED,
    /** Contacts that took place at a touchpoint their case had met before, rounds of a drawn loop left out. */
    REPEATED,
    /** Contacts that cost the customer more than they had to: sent away, sent on, or asked again. */
    HINDERED,
    /** Contacts that sent the customer on to somebody or somewhere else. */
    REDIRECTS,
    /** Counted contacts customers had to make that were not planned. */
    EXTRA_INBOUND,
    /** Counted contacts customers made on another channel than the one before. */
    CHANNEL_SWITCHES,
    /** Incidents that lie in how somebody behaved. */
    CONDUCT_INCIDENTS,
    /** Incidents that lie in how the work is organised. */
    PROCESS_INCIDENTS,
    /** Contacts that returned to something done before, as classified when they were recorded. */
    RETURNED,
    /** Contacts anywhere in the journey that go back to one here. */
    CAUSED,
    /** Questions customers had answered before. */
    REPEATED_QUESTIONS,
    /** Sum of the times cases took from entering a phase to their last contact in it. */
    ELAPSED_MILLIS,
    /** Contacts that were given a score. */
    SCORES,
    /** Sum of these scores, each from 0 to 100. */
    SCORE_SUM,
    /** What the company paid. */
    COMPANY_COST,
    /** What it cost the customer. */
    CUSTOMER_COST,
    /** Contacts that took place and were not the first of their case. */
    WAITS,
    /** Sum of their distances from the contact before. */
    WAIT_MILLIS,
    /** Of these, counted ones of another party than the counted one before. */
    HANDOFFS,
    /** Of these, the ones whose receiver had not read the brief. */
    HANDOFFS_WITHOUT_BRIEF,
    /**
     * Sum of their distances from the contact before; between two parties, from the last counted contact of the one to
     * the first of the other.
     */
    HANDOFF_WAIT_MILLIS,
    /** Promises kept within their window. */
    KEPT_PROMISES,
    /** Promises kept after their window had closed. */
    LATE_PROMISES,
    /** Promises whose window closed without a contact that kept them. */
    BROKEN_PROMISES;

    /** The column of {@code journey_map}. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}

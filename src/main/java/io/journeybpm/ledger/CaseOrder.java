package io.journeybpm.ledger;

import io.journeybpm.journey.Word;

/** What comes first in a list of cases; of those that are equal, the case opened last. */
public enum CaseOrder implements Word {
    /** The case opened last. */
    NEWEST,
    /** The highest level. */
    LEVEL,
    /** The case that is, or was, open longest. */
    DAYS,
    /** The most counted contacts. */
    CONTACTS,
    /** The highest cost of the company and the customer together. */
    COST
}

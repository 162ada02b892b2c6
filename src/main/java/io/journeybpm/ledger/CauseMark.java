package io.journeybpm.ledger;

/**
 * What somebody found out about a contact after it was recorded: which earlier one made it necessary.
 *
 * @param caseId the case
 * @param entry its number among the case's entries, shared with the event that says who found it
 * @param contact the contact's entry
 * @param causedBy the entry of the one that caused it
 */
record CauseMark(String caseId, int entry, int contact, int causedBy) {}

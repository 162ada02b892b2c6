package io.journeybpm.ledger;

/**
 * A contact that made others necessary.
 *
 * @param root the contact, itself caused by none of those looked at
 * @param contacts how many of the latest contacts go back to it
 */
public record RootCause(Contact root, int contacts) {}

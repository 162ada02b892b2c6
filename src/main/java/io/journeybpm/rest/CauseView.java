package io.journeybpm.rest;

import io.journeybpm.ledger.Cause;
import org.jspecify.annotations.Nullable;

/**
 * Why a contact was necessary.
 *
 * @param contactId the contact that caused it
 * @param party who met the customer there
 * @param touchpoint key of its touchpoint
 * @param root the contact all of it goes back to, which may be the same
 */
record CauseView(
        String contactId, @Nullable String party, @Nullable String touchpoint, RootView root) {

    /**
     * The beginning of a chain of causes.
     *
     * @param contactId its id
     * @param party who met the customer there
     * @param touchpoint key of its touchpoint
     * @param what what went badly there, else what was being done
     * @param steps how far away it is, 1 where it is the cause itself
     * @param whole false where the chain is longer than is looked at
     */
    record RootView(
            String contactId,
            @Nullable String party,
            @Nullable String touchpoint,
            @Nullable String what,
            int steps,
            boolean whole) {}

    static @Nullable CauseView of(@Nullable Cause shown) {
        if (shown == null) {
            return null;
        }
        Cause.Link root = shown.root();
        return new CauseView(
                shown.of().id(),
                shown.of().party(),
                shown.of().touchpoint(),
                new RootView(root.id(), root.party(), root.touchpoint(), root.what(), shown.steps(), shown.whole()));
    }
}

package io.journeybpm.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one contact turned out to be.
 *
 * @param planned whether it was the first completion of a modelled touchpoint
 * @param rework whether it returns to something done before
 * @param returnsTo the entry of the contact it returns to
 * @param handoffFrom the party before, if the party changed
 * @param since when the party before met the customer last
 */
record Counted(
        boolean planned,
        boolean rework,
        @Nullable Integer returnsTo,
        @Nullable String handoffFrom,
        @Nullable Instant since) {}

package io.journeybpm.ledger;

import io.journeybpm.journey.Word;
import org.jspecify.annotations.Nullable;

/**
 * A handoff somebody draws or reports before the receiver meets the customer.
 *
 * @param kind where it comes from
 * @param element the BPMN element, for a drawn one
 * @param from who hands over
 * @param to who takes over
 * @param done what was done
 * @param leftOpen what is open
 */
public record NewHandoff(
        Kind kind,
        @Nullable String element,
        @Nullable String from,
        String to,
        @Nullable String done,
        @Nullable String leftOpen) {

    /** Where a handoff comes from; a derived one is seen only when the next party has met the customer. */
    public enum Kind implements Word {
        DRAWN,
        REPORTED,
        DERIVED
    }
}

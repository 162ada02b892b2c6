package io.journeybpm.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A next step told to the customer.
 *
 * @param what what will happen
 * @param touchpoint the touchpoint that would keep it, if known
 * @param party who will come
 * @param from when the window opens
 * @param to when the window closes; absent: unscheduled
 * @param origin where it was given
 */
public record NewPromise(
        String what,
        @Nullable String touchpoint,
        @Nullable String party,
        @Nullable Instant from,
        @Nullable Instant to,
        Origin origin) {

    /** The same next step in another window. */
    NewPromise within(@Nullable Instant otherFrom, @Nullable Instant otherTo) {
        return new NewPromise(what, touchpoint, party, otherFrom, otherTo, origin);
    }

    /** Whether an advertisement promised what a touchpoint of the journey has to keep. */
    boolean isOfTouchpointByCampaign() {
        return origin == Origin.CAMPAIGN && touchpoint != null;
    }

    /** Where a promise was given. */
    public enum Origin implements io.journeybpm.journey.Word {
        NEXT_STEP,
        CAMPAIGN,
        HANDOFF,
        CUSTOMER
    }
}

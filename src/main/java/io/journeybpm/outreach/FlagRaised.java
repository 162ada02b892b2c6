package io.journeybpm.outreach;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happens in the company when a flag goes up: the engine's side. */
public interface FlagRaised {

    /**
     * Makes somebody call the customer, within the caller's transaction.
     *
     * @return the case in which that happens; empty where nobody has drawn what to do
     */
    Optional<String> raise(Flag flag);

    /**
     * A flag that went up.
     *
     * @param customer reference of the customer
     * @param journey key of the journey in which the customer is called
     * @param figures that raised it
     * @param reason in words
     * @param due by when to call; absent: nobody says
     * @param owner who should; absent: whoever the journey says
     */
    record Flag(
            String customer,
            String journey,
            Map<String, Object> figures,
            @Nullable String reason,
            @Nullable Instant due,
            @Nullable String owner) {}
}

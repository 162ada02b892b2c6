package io.journeybpm.imports;

import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event of a log that is a contact.
 *
 * @param place where in the log
 * @param at when it happened
 * @param touchpoint what it was about
 * @param party who met the customer
 * @param channel where the mapping or the event says so
 * @param outcome how it ended
 */
record LoggedEvent(
        String place,
        Instant at,
        @Nullable String touchpoint,
        @Nullable String party,
        @Nullable Channel channel,
        Outcome outcome) {}

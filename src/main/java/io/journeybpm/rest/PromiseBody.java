package io.journeybpm.rest;

import io.journeybpm.casework.Checks;
import io.journeybpm.casework.Limits;
import io.journeybpm.ledger.NewPromise;
import io.journeybpm.ledger.NewPromise.Origin;
import io.journeybpm.rest.Bodies.OverrideBody;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A promise, or the next step of a contact or a handoff.
 *
 * @param what what will happen
 * @param touchpoint key of the touchpoint that would keep it
 * @param party who will come
 * @param from when the window opens
 * @param to when it closes; absent: unscheduled
 * @param origin where it was given, {@code next-step} if absent
 * @param override why the visit is booked though it isn't ready; of a promise of its own
 */
record PromiseBody(
        @Nullable String what,
        @Nullable String touchpoint,
        @Nullable String party,
        @Nullable String from,
        @Nullable String to,
        @Nullable String origin,
        @Nullable OverrideBody override) {

    /** A window of time as it was written. */
    record Window(@Nullable Instant from, @Nullable Instant to) {

        static Window read(String at, @Nullable String from, @Nullable String to, Checks checks) {
            Window window = new Window(checks.moment(at + "from", from), checks.moment(at + "to", to));
            if (window.from != null && window.to != null && window.to.isBefore(window.from)) {
                checks.wrong(at + "to", "lies before from");
            }
            return window;
        }
    }

    /** Reads it; not to be used unless {@link Checks#done()} passes. */
    NewPromise read(String at, Checks checks) {
        Origin given = checks.word(at + "origin", Origin.class, origin);
        Window window = Window.read(at, from, to, checks);
        return new NewPromise(
                checks.required(at + "what", what, Limits.SENTENCE),
                checks.text(at + "touchpoint", touchpoint, Limits.NAME),
                checks.text(at + "party", party, Limits.NAME),
                window.from(),
                window.to(),
                given == null ? Origin.NEXT_STEP : given);
    }
}

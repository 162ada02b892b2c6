package io.journeybpm.outreach;

import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.OutboundContacts.Counts;
import io.journeybpm.ledger.Permission.Request;
import io.journeybpm.ledger.Preferences;
import io.journeybpm.ledger.Promise;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is known when somebody asks whether a customer may be contacted.
 *
 * @param about the case
 * @param asked what for
 * @param preferences what the customer said
 * @param zone the customer's
 * @param sent what was sent already
 * @param now when it is asked
 * @param quietUntil when the quiet hours end; absent outside of them
 * @param planned what is planned next for the customer in any case
 */
record Situation(
        Case about,
        Request asked,
        Preferences preferences,
        ZoneId zone,
        Counts sent,
        Instant now,
        @Nullable Instant quietUntil,
        Supplier<@Nullable Promise> planned) {

    boolean isCapReached() {
        Preferences.Cap cap = preferences.caps().get(asked.purpose());
        return cap != null
                && cap.isReached(
                        sent.today(asked.purpose()), sent.last7Days(asked.purpose()), sent.last30Days(asked.purpose()));
    }

    int bookedSteps() {
        return (int) booked().count();
    }

    /** Whole hours until the next booked step of this case begins. */
    @Nullable
    Integer nextStepInHours() {
        return hoursUntil(booked().findFirst().orElse(null));
    }

    /** Whole hours until the next booked step of any case of the customer begins. */
    @Nullable
    Integer plannedContactInHours() {
        return hoursUntil(planned.get());
    }

    private Stream<Promise> booked() {
        return about.openPromises().stream().filter(each -> each.isBooked(now));
    }

    private @Nullable Integer hoursUntil(@Nullable Promise promise) {
        return promise == null
                ? null
                : (int) Math.max(0, Duration.between(now, begin(promise)).toHours());
    }

    static Instant begin(Promise promise) {
        Instant from = promise.made().from();
        return from == null ? Objects.requireNonNull(promise.made().to()) : from;
    }
}

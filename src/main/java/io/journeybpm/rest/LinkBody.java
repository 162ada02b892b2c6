package io.journeybpm.rest;

import io.journeybpm.casework.Checks;
import io.journeybpm.casework.Limits;
import io.journeybpm.decision.Durations;
import io.journeybpm.ledger.EntryId;
import io.journeybpm.ledger.Link.Purpose;
import io.journeybpm.ledger.NewLink;
import java.time.Instant;
import java.time.ZoneId;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A link to be made.
 *
 * @param purpose {@code customer} or {@code visit}
 * @param expires how long it lasts, as an ISO-8601 duration; absent: as the settings say
 * @param party who visits; of a visit
 * @param touchpoint key of the touchpoint that is visited; of a visit
 * @param activityInstanceId which of several waiting touchpoints is visited; of a visit
 * @param promiseId the promise the visit keeps; of a visit
 * @param visitor who comes; of a visit
 */
record LinkBody(
        @Nullable String purpose,
        @Nullable String expires,
        @Nullable String party,
        @Nullable String touchpoint,
        @Nullable String activityInstanceId,
        @Nullable String promiseId,
        @Nullable VisitorBody visitor) {

    /** The longest time a link may last. */
    private static final String LONGEST = "P2Y";

    /**
     * Who comes.
     *
     * @param name what the visitor is called
     * @param phone where to reach the visitor
     */
    record VisitorBody(@Nullable String name, @Nullable String phone) {}

    /**
     * Reads it.
     *
     * @param usualEnd if the caller names none
     * @throws InvalidRequest if anything in it is wrong
     */
    NewLink read(String caseId, Instant usualEnd, Instant now, ZoneId zone) {
        Checks checks = new Checks();
        checks.required("purpose", purpose, Limits.NAME);
        Purpose wanted = checks.word("purpose", Purpose.class, purpose);
        Instant end = expires == null || expires.isBlank() ? usualEnd : end(expires.strip(), now, zone, checks);
        NewLink visit = NewLink.visit(caseId, end)
                .party(checks.text("party", party, Limits.NAME))
                .touchpoint(checks.text("touchpoint", touchpoint, Limits.NAME))
                .activityInstance(checks.text("activityInstanceId", activityInstanceId, Limits.ACTIVITY_INSTANCE))
                .promise(promise(caseId, checks))
                .visitorName(visitor == null ? null : checks.text("visitor.name", visitor.name, Limits.NAME))
                .visitorPhone(visitor == null ? null : checks.text("visitor.phone", visitor.phone, Limits.PHONE))
                .build();
        NewLink customer = NewLink.customer(caseId, end);
        if (wanted == Purpose.CUSTOMER
                && !visit.equals(NewLink.visit(caseId, end).build())) {
            checks.wrong(
                    "purpose", "says customer, and only a visit has a party, a touchpoint, a promise or a visitor");
        }
        if (wanted == Purpose.VISIT && Stream.of(party, touchpoint, promiseId).allMatch(LinkBody::isBlank)) {
            checks.wrong("party", "is required for a visit, or touchpoint, or promiseId");
        }
        checks.done();
        return wanted == Purpose.VISIT ? visit : customer;
    }

    private @Nullable Integer promise(String caseId, Checks checks) {
        String id = checks.text("promiseId", promiseId, Limits.ENTRY_ID);
        OptionalInt entry = id == null ? OptionalInt.empty() : EntryId.within(caseId, id);
        if (id != null && entry.isEmpty()) {
            checks.wrong("promiseId", "isn't the promiseId of a promise of this case");
        }
        return entry.isPresent() ? entry.getAsInt() : null;
    }

    private static Instant end(String expires, Instant now, ZoneId zone, Checks checks) {
        Instant end = Durations.isDuration(expires) ? Durations.after(now, expires, zone) : now;
        if (!end.isAfter(now) || end.isAfter(Durations.after(now, LONGEST, zone))) {
            checks.wrong("expires", "is to be an ISO-8601 duration up to " + LONGEST + ", such as P30D or PT12H");
        }
        return end;
    }

    private static boolean isBlank(@Nullable String written) {
        return written == null || written.isBlank();
    }
}

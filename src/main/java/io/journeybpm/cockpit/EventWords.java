package io.journeybpm.cockpit;

import io.journeybpm.ledger.Event;
import org.jspecify.annotations.Nullable;

/** What else can happen to a case, in words. */
final class EventWords {

    private EventWords() {}

    static TimelineItem item(Event event, Words words) {
        String subject = event.subject() == null ? "" : event.subject();
        TimelineItem item = TimelineItem.item(event, event.kind().word(), title(event, subject), words)
                .by(event.actor());
        return event.kind() == Event.Kind.PHASE ? item : item.text(event.detail());
    }

    private static String title(Event event, String subject) {
        return switch (event.kind()) {
            case OPENED -> "Case opened";
            case PHASE -> "Phase: " + orElse(event.detail(), subject);
            case AMBASSADOR -> "Ambassador: " + subject;
            case REVIEW -> "Reviewed, level " + subject;
            case FACT -> "Told: " + subject;
            case FACT_FORGOTTEN -> "Forgotten: " + subject;
            case VISIT_OVERRIDDEN -> "Sent though not ready: " + subject;
            case MIGRATED -> "Goes on as " + subject;
            case PROMISE_MOVED -> "Promise moved";
            case PROMISE_DUE_SOON -> "Promise due soon";
            case PROMISE_BROKEN -> "Promise broken";
            case PROMISE_HEALED -> "Promise kept after all";
            case PROMISE_WITHDRAWN -> "Promise withdrawn";
            case PROMISE_CONFIRMED -> "Appointment confirmed";
            case PROMISE_KEPT -> "Promise kept";
            case PROMISE_MERGED -> "Promise merged with another visit";
            case CAUSE -> "Cause found: " + subject;
            case CONTACT_PERMISSION -> "Contact permission: " + subject;
            case RED_FLAG -> "Red flag";
            case DECISION_FAILED -> "Decision could not be made";
            case CLOSED -> "Case closed";
            case REOPENED -> "Case reopened";
        };
    }

    private static String orElse(@Nullable String text, String other) {
        return text == null ? other : text;
    }
}

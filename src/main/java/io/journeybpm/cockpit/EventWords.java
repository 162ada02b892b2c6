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
            case MIGRATED -> "Goes on as " + subject;
            case PROMISE_MOVED -> "Promise moved";
            case PROMISE_WITHDRAWN -> "Promise withdrawn";
            case DECISION_FAILED -> "Decision could not be made";
            case CLOSED -> "Case closed";
            case REOPENED -> "Case reopened";
        };
    }

    private static String orElse(@Nullable String text, String other) {
        return text == null ? other : text;
    }
}

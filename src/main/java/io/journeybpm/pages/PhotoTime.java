package io.journeybpm.pages;

import io.journeybpm.ledger.Contact;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Until when a visitor can add photos: as long as the visit waits, and a day after it was reported, as photos come late
 * where the connection is bad.
 *
 * @param until absent: not any more
 */
record PhotoTime(@Nullable Instant until) {

    private static final Duration AFTER = Duration.ofDays(1);

    static PhotoTime of(Errand errand, Instant now) {
        Instant end = errand.link().made().expiresAt();
        Contact recorded = errand.answer() == null ? errand.reported() : errand.answer();
        Instant last = recorded == null ? end : recorded.recordedAt().plus(AFTER);
        boolean open = errand.state() == VisitPage.State.OPEN || recorded != null;
        return new PhotoTime(!open || last.isBefore(now) ? null : last.isBefore(end) ? last : end);
    }

    boolean isOver() {
        return until == null;
    }
}

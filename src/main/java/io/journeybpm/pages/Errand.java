package io.journeybpm.pages;

import io.journeybpm.engine.AnnouncedVisits.Waiting;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.Link;
import io.journeybpm.ledger.NewLink;
import io.journeybpm.ledger.Promise;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor was sent for, as the case stands now.
 *
 * @param link the visitor's
 * @param about the case
 * @param waiting the touchpoint that waits for the visit
 * @param promise the one that the visit keeps, if it can still be kept or moved
 * @param answer what the visitor has answered
 * @param reported what somebody else has reported of the visit
 * @param touchpoint key of the touchpoint that is visited
 * @param party who visits
 * @param adHoc whether no touchpoint of the journey was meant, so that nothing has to wait
 */
record Errand(
        Link link,
        Case about,
        @Nullable Waiting waiting,
        @Nullable Promise promise,
        @Nullable Contact answer,
        @Nullable Contact reported,
        @Nullable String touchpoint,
        @Nullable String party,
        boolean adHoc) {

    /** What the visitor's answer is known by in the case: one link, one answer. */
    static String externalId(Link link) {
        return "visit:" + link.id();
    }

    /** What the visitor is called where users stand otherwise, told from them. */
    String actor() {
        NewLink made = link.made();
        String name = made.visitorName() != null ? made.visitorName() : Objects.requireNonNullElse(party, "visitor");
        return name.substring(0, Math.min(name.length(), LONGEST_NAME)) + " (by link)";
    }

    /** Of the 255 characters the ledger has for a user. */
    private static final int LONGEST_NAME = 200;

    VisitPage.State state() {
        if (answer != null) {
            return VisitPage.State.ANSWERED;
        }
        if (reported != null) {
            return VisitPage.State.REPORTED;
        }
        if (about.status() == Case.Status.CLOSED) {
            return VisitPage.State.CLOSED;
        }
        return waiting != null || adHoc ? VisitPage.State.OPEN : VisitPage.State.PASSED;
    }
}

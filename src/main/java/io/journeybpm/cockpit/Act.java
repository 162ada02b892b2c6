package io.journeybpm.cockpit;

import io.journeybpm.journey.Word;
import io.journeybpm.ledger.Case;
import java.util.EnumSet;
import java.util.Set;

/** What somebody can do to a case on its page. */
enum Act implements Word {
    /** Somebody met the customer. */
    CONTACT,
    /** A contact was entered by mistake. */
    VOID,
    /** An earlier contact made this one necessary. */
    CAUSE,
    PROMISE,
    PROMISE_KEPT,
    PROMISE_WITHDRAWN,
    PROMISE_MOVED,
    /** The brief of a handoff was read. */
    ACKNOWLEDGE,
    /** Something the customer told. */
    FACT,
    AMBASSADOR,
    /** The level is raised by hand. */
    LEVEL,
    /** The escalation is closed, and the level set. */
    REVIEW,
    CLOSE,
    REOPEN;

    /** What whoever works on a task of the case does in the course of it. */
    static final Set<Act> AT_WORK =
            EnumSet.of(PROMISE, PROMISE_KEPT, PROMISE_WITHDRAWN, PROMISE_MOVED, ACKNOWLEDGE, FACT);

    /** What can be done to a case as it stands, whoever does it. */
    static Set<Act> on(Case about) {
        Set<Act> all = EnumSet.allOf(Act.class);
        if (about.status() == Case.Status.CLOSED) {
            all.retainAll(EnumSet.of(CONTACT, VOID, CAUSE, REOPEN));
        } else {
            all.remove(REOPEN);
        }
        return all;
    }
}

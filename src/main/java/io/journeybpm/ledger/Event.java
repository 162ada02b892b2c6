package io.journeybpm.ledger;

import io.journeybpm.journey.Word;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a case besides contacts, promises, handoffs and rises.
 *
 * @param caseId the case
 * @param entry its number among the case's entries
 * @param kind what happened
 * @param at when
 * @param actor who did it, if a person did
 * @param subject what it is about: a phase, a user, a level, a fact
 * @param detail the reason or the words that came with it
 */
public record Event(
        String caseId,
        int entry,
        Kind kind,
        Instant at,
        @Nullable String actor,
        @Nullable String subject,
        @Nullable String detail)
        implements TimelineEntry {

    /** What can happen to a case. */
    public enum Kind implements Word {
        OPENED,
        PHASE,
        AMBASSADOR,
        REVIEW,
        FACT,
        FACT_FORGOTTEN,
        VISIT_OVERRIDDEN,
        MIGRATED,
        /** As told before moves were kept with their windows; see {@link PromiseMove}. */
        PROMISE_MOVED,
        PROMISE_DUE_SOON,
        PROMISE_BROKEN,
        PROMISE_HEALED,
        PROMISE_WITHDRAWN,
        /** Somebody said so; one that a contact kept says it by itself. */
        PROMISE_KEPT,
        CAUSE,
        PROMISE_MERGED,
        PROMISE_CONFIRMED,
        CONTACT_PERMISSION,
        RED_FLAG,
        DECISION_FAILED,
        CLOSED,
        REOPENED
    }
}

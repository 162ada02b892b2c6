package io.journeybpm.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.journeybpm.ledger.Cause;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.EntryId;
import io.journeybpm.ledger.Event;
import io.journeybpm.ledger.HandoffEntry;
import io.journeybpm.ledger.Promise;
import io.journeybpm.ledger.PromiseMove;
import io.journeybpm.ledger.Rise;
import io.journeybpm.ledger.TimelineEntry;
import io.journeybpm.ledger.Voiding;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a case; of the rest, what there is to say about it.
 *
 * @param type {@code contact}, {@code promise}, {@code handoff}, {@code escalation}, {@code void}, or what else happened
 *     in one word, such as {@code phase} or {@code review}
 * @param at when
 * @param entry its number among all entries of the case, in the order of recording
 * @param actor who did it, where a person did
 * @param subject what it is about: a phase, a user, a level, a fact, another entry
 * @param detail the reason or the words that came with it
 * @param contact the contact
 * @param promise the promise as it stands now
 * @param handoff the handoff as it stands now
 * @param escalation the rise
 * @param move the windows before and after, where a promise was moved
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TimelineView(
        String type,
        Instant at,
        int entry,
        @Nullable String actor,
        @Nullable String subject,
        @Nullable String detail,
        @Nullable ContactView contact,
        @Nullable PromiseView promise,
        @Nullable HandoffView handoff,
        @Nullable RiseView escalation,
        PromiseView.@Nullable MoveView move) {

    /**
     * A rise of a case's level.
     *
     * @param from the level before
     * @param to the level reached
     * @param action what is to be done
     * @param owner who has to act
     * @param within ISO-8601 duration in which
     * @param contactId the contact that led to it
     * @param decision the table that decided it
     */
    record RiseView(
            String from,
            String to,
            @Nullable String action,
            @Nullable String owner,
            @Nullable String within,
            @Nullable String contactId,
            AssessmentView.@Nullable TableView decision) {

        static RiseView of(Rise rise) {
            Rise.Cause cause = rise.cause();
            return new RiseView(
                    rise.from().word(),
                    rise.to().word(),
                    cause.action(),
                    cause.owner(),
                    cause.within(),
                    rise.contact() == null ? null : EntryId.of(rise.caseId(), rise.contact()),
                    cause.decision() == null || cause.version() == null
                            ? null
                            : new AssessmentView.TableView(cause.decision(), cause.version(), cause.rule()));
        }
    }

    static TimelineView of(TimelineEntry entry, Map<Integer, Cause> causes, Instant now) {
        if (entry instanceof Contact contact) {
            return about(
                    "contact",
                    entry,
                    null,
                    null,
                    null,
                    ContactView.of(contact, causes.get(contact.entry())),
                    null,
                    null,
                    null);
        }
        if (entry instanceof Promise promise) {
            return about("promise", entry, null, null, null, null, PromiseView.of(promise, now), null, null);
        }
        if (entry instanceof PromiseMove move) {
            return new TimelineView(
                    Event.Kind.PROMISE_MOVED.word(),
                    move.at(),
                    move.entry(),
                    move.actor(),
                    move.promiseId(),
                    move.reason(),
                    null,
                    null,
                    null,
                    null,
                    PromiseView.MoveView.of(move));
        }
        if (entry instanceof HandoffEntry handoff) {
            return about("handoff", entry, null, null, null, null, null, HandoffView.of(handoff), null);
        }
        if (entry instanceof Rise rise) {
            String reason = rise.cause().reason();
            return about(
                    "escalation",
                    entry,
                    rise.cause().actor(),
                    rise.to().word(),
                    reason,
                    null,
                    null,
                    null,
                    RiseView.of(rise));
        }
        if (entry instanceof Voiding voiding) {
            String contact = EntryId.of(voiding.caseId(), voiding.contact());
            return about("void", entry, voiding.actor(), contact, voiding.reason(), null, null, null, null);
        }
        Event event = (Event) entry;
        return about(
                event.kind().word(), entry, event.actor(), event.subject(), event.detail(), null, null, null, null);
    }

    private static TimelineView about(
            String type,
            TimelineEntry entry,
            @Nullable String actor,
            @Nullable String subject,
            @Nullable String detail,
            @Nullable ContactView contact,
            @Nullable PromiseView promise,
            @Nullable HandoffView handoff,
            @Nullable RiseView escalation) {
        return new TimelineView(
                type, entry.at(), entry.entry(), actor, subject, detail, contact, promise, handoff, escalation, null);
    }
}

package io.journeybpm.cockpit;

import io.journeybpm.journey.Outcome;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.Event;
import io.journeybpm.ledger.HandoffEntry;
import io.journeybpm.ledger.Incident;
import io.journeybpm.ledger.Promise;
import io.journeybpm.ledger.PromiseMove;
import io.journeybpm.ledger.Rise;
import io.journeybpm.ledger.TimelineEntry;
import io.journeybpm.ledger.Voiding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a case, as people read it.
 *
 * @param entry its number among all entries of the case
 * @param type {@code contact}, {@code promise}, {@code handoff}, {@code decision}, {@code void}, or what else happened
 * @param at when
 * @param title what happened
 * @param by who did it
 * @param marks what to see at a glance, such as {@code extra} or {@code failed}
 * @param texts what was said about it
 * @param cause which earlier contact made this one necessary
 */
record TimelineItem(
        int entry,
        String type,
        String at,
        String title,
        @Nullable String by,
        List<String> marks,
        List<String> texts,
        @Nullable Cause cause) {

    /** The contact behind a contact. */
    record Cause(int entry, String what) {}

    /** An entry in words; {@code causes} knows of the number of a contact which one made it necessary. */
    static TimelineItem of(TimelineEntry entry, IntFunction<@Nullable Contact> causes, Words words) {
        if (entry instanceof Contact contact) {
            return contact(contact, causes, words);
        }
        if (entry instanceof Promise promise) {
            return promise(promise, words);
        }
        if (entry instanceof HandoffEntry handoff) {
            return handoff(handoff, words);
        }
        if (entry instanceof Rise rise) {
            return rise(rise, words);
        }
        if (entry instanceof Voiding voiding) {
            return item(voiding, "void", "Contact #" + voiding.contact() + " taken back", words)
                    .by(voiding.actor())
                    .text(voiding.reason());
        }
        if (entry instanceof PromiseMove move) {
            return item(move, "promise-moved", "Promise moved", words)
                    .by(move.actor())
                    .text(words.window(move.before()) + " → " + words.window(move.after()))
                    .text(move.reason());
        }
        return EventWords.item((Event) entry, words);
    }

    /** What a contact was, in its touchpoint's words or by its channel. */
    static String titleOf(Contact contact) {
        String title = contact.reported().place().title();
        if (title != null) {
            return title;
        }
        String touchpoint = contact.reported().place().touchpoint();
        return touchpoint == null ? Words.capital(contact.reported().channel().word()) : touchpoint;
    }

    private static TimelineItem contact(Contact contact, IntFunction<@Nullable Contact> causes, Words words) {
        TimelineItem item = item(contact, "contact", titleOf(contact), words)
                .by(who(contact.reported().party(), contact.reported().user()))
                .mark(
                        contact.outcome() == Outcome.DONE
                                ? null
                                : contact.outcome().word())
                .mark(
                        contact.reported().place().planKnown() && contact.counted() && !contact.planned()
                                ? "extra"
                                : null)
                .mark(contact.rework() && contact.outcome() != Outcome.REWORK ? "redone" : null)
                .mark(contact.counted() ? null : "not counted")
                .mark(
                        contact.reported().reason() == null
                                ? null
                                : Words.spaced(contact.reported().reason()));
        for (Incident incident : contact.reported().incidents()) {
            item = item.mark("incident: " + Words.spaced(incident.what()));
        }
        item = item.text(contact.reported().note());
        if (contact.reported().leftOpen() != null) {
            item = item.text("Open: " + contact.reported().leftOpen());
        }
        if (contact.reported().score() != null) {
            item = item.text("Score: " + contact.reported().score().value() + " ("
                    + contact.reported().score().scale() + ")");
        }
        Contact behind = causes.apply(contact.entry());
        return behind == null
                ? item
                : new TimelineItem(
                        item.entry,
                        item.type,
                        item.at,
                        item.title,
                        item.by,
                        item.marks,
                        item.texts,
                        new Cause(behind.entry(), titleOf(behind) + ", " + words.moment(behind.occurredAt())));
    }

    private static @Nullable String who(@Nullable String party, @Nullable String user) {
        if (party == null) {
            return user;
        }
        return user == null ? Words.party(party) : Words.party(party) + " (" + user + ")";
    }

    private static TimelineItem promise(Promise promise, Words words) {
        String party = promise.made().party();
        String state =
                promise.isOverdue(words.now()) ? "overdue" : promise.state().word();
        return item(promise, "promise", "Promised: " + promise.made().what(), words)
                .by(party == null ? null : Words.party(party))
                .mark(state)
                .mark(promise.moves() == 0 ? null : "moved " + promise.moves() + "×")
                .text(promise.made().to() == null ? null : words.window(promise));
    }

    private static TimelineItem handoff(HandoffEntry handoff, Words words) {
        String from = handoff.made().from();
        String title = "Handed over" + (from == null ? "" : " by " + Words.party(from)) + " to "
                + Words.party(handoff.made().to());
        return item(handoff, "handoff", title, words)
                .mark(handoff.acknowledgedAt() == null ? "brief not read" : "brief read")
                .text(handoff.made().done())
                .text(
                        handoff.made().leftOpen() == null
                                ? null
                                : "Open: " + handoff.made().leftOpen());
    }

    private static TimelineItem rise(Rise rise, Words words) {
        Rise.Cause cause = rise.cause();
        TimelineItem item = item(
                        rise,
                        "decision",
                        "Level " + rise.from().word() + " → " + rise.to().word(),
                        words)
                .by(cause.actor())
                .mark(rise.to().word())
                .text(cause.reason())
                .text(cause.action() == null ? null : "To do: " + cause.action())
                .text(cause.owner() == null ? null : "Owner: " + Words.party(cause.owner()));
        return cause.decision() == null
                ? item
                : item.text("Decided by " + cause.decision() + ", version " + cause.version()
                        + (cause.rule() == null ? "" : ", rule " + cause.rule()));
    }

    static TimelineItem item(TimelineEntry entry, String type, String title, Words words) {
        return new TimelineItem(entry.entry(), type, words.moment(entry.at()), title, null, List.of(), List.of(), null);
    }

    TimelineItem by(@Nullable String by) {
        return new TimelineItem(entry, type, at, title, by, marks, texts, cause);
    }

    TimelineItem mark(@Nullable String mark) {
        return new TimelineItem(entry, type, at, title, by, with(marks, mark), texts, cause);
    }

    TimelineItem text(@Nullable String text) {
        return new TimelineItem(entry, type, at, title, by, marks, with(texts, text), cause);
    }

    private static List<String> with(List<String> all, @Nullable String one) {
        if (one == null || one.isBlank()) {
            return all;
        }
        List<String> more = new ArrayList<>(all);
        more.add(one);
        return List.copyOf(more);
    }
}

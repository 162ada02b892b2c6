package io.journeybpm.cockpit;

import io.journeybpm.casework.Brief;
import io.journeybpm.engine.Briefings;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.Customer;
import io.journeybpm.ledger.HandoffEntry;
import io.journeybpm.ledger.LeftOpen;
import io.journeybpm.ledger.Promise;
import io.journeybpm.ledger.RootCause;
import io.journeybpm.visits.Readiness;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the next person must know before meeting the customer.
 *
 * @param line the case in one line
 * @param phone how to reach the customer
 * @param email how to reach the customer
 * @param address where visits go
 * @param facts what the customer told and need not tell again
 * @param done what was done last, newest first
 * @param open what was left open
 * @param causes what most of the latest contacts go back to, worst first
 * @param promises all that is still to come, soonest first
 * @param next whether the next visit can do what it is for, where the next step is a drawn visit
 * @param handoffs whose receivers have not met the customer yet
 * @param task what the task at hand adds, beside a task
 */
record CaseBrief(
        CaseLine line,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address,
        List<Told> facts,
        List<Visit> done,
        List<Left> open,
        List<Root> causes,
        List<Coming> promises,
        @Nullable Ready next,
        List<Handed> handoffs,
        @Nullable Reader task) {

    /**
     * A fact.
     *
     * @param here whether it matters at the task at hand in particular
     */
    record Told(String name, String value, boolean here) {}

    /**
     * A contact in a few words.
     *
     * @param entry its number
     * @param what the touchpoint's title, or the channel
     */
    record Visit(
            int entry,
            String at,
            String what,
            @Nullable String party,
            @Nullable String user,
            String outcome,
            @Nullable String note) {

        static Visit of(Contact contact, Words words) {
            String party = contact.reported().party();
            return new Visit(
                    contact.entry(),
                    words.moment(contact.occurredAt()),
                    TimelineItem.titleOf(contact),
                    party == null ? null : Words.party(party),
                    contact.reported().user(),
                    Words.spaced(contact.outcome().word()),
                    contact.reported().note());
        }
    }

    /** Something left to do, in the words of whoever left it. */
    record Left(String what, @Nullable String party, String since) {

        static Left of(LeftOpen left, Words words) {
            return new Left(
                    left.what(), left.party() == null ? null : Words.party(left.party()), words.moment(left.since()));
        }
    }

    /**
     * A contact that made others necessary.
     *
     * @param entry its number
     * @param contacts how many of the latest go back to it
     */
    record Root(int entry, String what, @Nullable String party, String at, String outcome, int contacts) {

        static Root of(RootCause cause, Words words) {
            Visit root = Visit.of(cause.root(), words);
            return new Root(root.entry(), root.what(), root.party(), root.at(), root.outcome(), cause.contacts());
        }
    }

    /**
     * Whether a visit is ready.
     *
     * @param party who comes
     * @param missing what it lacks, and who mends it how
     * @param unknown whether the table could not say
     */
    record Ready(@Nullable String party, List<String> missing, boolean unknown) {

        static Ready of(Readiness readiness) {
            return new Ready(
                    readiness.party() == null ? null : Words.party(readiness.party()),
                    readiness.missing().stream().map(Ready::said).toList(),
                    readiness.failure() != null);
        }

        private static String said(Readiness.Missing missing) {
            String mended = Stream.of(missing.who() == null ? null : Words.party(missing.who()), missing.action())
                    .flatMap(Stream::ofNullable)
                    .collect(Collectors.joining(": "));
            return mended.isEmpty() ? missing.what() : missing.what() + " (" + mended + ")";
        }
    }

    /** A promise still to be kept. */
    record Coming(int entry, String what, @Nullable String party, String window, boolean overdue, boolean unscheduled) {

        static Coming of(Promise promise, Words words) {
            String party = promise.made().party();
            return new Coming(
                    promise.entry(),
                    promise.made().what(),
                    party == null ? null : Words.party(party),
                    words.window(promise),
                    promise.isOverdue(words.now()),
                    promise.made().to() == null);
        }
    }

    /** A handoff on its way; {@code read} says when and by whom the brief was read, {@code missing} what it still lacks. */
    record Handed(
            int entry,
            @Nullable String from,
            String to,
            @Nullable String read,
            List<String> missing) {

        static Handed of(Briefings.Handed handed, Words words) {
            HandoffEntry handoff = handed.handoff();
            String from = handoff.made().from();
            return new Handed(
                    handoff.entry(),
                    from == null ? null : Words.party(from),
                    Words.party(handoff.made().to()),
                    handoff.acknowledgedAt() == null ? null : readBy(handoff, words),
                    handed.missing().stream().map(Words::required).toList());
        }

        private static String readBy(HandoffEntry handoff, Words words) {
            String when = words.moment(Objects.requireNonNull(handoff.acknowledgedAt()));
            return handoff.acknowledgedBy() == null ? when : when + " by " + handoff.acknowledgedBy();
        }
    }

    /**
     * Who reads the brief beside a task.
     *
     * @param party who is to meet the customer there
     * @param mine whether the task waits for the reader
     * @param unread whether a handoff to that party is still to be acknowledged
     */
    record Reader(@Nullable String party, boolean mine, boolean unread) {}

    static CaseBrief of(CaseLine line, Brief brief, @Nullable String touchpoint, Words words) {
        Customer customer = brief.customer();
        return new CaseBrief(
                line,
                customer == null ? null : customer.phone(),
                customer == null ? null : customer.email(),
                customer == null ? null : customer.address(),
                brief.facts().stream()
                        .map(each -> new Told(
                                each.name(),
                                each.value(),
                                touchpoint != null && each.showAt() != null && each.mattersAt(touchpoint)))
                        .sorted((one, other) -> Boolean.compare(other.here(), one.here()))
                        .toList(),
                brief.latest().stream().map(each -> Visit.of(each, words)).toList(),
                brief.open().stream().map(each -> Left.of(each, words)).toList(),
                brief.rootCauses().stream().map(each -> Root.of(each, words)).toList(),
                brief.promises().stream().map(each -> Coming.of(each, words)).toList(),
                brief.next() == null ? null : Ready.of(brief.next()),
                brief.handoffs().stream().map(each -> Handed.of(each, words)).toList(),
                null);
    }

    CaseBrief readBy(Reader reader) {
        return new CaseBrief(line, phone, email, address, facts, done, open, causes, promises, next, handoffs, reader);
    }
}

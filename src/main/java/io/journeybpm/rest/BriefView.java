package io.journeybpm.rest;

import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.Count;
import io.journeybpm.ledger.Customer;
import io.journeybpm.ledger.Fact;
import io.journeybpm.ledger.HandoffEntry;
import io.journeybpm.ledger.NewPromise;
import io.journeybpm.ledger.Promise;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the next person must know before meeting the customer.
 *
 * @param caseId the case
 * @param journey the journey's key
 * @param status {@code open} or {@code closed}
 * @param openedAt since when
 * @param phase id of the phase it is in
 * @param phaseTitle what people read
 * @param ambassador whom to ask
 * @param escalation how far it has escalated, and why
 * @param customer who the customer is
 * @param contacts how many there were
 * @param lastContacts what was done last, newest first
 * @param open what was left open, newest first
 * @param facts what the customer told and need not tell again
 * @param nextStep what comes next
 * @param promises all that is still to come
 * @param handoffs whose receivers have not met the customer yet
 */
record BriefView(
        String caseId,
        String journey,
        String status,
        Instant openedAt,
        @Nullable String phase,
        @Nullable String phaseTitle,
        @Nullable String ambassador,
        CaseView.LevelView escalation,
        @Nullable Customer customer,
        int contacts,
        List<Visit> lastContacts,
        List<Open> open,
        List<Fact> facts,
        @Nullable Step nextStep,
        List<Step> promises,
        List<HandoffView> handoffs) {

    /** Who waits for a promise without a window reads this instead of a date. */
    private static final String UNSCHEDULED = "unscheduled";

    /**
     * A contact in a few words.
     *
     * @param contactId its id
     * @param at when
     * @param what the touchpoint's title, or the channel where there is none
     * @param party who met the customer
     * @param user the person who did
     * @param outcome how it ended
     * @param note what was done
     * @param open what was left open
     */
    record Visit(
            String contactId,
            Instant at,
            String what,
            @Nullable String party,
            @Nullable String user,
            String outcome,
            @Nullable String note,
            @Nullable String open) {

        static Visit of(Contact contact) {
            String title = contact.reported().place().title();
            return new Visit(
                    contact.id(),
                    contact.occurredAt(),
                    title == null ? contact.reported().channel().word() : title,
                    contact.reported().party(),
                    contact.reported().user(),
                    contact.outcome().word(),
                    contact.reported().note(),
                    contact.reported().leftOpen());
        }
    }

    /**
     * Something left to do.
     *
     * @param what in the words of whoever left it
     * @param party who left it
     * @param since when
     */
    record Open(String what, @Nullable String party, Instant since) {}

    /**
     * A next step.
     *
     * @param promiseId its id
     * @param what what will happen
     * @param party who will come
     * @param from when the window opens
     * @param to when it closes, or {@code unscheduled}
     * @param overdue whether it should have happened
     */
    record Step(
            String promiseId,
            String what,
            @Nullable String party,
            @Nullable Instant from,
            String to,
            boolean overdue) {

        static Step of(Promise promise, Instant now) {
            NewPromise made = promise.made();
            return new Step(
                    promise.id(),
                    made.what(),
                    made.party(),
                    made.from(),
                    made.to() == null ? UNSCHEDULED : made.to().toString(),
                    promise.isOverdue(now));
        }
    }

    static BriefView of(
            Case told,
            @Nullable Customer customer,
            List<Contact> latest,
            List<Fact> facts,
            List<HandoffEntry> handoffs,
            Instant now) {
        Case.PhaseOfCase phase = told.phase();
        List<Step> steps =
                told.openPromises().stream().map(each -> Step.of(each, now)).toList();
        return new BriefView(
                told.caseId(),
                told.journey(),
                told.status().word(),
                told.openedAt(),
                phase == null ? null : phase.id(),
                phase == null ? null : phase.title(),
                told.ambassador(),
                CaseView.levelOf(told),
                customer,
                told.counts().getOrDefault(Count.CONTACTS, 0),
                latest.stream().map(Visit::of).toList(),
                leftOpen(latest, handoffs),
                facts,
                steps.isEmpty() ? null : steps.get(0),
                steps,
                handoffs.stream().map(HandoffView::of).toList());
    }

    private static List<Open> leftOpen(List<Contact> latest, List<HandoffEntry> handoffs) {
        Stream<@Nullable Open> byContacts = latest.stream()
                .map(each -> open(each.reported().leftOpen(), each.reported().party(), each.occurredAt()));
        Stream<@Nullable Open> byHandoffs = handoffs.stream()
                .map(each -> open(each.made().leftOpen(), each.made().from(), each.madeAt()));
        return Stream.concat(byHandoffs, byContacts)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static @Nullable Open open(@Nullable String what, @Nullable String party, Instant since) {
        return what == null ? null : new Open(what, party, since);
    }
}

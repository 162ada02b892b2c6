package io.journeybpm.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.Count;
import io.journeybpm.ledger.Customer;
import io.journeybpm.ledger.LeftOpen;
import io.journeybpm.ledger.NewPromise;
import io.journeybpm.ledger.Promise;
import io.journeybpm.ledger.RootCause;
import io.journeybpm.ledger.ToldFact;
import io.journeybpm.visits.Readiness;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the next person must know before meeting the customer, on one page however long the case is. Texts that are too
 * long for it end in how long they are.
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
 * @param counts everything counted since it was opened, by the names of the decision's inputs
 * @param lastContacts what was done last, newest first
 * @param open what was left open, newest first
 * @param rootCauses what most of the latest contacts go back to, worst first
 * @param facts what the customer told and need not tell again
 * @param missing what handoffs require and nobody has said yet
 * @param nextStep what comes next
 * @param promises what is still to come, soonest first
 * @param handoffs whose receivers have not met the customer yet, newest first
 * @param more how many of each list are not shown
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
        Map<Count, Integer> counts,
        List<Visit> lastContacts,
        List<Open> open,
        List<Cause> rootCauses,
        List<Known> facts,
        List<String> missing,
        @Nullable Step nextStep,
        List<Step> promises,
        List<HandoffView> handoffs,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Integer> more) {

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
            return new Visit(
                    contact.id(),
                    contact.occurredAt(),
                    BriefView.what(contact),
                    OnePage.cutIfAny(contact.reported().party(), OnePage.NAME),
                    OnePage.cutIfAny(contact.reported().user(), OnePage.NAME),
                    contact.outcome().word(),
                    OnePage.cutIfAny(contact.reported().note(), OnePage.NOTE),
                    OnePage.cutIfAny(contact.reported().leftOpen(), OnePage.NOTE));
        }
    }

    /**
     * Something left to do.
     *
     * @param what in the words of whoever left it
     * @param party who left it
     * @param since when
     */
    record Open(String what, @Nullable String party, Instant since) {

        static Open of(LeftOpen left) {
            return new Open(
                    OnePage.cut(left.what(), OnePage.SENTENCE),
                    OnePage.cutIfAny(left.party(), OnePage.NAME),
                    left.since());
        }
    }

    /**
     * A contact that made others necessary.
     *
     * @param contactId its id
     * @param at when
     * @param what the touchpoint's title, or the channel where there is none
     * @param party who met the customer
     * @param outcome how it ended
     * @param note what was done
     * @param contacts how many of the latest contacts go back to it
     */
    record Cause(
            String contactId,
            Instant at,
            String what,
            @Nullable String party,
            String outcome,
            @Nullable String note,
            int contacts) {

        static Cause of(RootCause cause) {
            Contact root = cause.root();
            return new Cause(
                    root.id(),
                    root.occurredAt(),
                    BriefView.what(root),
                    OnePage.cutIfAny(root.reported().party(), OnePage.NAME),
                    root.outcome().word(),
                    OnePage.cutIfAny(root.reported().note(), OnePage.SENTENCE),
                    cause.contacts());
        }
    }

    /**
     * A fact.
     *
     * @param name what it is about
     * @param value what was told
     * @param showAt the touchpoints where it matters, separated by commas; null: everywhere
     * @param toldAt when
     * @param toldBy who told it, where a person did
     */
    record Known(
            String name,
            String value,
            @Nullable String showAt,
            Instant toldAt,
            @Nullable String toldBy) {

        static Known of(ToldFact fact, int longest) {
            return new Known(
                    OnePage.cut(fact.name(), OnePage.NAME),
                    OnePage.cut(fact.value(), longest),
                    OnePage.cutIfAny(fact.showAt(), OnePage.NAME),
                    fact.toldAt(),
                    OnePage.cutIfAny(fact.toldBy(), OnePage.NAME));
        }
    }

    /**
     * A next step.
     *
     * @param promiseId its id
     * @param what what will happen
     * @param party who will come
     * @param from when the window opens
     * @param to when it closes, or {@code unscheduled}
     * @param overdue whether it should have happened
     * @param missing of the next visit: what it lacks
     */
    record Step(
            String promiseId,
            String what,
            @Nullable String party,
            @Nullable Instant from,
            String to,
            boolean overdue,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<Readiness.Missing> missing) {

        static Step of(Promise promise, Instant now, @Nullable List<Readiness.Missing> missing) {
            NewPromise made = promise.made();
            return new Step(
                    promise.id(),
                    OnePage.cut(made.what(), OnePage.SENTENCE),
                    OnePage.cutIfAny(made.party(), OnePage.NAME),
                    made.from(),
                    made.to() == null ? UNSCHEDULED : made.to().toString(),
                    promise.isOverdue(now),
                    missing);
        }
    }

    static CaseView.LevelView level(Case told) {
        Case.Escalation escalation = told.escalation();
        return new CaseView.LevelView(
                escalation.level().word(), escalation.since(), OnePage.cutIfAny(escalation.reason(), OnePage.SENTENCE));
    }

    private static String what(Contact contact) {
        String title = contact.reported().place().title();
        return title == null ? contact.reported().channel().word() : OnePage.cut(title, OnePage.NAME);
    }
}

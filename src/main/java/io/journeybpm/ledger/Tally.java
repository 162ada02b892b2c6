package io.journeybpm.ledger;

import io.journeybpm.journey.Direction;
import io.journeybpm.journey.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Everything counted from a case's contacts, one contact at a time in the order they occurred. It remembers just enough
 * of the past to take the next contact without looking at the ones before; counting all contacts of the ledger anew
 * gives the same tally. Kept as JSON beside the counters.
 */
final class Tally {

    /** Goes up with what is counted: a case that was counted by an older rule is counted anew at its next contact. */
    private static final int RULES = 1;

    int rules;
    EnumMap<Count, Integer> total = new EnumMap<>(Count.class);
    EnumMap<Count, Integer> sinceReview = new EnumMap<>(Count.class);
    Map<String, Integer> phases = new HashMap<>();
    Map<String, Spent> spent = new HashMap<>();
    TreeSet<String> parties = new TreeSet<>();
    TreeSet<String> partiesSinceReview = new TreeSet<>();
    Map<String, Visits> touchpoints = new HashMap<>();
    BigDecimal companyCost = BigDecimal.ZERO;
    BigDecimal customerCost = BigDecimal.ZERO;

    @Nullable
    String lastParty;

    /** When {@link #lastParty} met the customer last. */
    @Nullable
    Instant lastPartyAt;

    @Nullable
    String customersChannel;

    @Nullable
    Instant lastAt;

    @Nullable
    Instant lastContactAt;

    @Nullable
    Last last;

    @Nullable
    BigDecimal lastScore;

    @Nullable
    BigDecimal lowestScore;

    /** The latest contact's place, for decisions asked between contacts. */
    record Last(
            @Nullable String touchpoint,
            String channel,
            @Nullable String party) {}

    /** Of a case nothing was counted of. */
    static Tally begun() {
        Tally tally = new Tally();
        tally.rules = RULES;
        return tally;
    }

    /** Whether a contact at this time can be added to what was counted: it comes after all that. */
    boolean isInOrder(Instant occurredAt) {
        return rules == RULES && isLatest(occurredAt);
    }

    private boolean isLatest(Instant occurredAt) {
        return lastAt == null || !occurredAt.isBefore(lastAt);
    }

    /**
     * Counts the next contact.
     *
     * @param contact not earlier than the one before
     * @param review how many reviews the case has seen by now
     */
    Counted add(Contact contact, int review) {
        boolean recent = contact.review() == review;
        NewContact reported = contact.reported();
        lastAt = contact.occurredAt();
        if (contact.outcome() == Outcome.MISSED) {
            raise(Count.MISSED_CONTACTS, recent, 1);
        } else {
            lastContactAt = contact.occurredAt();
            last = new Last(reported.place().touchpoint(), reported.channel().word(), reported.party());
        }
        if (contact.outcome() == Outcome.FAILED) {
            raise(Count.FAILED_CONTACTS, recent, 1);
        }
        raise(Count.INCIDENTS, recent, reported.incidents().size());
        raise(Count.CONDUCT_INCIDENTS, recent, reported.incidents(Incident.Kind.CONDUCT));
        raise(Count.PROCESS_INCIDENTS, recent, reported.incidents(Incident.Kind.PROCESS));
        raise(Count.REPEATED_QUESTIONS, recent, reported.repeatedQuestions());
        raise(Count.FORGOTTEN_FACTS, recent, contact.forgottenFacts());
        raise(Count.DEAD_ENDS, recent, contact.outcome() == Outcome.SENT_AWAY ? 1 : 0);
        raise(Count.REDIRECTS, recent, reported.redirectedTo() == null ? 0 : 1);
        addCosts(contact);
        addScore(reported, recent);
        Counted visit = visit(contact);
        if (!contact.counted()) {
            return new Counted(visit.planned(), false, null, null, null);
        }
        raise(Count.CONTACTS, recent, 1);
        if (reported.place().planKnown()) {
            raise(visit.planned() ? Count.PLANNED_CONTACTS : Count.EXTRA_CONTACTS, recent, 1);
        }
        if (reported.direction() == Direction.INBOUND) {
            come(reported, visit.planned(), recent);
        }
        if (visit.rework()) {
            raise(Count.REWORK_CONTACTS, recent, 1);
        }
        if (NewContact.Reasons.CHASING.equals(reported.reason())) {
            raise(Count.CHASING_CONTACTS, recent, 1);
        }
        if (recent && contact.phase() != null) {
            phases.merge(contact.phase(), 1, Integer::sum);
        }
        Instant since = lastPartyAt;
        return new Counted(visit.planned(), visit.rework(), visit.returnsTo(), change(contact, recent), since);
    }

    /** The customer came to us, on this channel. */
    private void come(NewContact reported, boolean planned, boolean recent) {
        raise(Count.EXTRA_INBOUND_CONTACTS, recent, reported.place().planKnown() && !planned ? 1 : 0);
        String before = customersChannel;
        customersChannel = reported.channel().word();
        raise(Count.CHANNEL_SWITCHES, recent, before == null || before.equals(customersChannel) ? 0 : 1);
    }

    private @Nullable String change(Contact contact, boolean recent) {
        String party = contact.reported().party();
        if (party == null) {
            return null;
        }
        parties.add(party);
        if (recent) {
            partiesSinceReview.add(party);
        }
        String before = lastParty;
        lastParty = party;
        lastPartyAt = contact.occurredAt();
        if (before == null || before.equals(party)) {
            return null;
        }
        raise(Count.HANDOFFS, recent, 1);
        if (!contact.briefed()) {
            raise(Count.HANDOFFS_WITHOUT_BRIEF, recent, 1);
        }
        return before;
    }

    private Counted visit(Contact contact) {
        NewContact.Place place = contact.reported().place();
        boolean reportedRework = contact.outcome() == Outcome.REWORK;
        if (!place.modelled() || place.touchpoint() == null || contact.outcome() == Outcome.MISSED) {
            return new Counted(false, reportedRework, null, null, null);
        }
        Visits visits = touchpoints.computeIfAbsent(place.touchpoint(), id -> new Visits());
        visits.latest = contact.entry();
        String party =
                contact.reported().party() == null ? "" : contact.reported().party();
        boolean planned = visits.complete(place.round()) || place.recurring();
        Integer before = visits.doneBy.get(party);
        if (contact.outcome() == Outcome.DONE) {
            visits.doneBy.put(party, contact.entry());
        }
        boolean returns = !planned && before != null;
        return new Counted(planned, reportedRework || returns, returns ? before : null, null, null);
    }

    private void addCosts(Contact contact) {
        Costs costs = contact.reported().costs();
        if (costs.company() == null && costs.customer() == null) {
            return;
        }
        Spent spentNow = new Spent(
                Objects.requireNonNullElse(costs.company(), BigDecimal.ZERO),
                Objects.requireNonNullElse(costs.customer(), BigDecimal.ZERO));
        companyCost = companyCost.add(spentNow.company());
        customerCost = customerCost.add(spentNow.customer());
        if (contact.phase() != null) {
            spent.merge(contact.phase(), spentNow, Spent::plus);
        }
    }

    /** What the contacts of a phase cost; nothing where the case is in none. */
    Spent spentIn(Case.@Nullable PhaseOfCase phase) {
        return phase == null ? Spent.NOTHING : spent.getOrDefault(phase.id(), Spent.NOTHING);
    }

    private void addScore(NewContact reported, boolean recent) {
        if (reported.score() != null) {
            BigDecimal percent = reported.score().percent();
            lastScore = percent;
            if (recent && (lowestScore == null || percent.compareTo(lowestScore) < 0)) {
                lowestScore = percent;
            }
        }
    }

    void raise(Count count, boolean recent, int by) {
        if (by == 0) {
            return;
        }
        total.merge(count, by, Integer::sum);
        if (recent) {
            sinceReview.merge(count, by, Integer::sum);
        }
    }

    /** Takes over what does not come from contacts. */
    void keepPromisesOf(Tally before) {
        for (Count each : List.of(Count.KEPT_PROMISES, Count.BROKEN_PROMISES, Count.RESCHEDULED_PROMISES)) {
            total.merge(each, before.total.getOrDefault(each, 0), Integer::sum);
            sinceReview.merge(each, before.sinceReview.getOrDefault(each, 0), Integer::sum);
        }
    }

    /** A review looked at everything so far: what counts from here on starts at nothing. */
    void review() {
        sinceReview.clear();
        phases.clear();
        partiesSinceReview.clear();
        lowestScore = null;
    }
}

package io.journeybpm.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of {@code journey_case} while it is held and written. */
final class CaseRow {

    final String caseId;
    final String journey;

    @Nullable
    Integer version;

    final @Nullable String customer;
    final Instant openedAt;
    Case.Status status = Case.Status.OPEN;

    @Nullable
    Instant closedAt;

    @Nullable
    String closedReason;

    @Nullable
    String processInstance;

    Case.@Nullable PhaseOfCase phase;

    @Nullable
    String ambassador;

    Case.Escalation escalation;
    int reviews;
    int entries;

    @Nullable
    String currency;

    boolean decisionFailed;
    Carry carry = new Carry();

    CaseRow(String caseId, String journey, @Nullable Integer version, @Nullable String customer, Instant openedAt) {
        this.caseId = caseId;
        this.journey = journey;
        this.version = version;
        this.customer = customer;
        this.openedAt = openedAt;
        this.escalation = new Case.Escalation(Level.NONE, openedAt, null);
    }

    int count(Count count) {
        return carry.tally.total.getOrDefault(count, 0);
    }

    Case view() {
        List<Promise> open = carry.promises.stream()
                .sorted(Comparator.comparing(
                                (Promise each) -> each.made().to(), Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Promise::entry))
                .toList();
        Tally tally = carry.tally;
        return new Case(
                caseId,
                journey,
                version,
                customer,
                status,
                openedAt,
                closedAt,
                closedReason,
                processInstance,
                phase,
                ambassador,
                escalation,
                reviews,
                all(tally.total),
                all(tally.sinceReview),
                tally.parties.size(),
                tally.companyCost,
                tally.customerCost,
                currency,
                progress(),
                tally.lastContactAt,
                open,
                carry.caused,
                decisionFailed,
                new Briefs(tally.lastParty, tally.lastPartyAt, Map.copyOf(carry.reads), List.copyOf(carry.handoffs)));
    }

    private Case.Progress progress() {
        Tally tally = carry.tally;
        Spent spent = tally.spentIn(phase);
        int contacts = phase == null ? 0 : tally.phases.getOrDefault(phase.id(), 0);
        return new Case.Progress(carry.completedPhases.size(), contacts, spent.company(), spent.customer());
    }

    static Map<Count, Integer> all(Map<Count, Integer> counted) {
        Map<Count, Integer> all = new EnumMap<>(Count.class);
        for (Count each : Count.values()) {
            all.put(each, counted.getOrDefault(each, 0));
        }
        return all;
    }
}

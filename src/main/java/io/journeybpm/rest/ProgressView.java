package io.journeybpm.rest;

import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Count;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a case took, and how far it has come for that.
 *
 * @param completedPhases phases the case has left behind
 * @param contactsPerPhase counted contacts for each completed phase; null while none is completed
 * @param costPerPhase what each completed phase has cost, by payer; empty while none is completed or no cost is known
 * @param contactsInPhase counted contacts in the phase it is in, since opened or last reviewed
 * @param costInPhase what the contacts of that phase have cost, by payer
 * @param daysInPhase whole days since that phase was entered
 */
record ProgressView(
        int completedPhases,
        @Nullable BigDecimal contactsPerPhase,
        List<CaseView.CostView> costPerPhase,
        int contactsInPhase,
        List<CaseView.CostView> costInPhase,
        int daysInPhase) {

    private static final int DECIMALS = 2;

    static ProgressView of(Case shown, Instant now) {
        Case.Progress progress = shown.progress();
        int phases = progress.completedPhases();
        Case.PhaseOfCase phase = shown.phase();
        Instant until = shown.closedAt() == null ? now : shown.closedAt();
        return new ProgressView(
                phases,
                phases == 0 ? null : per(BigDecimal.valueOf(shown.counts().getOrDefault(Count.CONTACTS, 0)), phases),
                phases == 0
                        ? List.of()
                        : costs(shown, per(shown.companyCost(), phases), per(shown.customerCost(), phases)),
                progress.contactsInPhase(),
                costs(shown, progress.companyCostInPhase(), progress.customerCostInPhase()),
                phase == null
                        ? 0
                        : (int) Math.max(
                                0, Duration.between(phase.since(), until).toDays()));
    }

    private static BigDecimal per(BigDecimal sum, int phases) {
        return CaseView.plain(sum.divide(BigDecimal.valueOf(phases), DECIMALS, RoundingMode.HALF_UP));
    }

    private static List<CaseView.CostView> costs(Case shown, BigDecimal company, BigDecimal customer) {
        return shown.currency() == null
                ? List.of()
                : List.of(
                        CaseView.CostView.of(CostBody.Payer.COMPANY, company, shown.currency()),
                        CaseView.CostView.of(CostBody.Payer.CUSTOMER, customer, shown.currency()));
    }
}

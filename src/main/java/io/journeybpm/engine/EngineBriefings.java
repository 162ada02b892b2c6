package io.journeybpm.engine;

import io.journeybpm.journey.Journey;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.Fact;
import io.journeybpm.ledger.Ledger;
import io.journeybpm.ledger.Promise;
import io.journeybpm.visits.Readiness;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/** Briefs of cases run by the process engine. */
final class EngineBriefings implements Briefings {

    private final TransactionOperations transactions;
    private final Ledger ledger;
    private final CaseJourneys journeys;
    private final ShownFacts shownFacts;
    private final VisitGate gate;

    EngineBriefings(
            TransactionOperations transactions,
            Ledger ledger,
            CaseJourneys journeys,
            ShownFacts shownFacts,
            VisitGate gate) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.journeys = journeys;
        this.shownFacts = shownFacts;
        this.gate = gate;
    }

    @Override
    public void tell(String caseId, Fact fact, @Nullable String actor) {
        in(() -> {
            CaseFile file = ledger.hold(caseId);
            file.facts().tell(fact, actor);
            shownFacts.refresh(file);
            return file;
        });
    }

    @Override
    public Case read(String caseId, String party, @Nullable String actor) {
        return in(() -> {
            CaseFile file = ledger.hold(caseId);
            file.handoffs().read(party, actor);
            return file.view();
        });
    }

    @Override
    public Announced after(String caseId, int entry) {
        return in(() -> {
            CaseFile file = ledger.hold(caseId);
            List<Handed> handoffs = file.handoffs().open().stream()
                    .filter(each -> each.entry() > entry)
                    .map(each -> new Handed(each, file.handoffs().missing(each.made())))
                    .toList();
            List<Promise> promised = file.promises().open().stream()
                    .filter(each -> each.entry() > entry)
                    .toList();
            Journey journey = promised.isEmpty() ? null : journeys.of(file).orElse(null);
            if (journey == null) {
                return new Announced(handoffs, List.of());
            }
            gate.requireReadyAfter(entry, file, journey);
            List<Readiness> visits = promised.stream()
                    .flatMap(each -> gate.readiness(file, journey, each).stream())
                    .toList();
            return new Announced(handoffs, visits);
        });
    }

    @Override
    public Optional<Readiness> readiness(Case about, Promise promise) {
        return journeys.of(about).flatMap(journey -> gate.readiness(about, journey, promise));
    }

    private <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }
}

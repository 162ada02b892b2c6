package io.journeybpm.casework;

import io.journeybpm.engine.Briefings;
import io.journeybpm.engine.Briefings.Handed;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.Customer;
import io.journeybpm.ledger.HandoffEntry;
import io.journeybpm.ledger.LeftOpen;
import io.journeybpm.ledger.Required;
import io.journeybpm.ledger.ToldFact;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts briefs together from the ledger, for whoever shows them. */
public final class CaseBriefs {

    private final Cases cases;
    private final Briefings briefings;

    /** Reads from the ledger. */
    public CaseBriefs(Cases cases, Briefings briefings) {
        this.cases = cases;
        this.briefings = briefings;
    }

    /**
     * The brief of a case.
     *
     * @param contacts how many of the latest contacts it holds
     * @param causes how many root causes it holds
     */
    public Brief of(Case told, int contacts, int causes) {
        Customer customer = cases.customerOf(told).orElse(null);
        List<Contact> latest = cases.latestContacts(told.caseId(), contacts);
        List<ToldFact> facts = cases.facts(told.caseId());
        return new Brief(
                told,
                customer,
                latest,
                LeftOpen.of(latest, told.briefs().handoffs()),
                cases.rootCauses(told.caseId(), causes),
                facts,
                told.openPromises().stream()
                        .findFirst()
                        .flatMap(next -> briefings.readiness(told, next))
                        .orElse(null),
                told.briefs().handoffs().stream()
                        .sorted(Comparator.comparingInt(HandoffEntry::entry).reversed())
                        .map(each -> new Handed(each, missing(told, each, facts, () -> customer)))
                        .toList());
    }

    /** What a handoff still lacks; empty for one whose receiver has come. */
    public Optional<List<String>> missing(HandoffEntry handoff) {
        if (handoff.contact() != null) {
            return Optional.empty();
        }
        return cases.find(handoff.caseId())
                .map(told -> missing(
                        told,
                        handoff,
                        handoff.made().requires().isEmpty() ? List.of() : cases.facts(told.caseId()),
                        () -> cases.customerOf(told).orElse(null)));
    }

    private static List<String> missing(
            Case told, HandoffEntry handoff, List<ToldFact> facts, Supplier<@Nullable Customer> customer) {
        return Required.missing(
                handoff.made(), facts.stream().map(ToldFact::name).toList(), told.openPromises(), customer);
    }
}

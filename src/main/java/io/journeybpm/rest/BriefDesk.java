package io.journeybpm.rest;

import io.journeybpm.engine.Briefings;
import io.journeybpm.ledger.Brief;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.Count;
import io.journeybpm.ledger.Customer;
import io.journeybpm.ledger.HandoffEntry;
import io.journeybpm.ledger.Promise;
import io.journeybpm.ledger.Required;
import io.journeybpm.ledger.ToldFact;
import io.journeybpm.rest.BriefView.Cause;
import io.journeybpm.rest.BriefView.Known;
import io.journeybpm.rest.BriefView.Open;
import io.journeybpm.rest.BriefView.Step;
import io.journeybpm.rest.BriefView.Visit;
import io.journeybpm.visits.Readiness;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts briefs together from the ledger, at the time they are read. */
final class BriefDesk {

    private final Cases cases;
    private final Briefings briefings;
    private final Desk desk;

    BriefDesk(Cases cases, Briefings briefings, Desk desk) {
        this.cases = cases;
        this.briefings = briefings;
        this.desk = desk;
    }

    /** The brief of a case. */
    BriefView brief(Case told) {
        Brief brief = Brief.of(cases, told, OnePage.CONTACTS);
        Customer customer = brief.customer();
        List<Contact> latest = brief.latest();
        List<ToldFact> facts = brief.facts();
        List<ToldFact> newest = OnePage.first(
                facts.stream()
                        .sorted(Comparator.comparing(ToldFact::toldAt).reversed())
                        .toList(),
                OnePage.FACTS);
        List<Step> steps = steps(told);
        List<HandoffView> handoffs = handoffs(told, facts, customer);
        Case.PhaseOfCase phase = told.phase();
        int contacts = told.counts().getOrDefault(Count.CONTACTS, 0);
        return new BriefView(
                told.caseId(),
                told.journey(),
                told.status().word(),
                told.openedAt(),
                phase == null ? null : phase.id(),
                phase == null ? null : OnePage.cut(phase.title(), OnePage.NAME),
                told.ambassador(),
                BriefView.level(told),
                customer == null ? null : shortened(customer),
                contacts,
                told.counts(),
                latest.stream().map(Visit::of).toList(),
                brief.open().stream().limit(OnePage.OPEN_ITEMS).map(Open::of).toList(),
                cases.rootCauses(told.caseId(), OnePage.CAUSES).stream()
                        .map(Cause::of)
                        .toList(),
                newest.stream()
                        .sorted(Comparator.comparing(ToldFact::name))
                        .map(each -> Known.of(each, OnePage.ofAFact(newest.size())))
                        .toList(),
                handoffs.stream()
                        .flatMap(each -> Objects.requireNonNull(each.missing()).stream())
                        .distinct()
                        .toList(),
                steps.isEmpty() ? null : steps.get(0),
                steps,
                handoffs,
                more(
                        Math.max(0, contacts - latest.size()),
                        facts.size() - newest.size(),
                        told.openPromises().size() - steps.size(),
                        told.briefs().handoffs().size() - handoffs.size()));
    }

    /** What a handoff that waits for its receiver still lacks; null for one whose receiver has come. */
    @Nullable
    List<String> missing(HandoffEntry handoff) {
        if (handoff.contact() != null) {
            return null;
        }
        Case told = desk.find(handoff.caseId());
        List<ToldFact> facts = handoff.made().requires().isEmpty() ? List.of() : cases.facts(handoff.caseId());
        return missing(told, handoff, facts, () -> cases.customerOf(told).orElse(null));
    }

    private static List<String> missing(
            Case told,
            HandoffEntry handoff,
            List<ToldFact> facts,
            java.util.function.Supplier<@Nullable Customer> customer) {
        return Required.missing(
                handoff.made(), facts.stream().map(ToldFact::name).toList(), told.openPromises(), customer);
    }

    private List<Step> steps(Case told) {
        Instant now = desk.now();
        List<Promise> soonest = OnePage.first(told.openPromises(), OnePage.PROMISES);
        return IntStream.range(0, soonest.size())
                .mapToObj(at -> Step.of(soonest.get(at), now, at == 0 ? lacking(told, soonest.get(at)) : null))
                .toList();
    }

    private @Nullable List<Readiness.Missing> lacking(Case told, Promise next) {
        return briefings.readiness(told, next).map(Readiness::missing).orElse(null);
    }

    private static List<HandoffView> handoffs(Case told, List<ToldFact> facts, @Nullable Customer customer) {
        return OnePage.first(
                        told.briefs().handoffs().stream()
                                .sorted(Comparator.comparingInt(HandoffEntry::entry)
                                        .reversed())
                                .toList(),
                        OnePage.HANDOFFS)
                .stream()
                .map(each -> HandoffView.onOnePage(each, missing(told, each, facts, () -> customer)))
                .toList();
    }

    private static Customer shortened(Customer customer) {
        return new Customer(
                customer.reference(),
                OnePage.cutIfAny(customer.name(), OnePage.SENTENCE),
                OnePage.cutIfAny(customer.email(), OnePage.SENTENCE),
                customer.phone(),
                OnePage.cutIfAny(customer.address(), OnePage.NOTE));
    }

    private static Map<String, Integer> more(int contacts, int facts, int promises, int handoffs) {
        Map<String, Integer> more = new LinkedHashMap<>();
        more.put("contacts", contacts);
        more.put("facts", facts);
        more.put("promises", promises);
        more.put("handoffs", handoffs);
        more.values().removeIf(each -> each <= 0);
        return more;
    }
}

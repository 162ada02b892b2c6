package io.journeybpm.rest;

import io.journeybpm.casework.Brief;
import io.journeybpm.casework.CaseBriefs;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.Count;
import io.journeybpm.ledger.Customer;
import io.journeybpm.ledger.HandoffEntry;
import io.journeybpm.ledger.Promise;
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

    private final CaseBriefs briefs;
    private final Desk desk;

    BriefDesk(CaseBriefs briefs, Desk desk) {
        this.briefs = briefs;
        this.desk = desk;
    }

    /** The brief of a case. */
    BriefView brief(Case told) {
        Brief brief = briefs.of(told, OnePage.CONTACTS, OnePage.CAUSES);
        Customer customer = brief.customer();
        List<Contact> latest = brief.latest();
        List<ToldFact> facts = brief.facts();
        List<ToldFact> newest = OnePage.first(
                facts.stream()
                        .sorted(Comparator.comparing(ToldFact::toldAt).reversed())
                        .toList(),
                OnePage.FACTS);
        List<Step> steps = steps(brief);
        List<HandoffView> handoffs = OnePage.first(brief.handoffs(), OnePage.HANDOFFS).stream()
                .map(each -> HandoffView.onOnePage(each.handoff(), each.missing()))
                .toList();
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
                brief.rootCauses().stream().map(Cause::of).toList(),
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
        return briefs.missing(handoff).orElse(null);
    }

    private List<Step> steps(Brief brief) {
        Instant now = desk.now();
        List<Promise> soonest = OnePage.first(brief.promises(), OnePage.PROMISES);
        Readiness next = brief.next();
        return IntStream.range(0, soonest.size())
                .mapToObj(at -> Step.of(soonest.get(at), now, at == 0 && next != null ? next.missing() : null))
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

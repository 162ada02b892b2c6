package io.journeybpm.cockpit;

import io.journeybpm.engine.Journeys;
import io.journeybpm.journey.Journey;
import io.journeybpm.ledger.Brief;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.CaseClock;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.Customer;
import io.journeybpm.ledger.Customers;
import io.journeybpm.ledger.Page;
import io.journeybpm.ledger.TimelineEntry;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts cases into words. Who may read them has been asked before. */
final class Showing {

    /** The next person reads this at a door: what was done last, not all that ever was. */
    private static final int CONTACTS_IN_BRIEF = 5;

    private final Cases cases;
    private final Customers customers;
    private final Journeys journeys;
    private final CaseClock clock;
    private final ZoneId zone;

    Showing(Cases cases, Customers customers, Journeys journeys, CaseClock clock, ZoneId zone) {
        this.cases = cases;
        this.customers = customers;
        this.journeys = journeys;
        this.clock = clock;
        this.zone = zone;
    }

    Words words() {
        return new Words(zone, clock.now());
    }

    ZoneId zone() {
        return zone;
    }

    /** Cases in a line each, in the same order. */
    List<CaseLine> lines(List<Case> shown) {
        Set<String> references =
                shown.stream().map(Case::customer).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<String, Customer> known = customers.of(references);
        Map<String, String> titles = titles(shown.stream().map(Case::journey).collect(Collectors.toSet()));
        Words words = words();
        return shown.stream()
                .map(each -> CaseLine.of(each, titles.get(each.journey()), customer(known, each.customer()), words))
                .toList();
    }

    private static @Nullable Customer customer(Map<String, Customer> known, @Nullable String reference) {
        return reference == null ? null : known.get(reference);
    }

    /** What people read instead of the keys; a journey that isn't deployed has nothing but its key. */
    Map<String, String> titles(Collection<String> keys) {
        Map<String, String> titles = new HashMap<>();
        keys.forEach(each ->
                titles.put(each, journeys.latest(each).map(Journey::title).orElse(each)));
        return titles;
    }

    /** The brief of a case, for a touchpoint where the reader is at one. */
    CaseBrief brief(Case told, @Nullable String touchpoint) {
        return CaseBrief.of(lines(List.of(told)).get(0), Brief.of(cases, told, CONTACTS_IN_BRIEF), touchpoint, words());
    }

    /** A part of what happened to a case; causes that lie in another part are looked up. */
    Page<TimelineItem> timeline(String caseId, @Nullable String after, int limit) {
        Page<TimelineEntry> page = cases.timeline(caseId, after, limit);
        Map<Integer, Contact> contacts = page.items().stream()
                .filter(Contact.class::isInstance)
                .map(Contact.class::cast)
                .collect(Collectors.toMap(Contact::entry, each -> each));
        Words words = words();
        return page.map(each -> TimelineItem.of(
                each,
                entry -> contacts.computeIfAbsent(
                        entry, other -> cases.contact(caseId, other).orElse(null)),
                words));
    }
}

package io.journeybpm.pages;

import io.journeybpm.casework.Brief;
import io.journeybpm.casework.CaseBriefs;
import io.journeybpm.engine.AnnouncedVisits;
import io.journeybpm.engine.AnnouncedVisits.Question;
import io.journeybpm.engine.Journeys;
import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Journey;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.Customer;
import io.journeybpm.ledger.Link;
import io.journeybpm.ledger.Link.Purpose;
import io.journeybpm.ledger.NewLink;
import io.journeybpm.ledger.Photo;
import io.journeybpm.ledger.Photos;
import io.journeybpm.ledger.Promise;
import io.journeybpm.ledger.ToldFact;
import io.journeybpm.ledger.VisitRecords;
import io.journeybpm.links.CaseLinks;
import io.journeybpm.pages.VisitPage.Appointment;
import io.journeybpm.pages.VisitPage.Coming;
import io.journeybpm.pages.VisitPage.Done;
import io.journeybpm.pages.VisitPage.Goes;
import io.journeybpm.pages.VisitPage.Left;
import io.journeybpm.pages.VisitPage.Person;
import io.journeybpm.pages.VisitPage.Recorded;
import io.journeybpm.pages.VisitPage.Shot;
import io.journeybpm.pages.VisitPage.Told;
import io.journeybpm.pages.VisitPage.Who;
import io.journeybpm.settings.JourneyProperties;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts together what a visitor sees. */
final class VisitorBrief {

    private static final int CONTACTS = 8;
    private static final int CAUSES = 2;
    private static final int ITEMS = 6;
    private static final int FACTS = 20;
    private static final int PEOPLE = 6;
    private static final int PHOTOS = 24;

    private final CaseBriefs briefs;
    private final VisitRecords records;
    private final CaseLinks links;
    private final Photos photos;
    private final AnnouncedVisits visits;
    private final Journeys journeys;
    private final JourneyProperties settings;
    private final KeyFacts keys;

    VisitorBrief(
            CaseBriefs briefs,
            VisitRecords records,
            CaseLinks links,
            Photos photos,
            AnnouncedVisits visits,
            Journeys journeys,
            JourneyProperties settings) {
        this.briefs = briefs;
        this.records = records;
        this.links = links;
        this.photos = photos;
        this.visits = visits;
        this.journeys = journeys;
        this.settings = settings;
        this.keys = new KeyFacts(settings.pages().keyWords());
    }

    VisitPage of(Errand errand, Instant now) {
        Brief brief = briefs.of(errand.about(), CONTACTS, CAUSES);
        Link link = errand.link();
        List<Link> others = links.ofCase(link.caseId()).stream()
                .filter(each ->
                        each.made().purpose() == Purpose.VISIT && !each.id().equals(link.id()))
                .filter(each -> each.openedAt() != null || each.answeredAt() != null)
                .toList();
        List<Photo> kept = photos.of(link.caseId());
        PhotoTime photoTime = PhotoTime.of(errand, now);
        Contact recorded = errand.answer() == null ? errand.reported() : errand.answer();
        return new VisitPage(
                link.id(),
                errand.state(),
                what(errand),
                Cut.name(errand.party()),
                Cut.name(link.made().visitorName()),
                link.made().expiresAt(),
                settings.zone().getId(),
                customer(brief.customer()),
                office(errand),
                appointment(errand, now),
                facts(errand, brief, now),
                brief.open().stream()
                        .limit(ITEMS)
                        .map(each -> new Left(Cut.sentence(each.what()), Cut.name(each.party()), each.since()))
                        .toList(),
                brief.rootCauses().stream()
                        .filter(each -> isForVisitors(each.root()))
                        .map(Goes::of)
                        .toList(),
                before(brief, recorded, others),
                people(others),
                coming(errand),
                kept.subList(Math.max(0, kept.size() - PHOTOS), kept.size()).stream()
                        .map(each -> Shot.of(each, link.id()))
                        .toList(),
                questions(errand),
                recorded == null ? null : Recorded.of(recorded),
                photoTime.until(),
                photoTime.isOver() ? 0 : Math.max(0, Photos.MOST_OF_A_LINK - ofLink(kept, link)));
    }

    private @Nullable String what(Errand errand) {
        if (errand.waiting() != null && errand.state() == VisitPage.State.OPEN) {
            return Cut.name(errand.waiting().title());
        }
        String drawn = errand.touchpoint() == null
                ? null
                : journeys.latest(errand.about().journey())
                        .flatMap((Journey each) -> each.touchpoint(errand.touchpoint()))
                        .map(each -> each.title())
                        .filter(each -> !each.contains("${"))
                        .orElse(null);
        Promise promise = errand.promise();
        return drawn != null
                ? Cut.name(drawn)
                : promise == null ? null : Cut.name(promise.made().what());
    }

    private static @Nullable Who customer(@Nullable Customer customer) {
        return customer == null
                ? null
                : new Who(Cut.name(customer.name()), customer.phone(), Cut.text(customer.address()));
    }

    private @Nullable Who office(Errand errand) {
        String ambassador = errand.about().ambassador();
        String phone = settings.pages().phone();
        return ambassador == null && phone == null ? null : new Who(Cut.name(ambassador), phone, null);
    }

    private @Nullable Appointment appointment(Errand errand, Instant now) {
        Promise promise = errand.promise();
        return promise == null || errand.state() != VisitPage.State.OPEN
                ? null
                : Appointment.of(promise, now, records.confirmed(promise).orElse(null));
    }

    private List<Told> facts(Errand errand, Brief brief, Instant now) {
        String touchpoint = errand.touchpoint();
        return brief.facts().stream()
                .filter(each -> touchpoint == null ? each.showAt() == null : each.mattersAt(touchpoint))
                .sorted(Comparator.comparing((ToldFact each) -> each.showAt() == null))
                .filter(each -> !isOver(errand) || !keys.opensDoors(each.name()))
                .limit(FACTS)
                .map(each -> keys.show(each, errand.promise(), now))
                .toList();
    }

    /** Nobody needs to get in any more, and nobody has been there. */
    private static boolean isOver(Errand errand) {
        return errand.state() == VisitPage.State.CLOSED || errand.state() == VisitPage.State.PASSED;
    }

    /** Visits, and what the journey has drawn; what customers called about besides is not for everybody. */
    private static boolean isForVisitors(Contact contact) {
        return contact.reported().channel() == Channel.VISIT
                || contact.reported().place().modelled();
    }

    private static List<Done> before(Brief brief, @Nullable Contact recorded, List<Link> others) {
        return brief.latest().stream()
                .filter(VisitorBrief::isForVisitors)
                .filter(each -> recorded == null || each.entry() != recorded.entry())
                .map(each -> Done.of(each, visitor(each, others)))
                .toList();
    }

    private static @Nullable String visitor(Contact contact, List<Link> others) {
        return others.stream()
                .filter(each ->
                        Errand.externalId(each).equals(contact.reported().externalId())
                                || each.made().activityInstance() != null
                                        && each.made()
                                                .activityInstance()
                                                .equals(contact.reported().activityInstanceId()))
                .map(each -> each.made().visitorName())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static List<Person> people(List<Link> others) {
        Map<String, Person> people = new LinkedHashMap<>();
        for (Link each : others) {
            NewLink made = each.made();
            if (made.visitorName() != null || made.visitorPhone() != null) {
                Instant at = each.answeredAt() == null ? each.openedAt() : each.answeredAt();
                people.putIfAbsent(
                        made.visitorName() + "\n" + made.visitorPhone(),
                        new Person(
                                Cut.name(made.visitorName()),
                                made.visitorPhone(),
                                Cut.name(made.party()),
                                Objects.requireNonNull(at)));
            }
        }
        return people.values().stream().limit(PEOPLE).toList();
    }

    private static List<Coming> coming(Errand errand) {
        Promise own = errand.promise();
        return errand.about().openPromises().stream()
                .filter(each -> own == null || each.entry() != own.entry())
                .limit(ITEMS)
                .map(each -> new Coming(
                        Cut.sentence(each.made().what()),
                        Cut.name(each.made().party()),
                        each.made().from(),
                        each.made().to()))
                .toList();
    }

    private List<Question> questions(Errand errand) {
        return errand.waiting() == null || errand.state() != VisitPage.State.OPEN
                ? List.of()
                : visits.questions(errand.waiting());
    }

    private static int ofLink(List<Photo> kept, Link link) {
        return (int) kept.stream()
                .filter(each -> link.id().equals(each.taken().link()))
                .count();
    }
}

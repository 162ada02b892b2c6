package io.journeybpm.pages;

import io.journeybpm.casework.Texts;
import io.journeybpm.engine.CustomerMessages.Kind;
import io.journeybpm.engine.CustomerSteps;
import io.journeybpm.engine.CustomerSteps.Drawn;
import io.journeybpm.engine.CustomerSteps.Waiting;
import io.journeybpm.journey.Outcome;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.CaseClock;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.Promise;
import io.journeybpm.pages.CustomerPage.Happened;
import io.journeybpm.pages.CustomerPage.Next;
import io.journeybpm.pages.CustomerPage.When;
import io.journeybpm.pages.CustomerPage.Wrote;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts a customer's page together. Whatever isn't marked for customers stays out by not being asked for. */
final class CustomerPages {

    /** How far a page looks back: more than anybody reads on a phone. */
    private static final int LATEST = 100;

    private static final int MOST_SHOWN = 40;
    private static final int MOST_WRITTEN = 5;

    private final Cases cases;
    private final CustomerSteps steps;
    private final CaseClock clock;
    private final @Nullable String phone;

    CustomerPages(Cases cases, CustomerSteps steps, CaseClock clock, @Nullable String phone) {
        this.cases = cases;
        this.steps = steps;
        this.clock = clock;
        this.phone = phone == null || phone.isBlank() ? null : phone;
    }

    /** The page of a case that a link leads to. */
    CustomerPage of(String caseId) {
        Case shown = find(caseId);
        Instant now = clock.now();
        List<Contact> latest = cases.latestContacts(caseId, LATEST);
        boolean open = shown.status() == Case.Status.OPEN;
        return new CustomerPage(
                now, open, open ? next(shown, now) : List.of(), happened(shown, latest), wrote(latest), contact(shown));
    }

    private List<Next> next(Case shown, Instant now) {
        List<Waiting> waiting = steps.waiting(shown);
        List<Next> promised = shown.openPromises().stream()
                .map(each -> promised(shown, each, waiting, now))
                .toList();
        Stream<Next> unpromised = waiting.stream()
                .filter(step ->
                        shown.openPromises().stream().noneMatch(each -> each.isFor(step.touchpoint(), step.party())))
                .map(step -> new Next(
                        null,
                        step.title(),
                        null,
                        named(step.party()),
                        When.UNSCHEDULED,
                        null,
                        null,
                        false,
                        step.why()));
        return Stream.concat(promised.stream(), unpromised).toList();
    }

    private Next promised(Case shown, Promise promise, List<Waiting> waiting, Instant now) {
        Optional<Waiting> step = waiting.stream()
                .filter(each -> promise.isFor(each.touchpoint(), each.party()))
                .findFirst();
        String touchpoint = promise.made().touchpoint();
        Optional<Drawn> drawn = touchpoint == null ? Optional.empty() : steps.drawn(shown, touchpoint);
        return new Next(
                promise.entry(),
                step.map(Waiting::title).or(() -> drawn.map(Drawn::title)).orElse(null),
                promise.made().what(),
                named(promise.made().party()),
                when(promise, now),
                promise.made().from(),
                promise.made().to(),
                isMoved(promise),
                step.map(Waiting::why).or(() -> drawn.map(Drawn::why)).orElse(null));
    }

    /** Whether the customer had been told of another time: the first one that is named changes nothing. */
    private boolean isMoved(Promise promise) {
        return promise.moves() > 0
                && cases.moves(promise.caseId(), promise.entry()).stream()
                        .anyMatch(each -> each.before().to() != null);
    }

    private static When when(Promise promise, Instant now) {
        if (promise.made().to() == null) {
            return When.UNSCHEDULED;
        }
        return promise.isOverdue(now) ? When.OVERDUE : When.BOOKED;
    }

    private List<Happened> happened(Case shown, List<Contact> latest) {
        return latest.stream()
                .filter(each -> each.outcome() != Outcome.MISSED)
                .flatMap(each -> happened(shown, each).stream())
                .limit(MOST_SHOWN)
                .toList();
    }

    private Optional<Happened> happened(Case shown, Contact contact) {
        String touchpoint = contact.reported().place().touchpoint();
        Optional<Drawn> drawn = touchpoint == null ? Optional.empty() : steps.drawn(shown, touchpoint);
        return Optional.ofNullable(contact.reported().customerTitle())
                .or(() -> drawn.map(Drawn::title))
                .map(title -> new Happened(
                        contact.occurredAt(),
                        title,
                        named(contact.reported().party()),
                        drawn.map(Drawn::why).orElse(null)));
    }

    private static List<Wrote> wrote(List<Contact> latest) {
        return latest.stream()
                .flatMap(each -> Kind.of(each).stream().map(kind -> new Wrote(each.occurredAt(), kind.word())))
                .limit(MOST_WRITTEN)
                .toList();
    }

    /** Who stands for the company in a case. */
    CustomerPage.@Nullable Contact contact(String caseId) {
        return contact(find(caseId));
    }

    private Case find(String caseId) {
        return cases.find(caseId).orElseThrow(Doors.Gone::new);
    }

    private CustomerPage.@Nullable Contact contact(Case shown) {
        Optional<CustomerSteps.Person> person =
                Optional.ofNullable(shown.ambassador()).flatMap(steps::person);
        String name = person.map(CustomerSteps.Person::name).orElse(null);
        String number = person.map(CustomerSteps.Person::phone).orElse(phone);
        return name == null && number == null ? null : new CustomerPage.Contact(name, number);
    }

    static @Nullable String named(@Nullable String party) {
        return party == null ? null : Texts.spaced(party);
    }
}

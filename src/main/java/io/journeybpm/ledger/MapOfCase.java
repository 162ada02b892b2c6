package io.journeybpm.ledger;

import io.journeybpm.journey.Outcome;
import io.journeybpm.ledger.CaseStory.Met;
import io.journeybpm.ledger.CaseStory.Settled;
import io.journeybpm.ledger.CaseStory.Turn;
import io.journeybpm.ledger.CaseStory.Undone;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one case adds to the map of its journey: always the same for the same story. */
final class MapOfCase {

    private final Map<Spot, Figures> figures = new HashMap<>();
    private final Set<String> phases = new HashSet<>();
    private final Set<String> touchpoints = new HashSet<>();
    private final Map<String, Stay> stays = new HashMap<>();
    private final Set<Spot> hindered = new HashSet<>();
    private final RootsOfCase roots;
    private final boolean closed;

    @Nullable
    private Met before;

    @Nullable
    private String party;

    @Nullable
    private Instant partyAt;

    @Nullable
    private String customersChannel;

    private MapOfCase(boolean closed, RootsOfCase roots) {
        this.closed = closed;
        this.roots = roots;
    }

    /** From the first contact in a phase to the last one, and the lowest entry among them. */
    private record Stay(Instant first, Instant last, int entry) {

        Stay and(Stay later) {
            return new Stay(first, later.last, Math.min(entry, later.entry));
        }
    }

    static Map<Spot, Figures> of(CaseStory story) {
        Set<Integer> undone = story.voids().stream().map(Undone::contact).collect(Collectors.toSet());
        List<Met> contacts = story.contacts().stream()
                .filter(each -> !undone.contains(each.entry()))
                .sorted(Comparator.comparing(Met::occurredAt).thenComparingInt(Met::entry))
                .toList();
        MapOfCase map = new MapOfCase(story.isClosed(), new RootsOfCase(contacts, story.causes()));
        if (story.turns().stream().anyMatch(each -> each.kind() == Event.Kind.OPENED)) {
            map.met(Spot.journey());
        }
        contacts.forEach(map::add);
        new DeviationsOfCase(contacts).addTo(map::at, map.closed);
        map.stays.forEach((phase, stay) -> map.addElapsed(phase, stay, story.turns()));
        Map<Integer, Settled> settled = new HashMap<>();
        story.promises().forEach(each -> settled.put(each.entry(), each));
        settled.values().forEach(each -> map.add(each, story.phaseAt(each.entry())));
        return map.figures;
    }

    private void add(Met contact) {
        Spot spot = Spot.touchpoint(contact.phase(), contact.touchpoint());
        Figures here = at(spot);
        Figures itself = itself(contact);
        here.plus(itself);
        if (contact.party() != null) {
            at(Spot.party(contact.party())).plus(itself);
        }
        if (contact.trouble().reason() != null) {
            at(Spot.reason(contact.trouble().reason())).plus(itself);
        }
        addHindrance(contact, itself);
        addCaused(contact);
        if (contact.isAdHoc()) {
            at(Spot.beside(contact.trouble().channel(), contact.trouble().reason()))
                    .plus(itself);
        }
        if (contact.score() != null) {
            here.add(Figure.SCORES, 1);
            here.add(Figure.SCORE_SUM, contact.score());
        }
        addCosts(spot, contact.costs());
        if (contact.outcome() != Outcome.MISSED) {
            addWait(here, contact);
            addVisit(spot, contact);
        }
    }

    /** What can be said of a contact without looking at where it was. */
    private Figures itself(Met contact) {
        CaseStory.Trouble trouble = contact.trouble();
        boolean came = contact.counted() && trouble.inbound();
        Figures itself = new Figures();
        itself.add(outcome(contact.outcome()), 1);
        itself.add(Figure.FAILURES, contact.isFailure() ? 1 : 0);
        itself.add(Figure.COUNTED, contact.counted() ? 1 : 0);
        itself.add(Figure.PLANNED, contact.counted() && contact.planned() ? 1 : 0);
        itself.add(Figure.REPEATED_QUESTIONS, contact.repeatedQuestions());
        itself.add(Figure.REDIRECTS, trouble.redirected() ? 1 : 0);
        itself.add(Figure.EXTRA_INBOUND, came && trouble.planKnown() && !contact.planned() ? 1 : 0);
        itself.add(Figure.CONDUCT_INCIDENTS, trouble.conduct());
        itself.add(Figure.PROCESS_INCIDENTS, trouble.process());
        itself.add(Figure.RETURNED, trouble.rework() ? 1 : 0);
        if (came) {
            boolean same = customersChannel == null || customersChannel.equals(trouble.channel());
            itself.add(Figure.CHANNEL_SWITCHES, same ? 0 : 1);
            customersChannel = trouble.channel();
        }
        return itself;
    }

    private void addHindrance(Met contact, Figures itself) {
        boolean sentAway = contact.outcome() == Outcome.SENT_AWAY;
        if (sentAway || contact.trouble().redirected() || contact.repeatedQuestions() > 0) {
            Spot spot = Spot.hindrance(
                    Hindrances.Place.of(contact.touchpoint(), contact.trouble().channel(), contact.party()));
            at(spot).plus(itself).add(Figure.HINDERED, 1);
            at(spot).add(Figure.CASES, hindered.add(spot) ? 1 : 0);
        }
    }

    private void addCaused(Met contact) {
        roots.of(contact).ifPresent(root -> {
            at(Spot.touchpoint(root.phase(), root.touchpoint())).add(Figure.CAUSED, 1);
            if (root.party() != null) {
                at(Spot.party(root.party())).add(Figure.CAUSED, 1);
            }
        });
    }

    private void addCosts(Spot spot, Costs costs) {
        if (costs.currency() != null) {
            Figures here = at(spot.in(costs.currency()));
            if (costs.company() != null) {
                here.add(Figure.COMPANY_COST, costs.company());
            }
            if (costs.customer() != null) {
                here.add(Figure.CUSTOMER_COST, costs.customer());
            }
        }
    }

    private void addWait(Figures here, Met contact) {
        long wait = before == null
                ? 0
                : Duration.between(before.occurredAt(), contact.occurredAt()).toMillis();
        here.add(Figure.WAITS, before == null ? 0 : 1);
        here.add(Figure.WAIT_MILLIS, wait);
        before = contact;
        if (contact.counted() && contact.party() != null) {
            if (party != null && !party.equals(contact.party())) {
                here.add(Figure.HANDOFFS, 1);
                here.add(Figure.HANDOFF_WAIT_MILLIS, wait);
                here.add(Figure.HANDOFFS_WITHOUT_BRIEF, contact.briefed() ? 0 : 1);
                addBoundary(Spot.handoff(party, contact.party()), contact);
            }
            party = contact.party();
            partyAt = contact.occurredAt();
        }
    }

    private void addBoundary(Spot spot, Met contact) {
        Instant since = Objects.requireNonNull(partyAt);
        at(spot).add(Figure.HANDOFFS, 1);
        at(spot).add(Figure.HANDOFFS_WITHOUT_BRIEF, contact.briefed() ? 0 : 1);
        at(spot).add(
                        Figure.HANDOFF_WAIT_MILLIS,
                        Duration.between(since, contact.occurredAt()).toMillis());
    }

    private void addVisit(Spot spot, Met contact) {
        if (contact.touchpoint() != null) {
            if (touchpoints.add(contact.touchpoint())) {
                met(spot);
            } else if (!contact.planned()) {
                at(spot).add(Figure.REPEATED, 1);
            }
        }
        if (contact.phase() != null) {
            if (phases.add(contact.phase())) {
                met(Spot.phase(contact.phase()));
            }
            stays.merge(
                    contact.phase(), new Stay(contact.occurredAt(), contact.occurredAt(), contact.entry()), Stay::and);
        }
    }

    private void add(Settled promise, @Nullable String phase) {
        Figure what =
                switch (promise.state()) {
                    case KEPT -> Figure.KEPT_PROMISES;
                    case LATE -> Figure.LATE_PROMISES;
                    case BROKEN -> Figure.BROKEN_PROMISES;
                    case OPEN, UNSCHEDULED, WITHDRAWN ->
                        throw new IllegalArgumentException(promise.state().word());
                };
        at(Spot.touchpoint(phase, promise.touchpoint())).add(what, 1);
    }

    /**
     * The customer's time in a phase begins when it is entered; what was imported begins with its first contact. An
     * entering told after the contacts changes nothing: it alone isn't taken up.
     */
    private void addElapsed(String phase, Stay stay, List<Turn> turns) {
        Instant from = turns.stream()
                .filter(each -> each.kind() == Event.Kind.PHASE && phase.equals(each.subject()))
                .filter(each -> each.entry() < stay.entry() && each.at().isBefore(stay.first()))
                .map(Turn::at)
                .min(Comparator.naturalOrder())
                .orElse(stay.first());
        at(Spot.phase(phase))
                .add(Figure.ELAPSED_MILLIS, Duration.between(from, stay.last()).toMillis());
    }

    private void met(Spot spot) {
        at(spot).add(Figure.CASES, 1);
        at(spot).add(Figure.CLOSED_CASES, closed ? 1 : 0);
    }

    private Figures at(Spot spot) {
        return Objects.requireNonNull(figures.computeIfAbsent(spot, each -> new Figures()));
    }

    private static Figure outcome(Outcome outcome) {
        return switch (outcome) {
            case DONE -> Figure.DONE;
            case PARTLY -> Figure.PARTLY;
            case FAILED -> Figure.FAILED;
            case MISSED -> Figure.MISSED;
            case REWORK -> Figure.REWORK;
            case SENT_AWAY -> Figure.SENT_AWAY;
        };
    }
}

package io.journeybpm.ledger;

import io.journeybpm.journey.Outcome;
import io.journeybpm.ledger.LedgerProblem.EntrySettled;
import io.journeybpm.ledger.LedgerProblem.EntryUnknown;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which promises a contact keeps. */
final class KeptPromises {

    /** Whoever came, but not for what was promised. */
    private static final Set<Outcome> IN_VAIN = Set.of(Outcome.MISSED, Outcome.FAILED);

    /** What an advertisement said of a touchpoint is not kept by sending the customer elsewhere either. */
    private static final Set<Outcome> CONTRADICTED = Set.of(Outcome.MISSED, Outcome.FAILED, Outcome.SENT_AWAY);

    private final CaseFile file;
    private final Cases cases;

    KeptPromises(CaseFile file, Cases cases) {
        this.file = file;
        this.cases = cases;
    }

    /** A contact keeps what campaigns promised of its touchpoint, and one promise besides: the one named, or the best. */
    void met(Contact contact) {
        Integer named = contact.reported().keeps();
        campaigns(contact);
        if (!IN_VAIN.contains(contact.outcome())) {
            if (named == null) {
                best(contact);
            } else {
                keep(named, contact);
            }
        }
    }

    private void campaigns(Contact contact) {
        for (Promise each : file.promises().open()) {
            if (each.made().isOfTouchpointByCampaign()
                    && isOf(contact.reported().place().touchpoint(), each)
                    && !each.madeAt().isAfter(contact.occurredAt())) {
                if (!CONTRADICTED.contains(contact.outcome())) {
                    keep(each, contact);
                } else if (each.state() == Promise.State.UNSCHEDULED) {
                    // with a window somebody may yet come in time
                    file.promises().contradict(each, contact);
                }
            }
        }
    }

    /**
     * Keeps the promise that the contact names.
     *
     * @throws EntryUnknown if the case never had it
     * @throws EntrySettled if it was kept or withdrawn before
     */
    private void keep(int named, Contact contact) {
        Optional<Promise> open = file.row.carry.promise(named);
        if (open.isPresent()) {
            keep(open.get(), contact);
            return;
        }
        Promise known = waiting(named)
                .or(() -> cases.promise(file.row.caseId, named))
                .orElseThrow(() -> new EntryUnknown("promise", EntryId.of(file.row.caseId, named), "keeps"));
        if (Objects.equals(known.contact(), contact.entry())) {
            return;
        }
        if (known.state() != Promise.State.BROKEN) {
            throw new EntrySettled("the promise '" + known.id() + "' is settled already: it is "
                    + known.state().word());
        }
        heal(known, contact);
    }

    private void best(Contact contact) {
        Instant at = contact.occurredAt();
        List<Promise> before = file.promises().open().stream()
                .filter(each -> !each.madeAt().isAfter(at))
                .filter(each -> !each.made().isOfTouchpointByCampaign())
                .sorted(preferred(at))
                .toList();
        Optional<Promise> fitting = first(before, byTouchpoint(contact)).or(() -> first(before, byParty(contact)));
        if (fitting.filter(each -> each.holds(at)).isEmpty()) {
            Optional<Promise> broken = broken(contact);
            if (broken.isPresent()) {
                heal(broken.get(), contact);
                return;
            }
        }
        fitting.ifPresent(each -> keep(each, contact));
    }

    /** Those whose window the contact falls into before others, and sooner ones before later ones. */
    private static Comparator<Promise> preferred(Instant at) {
        return Comparator.comparing((Promise each) -> !each.holds(at))
                .thenComparing(each -> each.made().to(), Comparator.nullsLast(Comparator.naturalOrder()));
    }

    /** A broken one within whose window a contact was that is told only now. What happens now is later than any. */
    private Optional<Promise> broken(Contact contact) {
        if (!contact.occurredAt().isBefore(contact.recordedAt()) || file.row.count(Count.BROKEN_PROMISES) == 0) {
            return Optional.empty();
        }
        Set<Integer> changed = file.writes.changedPromises.keySet();
        List<Promise> broken = Stream.concat(
                        waiting(),
                        cases.brokenPromises(file.row.caseId, contact.occurredAt()).stream()
                                .filter(each -> !changed.contains(each.entry())))
                .filter(each -> each.state() == Promise.State.BROKEN && each.holds(contact.occurredAt()))
                .sorted(preferred(contact.occurredAt()))
                .toList();
        return first(broken, byTouchpoint(contact)).or(() -> first(broken, byParty(contact)));
    }

    private void keep(Promise promise, Contact contact) {
        file.promises()
                .settle(
                        promise,
                        CasePromises.keptOrLate(promise, contact.occurredAt()),
                        contact.occurredAt(),
                        contact.entry(),
                        null);
    }

    private void heal(Promise broken, Contact contact) {
        Promise healed = file.promises().heal(broken, contact);
        if (healed.state() == Promise.State.KEPT) {
            file.note(
                    Event.Kind.PROMISE_HEALED,
                    contact.recordedAt(),
                    contact.reported().user(),
                    healed.id(),
                    contact.id());
        }
    }

    private Stream<Promise> waiting() {
        return Stream.concat(file.writes.newPromises.values().stream(), file.writes.changedPromises.values().stream());
    }

    private Optional<Promise> waiting(int entry) {
        return waiting().filter(each -> each.entry() == entry).findFirst();
    }

    private static Optional<Promise> first(List<Promise> promises, Predicate<Promise> fits) {
        return promises.stream().filter(fits).findFirst();
    }

    private static Predicate<Promise> byTouchpoint(Contact contact) {
        return each -> isOf(contact.reported().place().touchpoint(), each);
    }

    private static boolean isOf(@Nullable String touchpoint, Promise promise) {
        return touchpoint != null && touchpoint.equals(promise.made().touchpoint());
    }

    private static Predicate<Promise> byParty(Contact contact) {
        String party = contact.reported().party();
        return each -> each.made().touchpoint() == null
                && party != null
                && party.equals(each.made().party());
    }
}

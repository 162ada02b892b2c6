package io.journeybpm.engine;

import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Handoff;
import io.journeybpm.journey.Journey;
import io.journeybpm.journey.Property;
import io.journeybpm.journey.Touchpoint;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.Promise;
import io.journeybpm.ledger.ToldFact;
import io.journeybpm.visits.Readiness;
import io.journeybpm.visits.Visit;
import io.journeybpm.visits.Visits;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Asks whether a visit is ready, and keeps one that isn't from being booked where its owner wants that. */
final class VisitGate {

    private final Visits visits;
    private final Cases cases;

    VisitGate(Visits visits, Cases cases) {
        this.visits = visits;
        this.cases = cases;
    }

    /** The drawn visit a promise is about: the one it names, else the first one of its party. */
    static Optional<Touchpoint> visitOf(Promise promise, Journey journey) {
        String named = promise.made().touchpoint();
        String party = promise.made().party();
        List<Touchpoint> all =
                journey.touchpoints().stream().filter(VisitGate::isVisit).toList();
        if (named != null) {
            return all.stream().filter(each -> each.id().equals(named)).findFirst();
        }
        return party == null
                ? Optional.empty()
                : all.stream()
                        .filter(each -> party.equals(each.party()))
                        .findFirst()
                        .or(() -> unlessDrawnElsewhere(party, journey, all));
    }

    /** A party that the model doesn't name can only be one that an expression stands for. */
    private static Optional<Touchpoint> unlessDrawnElsewhere(String party, Journey journey, List<Touchpoint> visits) {
        boolean drawn = journey.touchpoints().stream().anyMatch(each -> party.equals(each.party()));
        return drawn
                ? Optional.empty()
                : visits.stream()
                        .filter(each -> each.party() != null && Property.isExpression(each.party()))
                        .findFirst();
    }

    static boolean isVisit(Touchpoint touchpoint) {
        return Channel.VISIT.word().equals(touchpoint.channel());
    }

    /** What the visit of a promise lacks; empty if it is no visit. */
    Optional<Readiness> readiness(CaseFile file, Journey journey, Promise promise) {
        return visitOf(promise, journey)
                .map(visit -> visits.readiness(visit(file, visit, promise.made().party(), promise)));
    }

    /** What the visit of a promise lacks, for a reader; empty if it is no visit. */
    Optional<Readiness> readiness(Case about, Journey journey, Promise promise) {
        return visitOf(promise, journey)
                .map(visit -> visits.readiness(visit(
                        about,
                        visit,
                        promise.made().party(),
                        promise,
                        () -> cases.facts(about.caseId()),
                        () -> cases.latestContacts(about.caseId(), 1).stream().findFirst())));
    }

    private Visit visit(CaseFile file, Touchpoint touchpoint, @Nullable String party, @Nullable Promise promise) {
        return visit(file.view(), touchpoint, party, promise, () -> file.facts().all(), () -> file.contacts()
                .latest());
    }

    private Visit visit(
            Case about,
            Touchpoint touchpoint,
            @Nullable String party,
            @Nullable Promise promise,
            Supplier<List<ToldFact>> facts,
            Supplier<Optional<Contact>> latest) {
        return new Visit(
                about,
                touchpoint.id(),
                touchpoint.phase(),
                party,
                Channel.VISIT.word(),
                promise == null ? null : promise.made().from(),
                promise == null ? null : promise.made().to(),
                facts,
                () -> latest.get().orElse(null),
                () -> cases.customerOf(about).orElse(null));
    }

    /**
     * Checks what was promised after an entry, where a promised visit has a gate.
     *
     * @throws StepBlocked if a visit isn't ready and nobody gave a reason for sending the visitor all the same
     */
    void requireReadyAfter(int entry, CaseFile file, Journey journey) {
        if (journey.touchpoints().stream().noneMatch(each -> each.visitGate() != null)
                || !HandingOver.isSomebodyThere()) {
            return;
        }
        file.promises().open().stream().filter(each -> each.entry() > entry).forEach(each -> visitOf(each, journey)
                .filter(visit -> Handoff.BLOCK.equals(visit.visitGate()))
                .ifPresent(visit -> pass(
                        file, visits.readiness(visit(file, visit, each.made().party(), each)))));
    }

    /**
     * Checks a visit to which the journey comes.
     *
     * @throws StepBlocked as for one that is booked
     */
    void requireReady(CaseFile file, Touchpoint touchpoint, @Nullable String party, UnaryOperator<String> resolve) {
        String gate = touchpoint.visitGate() == null ? null : resolve.apply(touchpoint.visitGate());
        if (!Handoff.BLOCK.equals(gate) || !HandingOver.isSomebodyThere()) {
            return;
        }
        Promise booked = file.promises().open().stream()
                .filter(each -> touchpoint.id().equals(each.made().touchpoint())
                        || each.made().touchpoint() == null
                                && party != null
                                && Objects.equals(party, each.made().party()))
                .findFirst()
                .orElse(null);
        pass(file, visits.readiness(visit(file, touchpoint, party, booked)));
    }

    private static void pass(CaseFile file, Readiness readiness) {
        List<String> missing = readiness.words();
        if (!missing.isEmpty() && !file.overrides().pass(readiness.visit(), missing)) {
            String who = readiness.party() == null ? "" : " of '" + readiness.party() + "'";
            throw new StepBlocked(
                    StepBlocked.Gate.VISIT,
                    "the visit '" + readiness.visit() + "'" + who + " isn't ready, missing: "
                            + String.join("; ", missing)
                            + ". Nothing was recorded. Mend it, or give a reason for going all the same ("
                            + Touchpoint.OVERRIDE_REASON + ", over REST override.reason).",
                    missing);
        }
    }
}

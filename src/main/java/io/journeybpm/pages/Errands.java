package io.journeybpm.pages;

import io.journeybpm.engine.AnnouncedVisits;
import io.journeybpm.engine.AnnouncedVisits.Waiting;
import io.journeybpm.engine.Journeys;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.LedgerProblem.CaseUnknown;
import io.journeybpm.ledger.Link;
import io.journeybpm.ledger.NewLink;
import io.journeybpm.ledger.NewPromise;
import io.journeybpm.ledger.Promise;
import io.journeybpm.ledger.VisitRecords;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out what a visitor was sent for. */
final class Errands {

    private final Cases cases;
    private final VisitRecords records;
    private final AnnouncedVisits visits;
    private final Journeys journeys;

    Errands(Cases cases, VisitRecords records, AnnouncedVisits visits, Journeys journeys) {
        this.cases = cases;
        this.records = records;
        this.visits = visits;
        this.journeys = journeys;
    }

    Errand of(Link link) {
        Case about = cases.find(link.caseId()).orElseThrow(() -> new CaseUnknown(link.caseId()));
        NewLink made = link.made();
        NewPromise promised = Optional.ofNullable(made.promise())
                .flatMap(entry -> cases.promise(about.caseId(), entry))
                .map(Promise::made)
                .orElse(null);
        String touchpoint = first(made.touchpoint(), promised == null ? null : promised.touchpoint());
        String party = first(made.party(), promised == null ? null : promised.party());
        Waiting waiting = about.status() == Case.Status.CLOSED ? null : waiting(made, touchpoint, party);
        Contact answer =
                records.reportedAs(about.caseId(), Errand.externalId(link)).orElse(null);
        Contact reported = answer != null || waiting != null ? null : reported(link, touchpoint, party);
        Contact recorded = answer == null ? reported : answer;
        String place = waiting == null || recorded != null ? place(recorded, touchpoint) : waiting.touchpoint();
        String visitor = first(party, waiting == null ? null : waiting.party());
        boolean adHoc = made.activityInstance() == null && !isDrawn(about, touchpoint);
        return new Errand(
                link,
                about,
                waiting,
                // what is promised after a visit is another one's
                recorded == null ? promise(about, made, place, visitor) : null,
                answer,
                reported,
                place,
                visitor,
                adHoc);
    }

    private static @Nullable String place(@Nullable Contact recorded, @Nullable String touchpoint) {
        return first(
                touchpoint,
                recorded == null ? null : recorded.reported().place().touchpoint());
    }

    private @Nullable Contact reported(Link link, @Nullable String touchpoint, @Nullable String party) {
        return records.reported(link.caseId(), link.made().activityInstance(), touchpoint, party, link.madeAt())
                .orElse(null);
    }

    private boolean isDrawn(Case about, @Nullable String touchpoint) {
        return touchpoint != null
                && journeys.latest(about.journey())
                        .flatMap(each -> each.touchpoint(touchpoint))
                        .isPresent();
    }

    /** The one that is meant: named, at the touchpoint named, or waiting for the party; of several the party's first. */
    private @Nullable Waiting waiting(NewLink made, @Nullable String touchpoint, @Nullable String party) {
        List<Waiting> meant = visits.waiting(made.caseId()).stream()
                .filter(each -> made.activityInstance() == null
                        || made.activityInstance().equals(each.activityInstanceId()))
                .filter(each -> touchpoint == null
                        ? made.activityInstance() != null || Objects.equals(party, each.party())
                        : touchpoint.equals(each.touchpoint()))
                .toList();
        return meant.stream()
                .filter(each -> party == null || party.equals(each.party()))
                .findFirst()
                .orElse(meant.isEmpty() ? null : meant.get(0));
    }

    /** The one named, else one for the touchpoint, else one for its party, soonest first. */
    private static @Nullable Promise promise(
            Case about, NewLink made, @Nullable String touchpoint, @Nullable String party) {
        List<Promise> open = about.openPromises();
        return open.stream()
                .filter(each -> made.promise() != null && made.promise() == each.entry())
                .findFirst()
                .or(() -> open.stream()
                        .filter(each -> touchpoint != null
                                && touchpoint.equals(each.made().touchpoint()))
                        .findFirst())
                .or(() -> open.stream()
                        .filter(each -> each.made().touchpoint() == null
                                && party != null
                                && party.equals(each.made().party()))
                        .findFirst())
                .orElse(null);
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one != null ? one : other;
    }
}

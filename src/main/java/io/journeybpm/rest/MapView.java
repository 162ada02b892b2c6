package io.journeybpm.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.journeybpm.insight.Happening;
import io.journeybpm.insight.JourneyMap;
import io.journeybpm.journey.Journey;
import io.journeybpm.rest.CaseView.CostView;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A journey as modelled, with what happened on it. Where the journey isn't deployed, only what happened.
 *
 * @param key the process's key
 * @param version the latest, counted from 1
 * @param title what people read
 * @param definition the engine's id of this version
 * @param since when the first case was opened; null without any
 * @param upTo what was written before this is in
 * @param cases cases opened
 * @param closedCases of these, closed ones
 * @param happened everything that happened
 * @param phases in the order they are drawn
 * @param touchpoints in the order they are drawn
 * @param handoffs between parties: drawn ones, and what happened, the busiest first
 * @param adHoc what happened at no drawn touchpoint and in no drawn phase
 * @param parties what each party did, those that caused most first
 * @param reasons why customers came, the most frequent first; what the journey doesn't list is {@code other}
 */
record MapView(
        String key,
        @Nullable Integer version,
        @Nullable String title,
        @Nullable String definition,
        @Nullable Instant since,
        Instant upTo,
        long cases,
        long closedCases,
        HappenedView happened,
        List<PhaseOnMap> phases,
        List<TouchpointOnMap> touchpoints,
        List<HandoffOnMap> handoffs,
        List<AdHocView> adHoc,
        List<PartyView> parties,
        List<JourneyMap.OfReason> reasons) {

    /**
     * A phase.
     *
     * @param id the sub-process's BPMN element id
     * @param title what people read
     * @param cases cases with a contact in it
     * @param happened in it, promises given in it
     * @param effort what it cost the customers
     * @param adHoc what happened in it at no drawn touchpoint
     */
    record PhaseOnMap(
            String id, String title, long cases, HappenedView happened, MeanEffortView effort, List<AdHocView> adHoc) {}

    /**
     * A touchpoint.
     *
     * @param touchpoint as modelled
     * @param cases cases that met it
     * @param skipped closed cases that never did
     * @param missing cases that never did, of those that are closed or have come to a later phase
     * @param irregular contacts at it right after one in a later phase
     * @param happened at it, promises meant for it
     * @param effort what it cost the customers
     */
    record TouchpointOnMap(
            @JsonUnwrapped JourneyView.TouchpointView touchpoint,
            long cases,
            long skipped,
            long missing,
            long irregular,
            HappenedView happened,
            MeanEffortView effort) {}

    /**
     * What happened at no drawn touchpoint.
     *
     * @param touchpoint what senders called it
     * @param phase in which it happened
     * @param cases cases that met it; 0 where it has no name
     * @param happened there
     */
    record AdHocView(@Nullable String touchpoint, @Nullable String phase, long cases, HappenedView happened) {}

    /**
     * What happened; voided contacts are left out.
     *
     * @param contacts of any outcome
     * @param outcomes how many ended how
     * @param counted that count against their case
     * @param planned of the counted ones
     * @param repeated that took place where their case had been before
     * @param repeatedQuestions questions the customers had answered before
     * @param redirects that sent the customer on
     * @param reworkContacts that returned to something done before
     * @param caused contacts anywhere in the journey that go back to one here
     * @param conductIncidents what went badly in how somebody behaved
     * @param processIncidents what went badly in how the work is organised
     * @param scores given, from 0 to 100
     * @param costs by payer and currency
     * @param waits since the contact of the case before
     * @param handoffs waits of contacts by another party than the one before
     * @param promises kept and broken
     */
    record HappenedView(
            long contacts,
            Map<String, Long> outcomes,
            long counted,
            long planned,
            long repeated,
            long repeatedQuestions,
            long redirects,
            long reworkContacts,
            long caused,
            long conductIncidents,
            long processIncidents,
            ScoresView scores,
            List<CostView> costs,
            WaitsView waits,
            WaitsView handoffs,
            PromisesKept promises) {

        static HappenedView of(Happening shown) {
            Map<String, Long> outcomes = new LinkedHashMap<>();
            shown.outcomes().forEach((outcome, count) -> outcomes.put(outcome.word(), count));
            return new HappenedView(
                    shown.contacts(),
                    outcomes,
                    shown.counted(),
                    shown.planned(),
                    shown.repeated(),
                    shown.repeatedQuestions(),
                    shown.redirects(),
                    shown.reworkContacts(),
                    shown.caused(),
                    shown.conductIncidents(),
                    shown.processIncidents(),
                    new ScoresView(shown.scores(), shown.meanScore()),
                    shown.costs().stream()
                            .flatMap(each -> Stream.of(
                                    CostView.of(CostBody.Payer.COMPANY, each.company(), each.currency()),
                                    CostView.of(CostBody.Payer.CUSTOMER, each.customer(), each.currency())))
                            .toList(),
                    WaitsView.of(shown.waits(), shown.meanWait()),
                    WaitsView.of(shown.handoffs(), shown.meanHandoffWait()),
                    new PromisesKept(
                            shown.promises().kept(),
                            shown.promises().late(),
                            shown.promises().broken()));
        }
    }

    /**
     * Scores, whatever their scale, from 0 to 100.
     *
     * @param count how many
     * @param mean null without any
     */
    record ScoresView(long count, @Nullable BigDecimal mean) {}

    /**
     * How long customers waited.
     *
     * @param count how often
     * @param mean ISO-8601 duration; null without any
     */
    record WaitsView(long count, @Nullable String mean) {

        static WaitsView of(long count, @Nullable Duration mean) {
            return new WaitsView(count, mean == null ? null : mean.toString());
        }
    }

    /**
     * What became of promises.
     *
     * @param kept within their window or late
     * @param late of the kept ones
     * @param broken those that were not
     */
    record PromisesKept(long kept, long late, long broken) {}

    static MapView of(String key, @Nullable Journey model, JourneyMap shown) {
        return new MapView(
                key,
                model == null ? null : model.version(),
                model == null ? null : model.title(),
                model == null ? null : model.definition(),
                shown.since(),
                shown.upTo(),
                shown.cases(),
                shown.closedCases(),
                HappenedView.of(shown.all()),
                shown.phases().stream().map(MapView::phase).toList(),
                shown.touchpoints().stream().map(MapView::touchpoint).toList(),
                HandoffOnMap.of(model == null ? List.of() : model.handoffs(), shown.boundaries()),
                adHoc(shown.elsewhere()),
                shown.parties().stream().map(PartyView::of).toList(),
                shown.reasons());
    }

    private static PhaseOnMap phase(JourneyMap.OnPhase shown) {
        return new PhaseOnMap(
                shown.phase().id(),
                shown.phase().title(),
                shown.cases(),
                HappenedView.of(shown.happened()),
                MeanEffortView.of(shown.effort()),
                adHoc(shown.adHoc()));
    }

    private static TouchpointOnMap touchpoint(JourneyMap.OnTouchpoint shown) {
        return new TouchpointOnMap(
                JourneyView.TouchpointView.of(shown.touchpoint()),
                shown.cases(),
                shown.skipped(),
                shown.deviations().missing(),
                shown.deviations().irregular(),
                HappenedView.of(shown.happened()),
                MeanEffortView.of(shown.effort()));
    }

    private static List<AdHocView> adHoc(List<JourneyMap.AdHoc> shown) {
        return shown.stream()
                .map(each ->
                        new AdHocView(each.touchpoint(), each.phase(), each.cases(), HappenedView.of(each.happened())))
                .toList();
    }
}

package io.journeybpm.rest;

import io.journeybpm.engine.Journeys.Problem;
import io.journeybpm.journey.Handoff;
import io.journeybpm.journey.Journey;
import io.journeybpm.journey.Phase;
import io.journeybpm.journey.Touchpoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A journey as modelled.
 *
 * @param key the process's key
 * @param version counted from 1
 * @param title what people read
 * @param definition the engine's id of this version
 * @param phases in the order they are drawn
 * @param touchpoints in the order they are drawn
 * @param handoffs drawn ones
 * @param reasons why customers come, as its owner has listed them
 * @param problems what today's rules find in it and in its decision table; it runs all the same
 */
record JourneyView(
        String key,
        int version,
        String title,
        String definition,
        List<Phase> phases,
        List<TouchpointView> touchpoints,
        List<Handoff> handoffs,
        List<String> reasons,
        List<Problem> problems) {

    /**
     * A journey in a list.
     *
     * @param key the process's key
     * @param version the latest
     * @param title what people read
     * @param phases how many
     * @param touchpoints how many
     */
    record Summary(String key, int version, String title, int phases, int touchpoints) {

        static Summary of(Journey shown) {
            return new Summary(
                    shown.key(),
                    shown.version(),
                    shown.title(),
                    shown.phases().size(),
                    shown.touchpoints().size());
        }
    }

    /**
     * What something costs by default, as it is drawn.
     *
     * @param company such as {@code 1850 DKK}
     * @param customer such as {@code 0 DKK}
     */
    record CostsView(@Nullable String company, @Nullable String customer) {}

    /**
     * A touchpoint; texts are as drawn and may be expressions.
     *
     * @param id its BPMN element id, which is its key
     * @param title what people read
     * @param element the kind of BPMN element
     * @param phase id of its phase
     * @param channel the way it takes
     * @param party who meets the customer
     * @param direction who starts it
     * @param moment {@code truth} or {@code normal}
     * @param counts whether it counts against the case, where the owner said so
     * @param costs by default
     * @param promise what is promised next
     * @param promiseWithin ISO-8601 duration in which
     * @param handoff the handoff drawn on it
     */
    record TouchpointView(
            String id,
            String title,
            String element,
            @Nullable String phase,
            @Nullable String channel,
            @Nullable String party,
            @Nullable String direction,
            @Nullable String moment,
            @Nullable String counts,
            CostsView costs,
            @Nullable String promise,
            @Nullable String promiseWithin,
            @Nullable Handoff handoff) {

        static TouchpointView of(Touchpoint shown) {
            return new TouchpointView(
                    shown.id(),
                    shown.title(),
                    shown.element(),
                    shown.phase(),
                    shown.channel(),
                    shown.party(),
                    shown.direction(),
                    shown.moment(),
                    shown.counts(),
                    new CostsView(shown.companyCost(), shown.customerCost()),
                    shown.promise(),
                    shown.promiseWithin(),
                    shown.handoff());
        }
    }

    static JourneyView of(Journey shown, List<Problem> problems) {
        return new JourneyView(
                shown.key(),
                shown.version(),
                shown.title(),
                shown.definition(),
                shown.phases(),
                shown.touchpoints().stream().map(TouchpointView::of).toList(),
                shown.handoffs(),
                shown.reasons(),
                problems);
    }
}

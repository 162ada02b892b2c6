package io.journeybpm.rest;

import io.journeybpm.insight.JourneyMap;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a place costs a customer besides money, on average over the cases with a contact there; null without any.
 * Variants of a journey that are drawn as phases are compared by it.
 *
 * @param total of the five that follow
 * @param extraInboundContacts how often the customer had to come back
 * @param redirects how often the customer was sent on
 * @param deadEnds how often the customer was sent away
 * @param repeatedQuestions how many questions the customer had answered before
 * @param channelSwitches how often the customer had to take another channel
 * @param contacts counted ones, planned or not; not part of the total
 * @param elapsed ISO-8601 duration from entering the phase to the last contact in it; null of a touchpoint
 */
record MeanEffortView(
        @Nullable BigDecimal total,
        @Nullable BigDecimal extraInboundContacts,
        @Nullable BigDecimal redirects,
        @Nullable BigDecimal deadEnds,
        @Nullable BigDecimal repeatedQuestions,
        @Nullable BigDecimal channelSwitches,
        @Nullable BigDecimal contacts,
        @Nullable String elapsed) {

    static MeanEffortView of(JourneyMap.Effort shown) {
        return new MeanEffortView(
                shown.total(),
                shown.extraInboundContacts(),
                shown.redirects(),
                shown.deadEnds(),
                shown.repeatedQuestions(),
                shown.channelSwitches(),
                shown.contacts(),
                shown.elapsed() == null ? null : shown.elapsed().toString());
    }
}

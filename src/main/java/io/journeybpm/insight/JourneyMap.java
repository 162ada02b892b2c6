package io.journeybpm.insight;

import io.journeybpm.journey.Phase;
import io.journeybpm.journey.Touchpoint;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A journey as drawn with what happened on it.
 *
 * @param cases cases opened
 * @param closedCases of these, closed ones
 * @param all everything that happened
 * @param phases as drawn, in their order
 * @param touchpoints as drawn, in their order
 * @param boundaries between parties, the busiest first
 * @param elsewhere what happened where nothing is drawn, outside of drawn phases
 * @param upTo what was written before this is in
 */
public record JourneyMap(
        long cases,
        long closedCases,
        Happening all,
        List<OnPhase> phases,
        List<OnTouchpoint> touchpoints,
        List<Boundary> boundaries,
        List<AdHoc> elsewhere,
        Instant upTo) {

    /**
     * A phase; what happened in it includes its ad hoc contacts.
     *
     * @param phase as drawn
     * @param cases cases with a contact in it
     * @param happened in it
     * @param effort what it cost the customers, on average
     * @param adHoc what happened in it at no drawn touchpoint
     */
    public record OnPhase(Phase phase, long cases, Happening happened, Effort effort, List<AdHoc> adHoc) {}

    /**
     * What a phase costs a customer, on average over the cases that had a contact in it. Variants of a journey that are
     * drawn as phases are compared by it. All of it is absent without any case.
     *
     * @param contacts counted ones
     * @param redirects contacts that sent the customer elsewhere
     * @param repeatedQuestions questions the customer had answered before
     * @param elapsed from entering the phase to the last contact in it
     */
    public record Effort(
            @Nullable BigDecimal contacts,
            @Nullable BigDecimal redirects,
            @Nullable BigDecimal repeatedQuestions,
            @Nullable Duration elapsed) {}

    /**
     * A touchpoint.
     *
     * @param touchpoint as drawn
     * @param cases cases that met it
     * @param skipped closed cases that never did
     * @param happened at it, in whatever phase
     */
    public record OnTouchpoint(Touchpoint touchpoint, long cases, long skipped, Happening happened) {}

    /**
     * What happened at no drawn touchpoint.
     *
     * @param touchpoint what senders called it; absent if they didn't
     * @param phase in which it happened
     * @param cases cases that met it; nothing where it has no name
     * @param happened there
     */
    public record AdHoc(
            @Nullable String touchpoint, @Nullable String phase, long cases, Happening happened) {}
}

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
 * @param beside all that happened where nothing is drawn, by channel and reason, the most frequent first
 * @param parties what each party did, those that caused most first
 * @param reasons why customers came, the most frequent first
 * @param since when its first case was opened; absent without any
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
        List<Beside> beside,
        List<OfParty> parties,
        List<OfReason> reasons,
        @Nullable Instant since,
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
     * What a phase or touchpoint costs a customer besides money, on average over the cases that were there. Variants of a
     * journey that are drawn as phases are compared by it. All of it is absent without any case.
     *
     * @param total of what follows, up to the switches of channels
     * @param extraInboundContacts how often the customer had to come back
     * @param redirects how often the customer was sent on
     * @param deadEnds how often the customer was sent away
     * @param repeatedQuestions questions the customer had answered before
     * @param channelSwitches how often the customer had to take another channel
     * @param contacts counted ones, planned or not; beside the total, as the time is
     * @param elapsed from entering the phase to the last contact in it; absent of a touchpoint
     */
    public record Effort(
            @Nullable BigDecimal total,
            @Nullable BigDecimal extraInboundContacts,
            @Nullable BigDecimal redirects,
            @Nullable BigDecimal deadEnds,
            @Nullable BigDecimal repeatedQuestions,
            @Nullable BigDecimal channelSwitches,
            @Nullable BigDecimal contacts,
            @Nullable Duration elapsed) {}

    /**
     * What one party did, wherever on the journey.
     *
     * @param party who met the customers
     * @param happened there
     */
    public record OfParty(String party, Happening happened) {}

    /**
     * Why customers came.
     *
     * @param reason a word the journey or everybody knows, or {@link Reasons#OTHER}
     * @param contacts of any outcome
     * @param share of all contacts whose reason is known, from 0 to 100
     */
    public record OfReason(String reason, long contacts, BigDecimal share) {}

    /**
     * A touchpoint.
     *
     * @param touchpoint as drawn
     * @param cases cases that met it
     * @param skipped closed cases that never did
     * @param deviations where cases left the drawn way there
     * @param happened at it, in whatever phase
     * @param effort what it cost the customers, on average
     */
    public record OnTouchpoint(
            Touchpoint touchpoint,
            long cases,
            long skipped,
            Deviations deviations,
            Happening happened,
            Effort effort) {}

    /**
     * Where cases left the drawn way, planned against actual. Phases come in the order they are drawn.
     *
     * @param passed cases that are past it: closed, or their latest contact lies in a later phase
     * @param missing of these, those that never met it; a contact that was missed is none
     * @param irregular contacts at it that came right after one in a later phase: a step back
     */
    public record Deviations(long passed, long missing, long irregular) {}

    /**
     * What happened at no drawn touchpoint of the model at that time.
     *
     * @param channel its word
     * @param reason why, in small letters, where somebody said so
     */
    public record Beside(String channel, @Nullable String reason, Happening happened) {}

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

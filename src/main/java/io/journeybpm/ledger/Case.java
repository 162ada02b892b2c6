package io.journeybpm.ledger;

import io.journeybpm.journey.Word;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A case as it stands.
 *
 * @param caseId the business key
 * @param journey the journey's key
 * @param version the journey's version the case runs on, where deployed
 * @param customer reference of the customer
 * @param status open or closed
 * @param openedAt since when
 * @param closedAt until when
 * @param closedReason why it was closed
 * @param processInstance the root process instance
 * @param phase the phase it is in
 * @param ambassador the user who stands for the company towards this customer
 * @param escalation how far it has escalated
 * @param reviews how many reviews it has seen
 * @param counts since it was opened
 * @param sinceReview since it was opened or last reviewed
 * @param parties how many parties met the customer
 * @param companyCost what the company paid
 * @param customerCost what it cost the customer
 * @param currency of both costs; absent while none is known
 * @param progress what was spent, and what came of it
 * @param lastContactAt the latest contact that took place
 * @param openPromises what is still to come, soonest first, unscheduled ones last
 * @param caused the entry of the latest contact that an earlier one made necessary
 * @param decisionFailed whether its last decision failed and waits to be asked again
 * @param briefs who has read what
 */
public record Case(
        String caseId,
        String journey,
        @Nullable Integer version,
        @Nullable String customer,
        Status status,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String closedReason,
        @Nullable String processInstance,
        @Nullable PhaseOfCase phase,
        @Nullable String ambassador,
        Escalation escalation,
        int reviews,
        Map<Count, Integer> counts,
        Map<Count, Integer> sinceReview,
        int parties,
        BigDecimal companyCost,
        BigDecimal customerCost,
        @Nullable String currency,
        Progress progress,
        @Nullable Instant lastContactAt,
        List<Promise> openPromises,
        @Nullable Integer caused,
        boolean decisionFailed,
        Briefs briefs) {

    /** Whether a case still runs. */
    public enum Status implements Word {
        OPEN,
        CLOSED
    }

    /**
     * The phase a case is in.
     *
     * @param id BPMN element id
     * @param title what people read
     * @param since when it was entered
     */
    public record PhaseOfCase(String id, String title, Instant since) {}

    /**
     * How far a case has come for what it took.
     *
     * @param completedPhases phases the case has left behind
     * @param contactsInPhase counted contacts in the phase it is in, since opened or last reviewed
     * @param companyCostInPhase what the contacts of that phase cost the company
     * @param customerCostInPhase what they cost the customer
     */
    public record Progress(
            int completedPhases, int contactsInPhase, BigDecimal companyCostInPhase, BigDecimal customerCostInPhase) {}

    /**
     * How far a case has escalated.
     *
     * @param level the level
     * @param since when it was reached
     * @param reason why
     */
    public record Escalation(
            Level level, Instant since, @Nullable String reason) {}
}

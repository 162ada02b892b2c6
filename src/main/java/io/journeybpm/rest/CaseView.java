package io.journeybpm.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Cause;
import io.journeybpm.ledger.Count;
import io.journeybpm.ledger.Effort;
import io.journeybpm.ledger.Promise;
import io.journeybpm.outreach.Customs;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A case as it stands.
 *
 * @param caseId the business key
 * @param journey the journey's key
 * @param version the version its journey runs on; null where the journey isn't deployed
 * @param phase id of the phase it is in
 * @param phaseTitle what people read
 * @param phaseSince when the phase was entered
 * @param status {@code open} or {@code closed}
 * @param ambassador the user who stands for the company towards this customer
 * @param customer the customer's reference
 * @param openedAt since when
 * @param closedAt until when
 * @param closedReason why it was closed
 * @param lastContactAt the latest contact that took place
 * @param reviews how many reviews it has seen
 * @param counts since it was opened, by the names of the decision's inputs
 * @param sinceReview since it was opened or last reviewed
 * @param parties how many parties met the customer
 * @param escalation how far it has escalated
 * @param decisionFailed whether its last decision failed and waits to be asked again
 * @param nextStep what comes next, if anything was promised
 * @param promises how many
 * @param costs by payer
 * @param effort what it costs the customer besides money
 * @param progress what the case took, and how far it has come for that
 * @param cause why the customer had to be met once more, of the latest contact that an earlier one made necessary; shown
 *     where one case is asked for
 * @param contactPolicy how the customer wants to be contacted, in words; only where one case is looked at
 */
record CaseView(
        String caseId,
        String journey,
        @Nullable Integer version,
        @Nullable String phase,
        @Nullable String phaseTitle,
        @Nullable Instant phaseSince,
        String status,
        @Nullable String ambassador,
        @Nullable String customer,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String closedReason,
        @Nullable Instant lastContactAt,
        int reviews,
        Map<Count, Integer> counts,
        Map<Count, Integer> sinceReview,
        int parties,
        LevelView escalation,
        boolean decisionFailed,
        @Nullable PromiseView nextStep,
        PromiseCounts promises,
        List<CostView> costs,
        EffortView effort,
        ProgressView progress,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable CauseView cause,

        @JsonInclude(JsonInclude.Include.NON_NULL) Customs.@Nullable Policy contactPolicy) {

    /**
     * How far a case has escalated.
     *
     * @param level the level
     * @param since when it was reached
     * @param reason why
     */
    record LevelView(String level, Instant since, @Nullable String reason) {}

    /**
     * Promises of a case.
     *
     * @param open still to come
     * @param dueSoon of these, the ones somebody was warned of in time
     * @param overdue of these, the ones whose window has closed
     * @param kept within their window or late
     * @param broken those that were not
     */
    record PromiseCounts(int open, int dueSoon, int overdue, int kept, int broken) {}

    /**
     * What one payer paid.
     *
     * @param payer {@code company} or {@code customer}
     * @param amount in all
     * @param currency ISO 4217
     */
    record CostView(String payer, BigDecimal amount, String currency) {

        static CostView of(CostBody.Payer payer, BigDecimal amount, String currency) {
            return new CostView(payer.word(), plain(amount), currency);
        }
    }

    /** Without trailing zeros, and never in scientific notation. */
    static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static CaseView of(Case shown, Instant now) {
        return of(shown, null, null, now);
    }

    static CaseView of(Case shown, @Nullable Cause cause, Customs.@Nullable Policy policy, Instant now) {
        Case.PhaseOfCase phase = shown.phase();
        List<Promise> open = shown.openPromises();
        return new CaseView(
                shown.caseId(),
                shown.journey(),
                shown.version(),
                phase == null ? null : phase.id(),
                phase == null ? null : phase.title(),
                phase == null ? null : phase.since(),
                shown.status().word(),
                shown.ambassador(),
                shown.customer(),
                shown.openedAt(),
                shown.closedAt(),
                shown.closedReason(),
                shown.lastContactAt(),
                shown.reviews(),
                shown.counts(),
                shown.sinceReview(),
                shown.parties(),
                levelOf(shown),
                shown.decisionFailed(),
                open.isEmpty() ? null : PromiseView.of(open.get(0), now),
                new PromiseCounts(
                        open.size(),
                        (int) open.stream().filter(each -> each.isDueSoon(now)).count(),
                        (int) open.stream().filter(each -> each.isOverdue(now)).count(),
                        shown.counts().getOrDefault(Count.KEPT_PROMISES, 0),
                        shown.counts().getOrDefault(Count.BROKEN_PROMISES, 0)),
                costsOf(shown),
                EffortView.of(shown, now),
                ProgressView.of(shown, now),
                CauseView.of(cause),
                policy);
    }

    /**
     * What the case costs the customer besides money: a sum, each part of it weighing one.
     *
     * @param total of all parts
     * @param extraInboundContacts how often the customer had to come back
     * @param redirects how often the customer was sent on
     * @param deadEnds how often the customer was sent away
     * @param repeatedQuestions how often the customer had to say again what was known
     * @param channelSwitches how often the customer had to take another channel
     * @param elapsed ISO-8601 duration the case has taken, or took; not part of the total
     */
    record EffortView(
            int total,
            int extraInboundContacts,
            int redirects,
            int deadEnds,
            int repeatedQuestions,
            int channelSwitches,
            String elapsed) {

        static EffortView of(Case shown, Instant now) {
            Effort effort = Effort.of(shown.counts());
            Instant until = shown.closedAt() == null ? now : shown.closedAt();
            Duration elapsed = Duration.between(shown.openedAt(), until);
            return new EffortView(
                    effort.total(),
                    effort.extraInboundContacts(),
                    effort.redirects(),
                    effort.deadEnds(),
                    effort.repeatedQuestions(),
                    effort.channelSwitches(),
                    Duration.ofSeconds(Math.max(0, elapsed.toSeconds())).toString());
        }
    }

    static LevelView levelOf(Case shown) {
        Case.Escalation escalation = shown.escalation();
        return new LevelView(escalation.level().word(), escalation.since(), escalation.reason());
    }

    private static List<CostView> costsOf(Case shown) {
        String currency = shown.currency();
        return currency == null
                ? List.of()
                : List.of(
                        CostView.of(CostBody.Payer.COMPANY, shown.companyCost(), currency),
                        CostView.of(CostBody.Payer.CUSTOMER, shown.customerCost(), currency));
    }
}

package io.journeybpm.rest;

import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Promise;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case in a few words, to be chosen from several.
 *
 * @param caseId the business key
 * @param journey the journey's key
 * @param customer the customer's reference
 * @param status {@code open} or {@code closed}
 * @param phaseTitle the phase it is in
 * @param level how far it has escalated
 * @param ambassador the user who stands for the company towards this customer
 * @param openedAt since when
 * @param lastContactAt the latest contact that took place
 * @param nextStep what comes next, if anything was promised
 */
record CaseLine(
        String caseId,
        String journey,
        @Nullable String customer,
        String status,
        @Nullable String phaseTitle,
        String level,
        @Nullable String ambassador,
        Instant openedAt,
        @Nullable Instant lastContactAt,
        BriefView.@Nullable Step nextStep) {

    static CaseLine of(Case shown, Instant now) {
        List<Promise> open = shown.openPromises();
        return new CaseLine(
                shown.caseId(),
                shown.journey(),
                shown.customer(),
                shown.status().word(),
                shown.phase() == null ? null : shown.phase().title(),
                shown.escalation().level().word(),
                shown.ambassador(),
                shown.openedAt(),
                shown.lastContactAt(),
                open.isEmpty() ? null : BriefView.Step.of(open.get(0), now, null));
    }
}

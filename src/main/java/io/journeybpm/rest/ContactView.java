package io.journeybpm.rest;

import io.journeybpm.ledger.Cause;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.Costs;
import io.journeybpm.ledger.EntryId;
import io.journeybpm.ledger.Incident;
import io.journeybpm.ledger.NewContact;
import io.journeybpm.ledger.Score;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contact as it stands in the ledger.
 *
 * @param contactId its id
 * @param touchpoint key of the touchpoint, or what the sender called it
 * @param title what people read
 * @param phase id of the phase it belongs to
 * @param channel the way it took
 * @param direction who started it
 * @param party who met the customer
 * @param user the person who did
 * @param outcome how it ended
 * @param occurredAt when it happened
 * @param recordedAt when the ledger took it
 * @param counted whether it counts against the case
 * @param planned whether it was the first completion of a modelled touchpoint
 * @param rework whether it returned to something done before
 * @param briefed whether its party had acknowledged a brief
 * @param causedBy id of the contact that made it necessary
 * @param cause that contact, and the one it all goes back to
 * @param reason why the customer came
 * @param incidents what went badly
 * @param repeatedQuestions how many questions the customer had answered before
 * @param redirectedTo where the customer was sent
 * @param costs by payer
 * @param score what the customer said
 * @param note free text
 * @param open what is left to do
 * @param externalId the sender's own id
 * @param purpose what the company made it for, where somebody said so
 */
record ContactView(
        String contactId,
        @Nullable String touchpoint,
        @Nullable String title,
        @Nullable String phase,
        String channel,
        String direction,
        @Nullable String party,
        @Nullable String user,
        String outcome,
        Instant occurredAt,
        Instant recordedAt,
        boolean counted,
        boolean planned,
        boolean rework,
        boolean briefed,
        @Nullable String causedBy,
        @Nullable CauseView cause,
        @Nullable String reason,
        List<IncidentView> incidents,
        int repeatedQuestions,
        @Nullable String redirectedTo,
        List<CaseView.CostView> costs,
        @Nullable ScoreView score,
        @Nullable String note,
        @Nullable String open,
        @Nullable String externalId,
        @Nullable String purpose) {

    /**
     * What a customer said.
     *
     * @param scale that was asked
     * @param value on that scale
     * @param percent of the way from the scale's worst to its best end
     */
    record ScoreView(String scale, BigDecimal value, BigDecimal percent) {

        static @Nullable ScoreView of(@Nullable Score score) {
            return score == null ? null : new ScoreView(score.scale(), score.value(), score.percent());
        }
    }

    /**
     * Something that went badly.
     *
     * @param kind {@code conduct} or {@code process}
     * @param what in a word or two
     */
    record IncidentView(String kind, String what) {

        static IncidentView of(Incident incident) {
            return new IncidentView(incident.kind().word(), incident.what());
        }
    }

    static ContactView of(Contact shown, @Nullable Cause cause) {
        NewContact said = shown.reported();
        return new ContactView(
                shown.id(),
                said.place().touchpoint(),
                said.place().title(),
                shown.phase(),
                said.channel().word(),
                said.direction().word(),
                said.party(),
                said.user(),
                said.outcome().word(),
                shown.occurredAt(),
                shown.recordedAt(),
                shown.counted(),
                shown.planned(),
                shown.rework(),
                shown.briefed(),
                causedBy(shown, cause),
                CauseView.of(cause),
                said.reason(),
                said.incidents().stream().map(IncidentView::of).toList(),
                said.repeatedQuestions(),
                said.redirectedTo(),
                costsOf(said.costs()),
                ScoreView.of(said.score()),
                said.note(),
                said.leftOpen(),
                said.externalId(),
                said.purpose() == null ? null : said.purpose().word());
    }

    private static @Nullable String causedBy(Contact shown, @Nullable Cause cause) {
        if (cause != null) {
            return cause.of().id();
        }
        return shown.causedBy() == null ? null : EntryId.of(shown.caseId(), shown.causedBy());
    }

    private static List<CaseView.CostView> costsOf(Costs costs) {
        List<CaseView.CostView> shown = new ArrayList<>();
        String currency = costs.currency();
        if (currency != null && costs.company() != null) {
            shown.add(CaseView.CostView.of(CostBody.Payer.COMPANY, costs.company(), currency));
        }
        if (currency != null && costs.customer() != null) {
            shown.add(CaseView.CostView.of(CostBody.Payer.CUSTOMER, costs.customer(), currency));
        }
        return shown;
    }
}

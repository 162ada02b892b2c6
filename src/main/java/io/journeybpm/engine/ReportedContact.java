package io.journeybpm.engine;

import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Direction;
import io.journeybpm.journey.Outcome;
import io.journeybpm.journey.Purpose;
import io.journeybpm.ledger.Costs;
import io.journeybpm.ledger.Incident;
import io.journeybpm.ledger.NewPromise;
import io.journeybpm.ledger.Score;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contact as somebody outside reports it; what is absent comes from the model.
 *
 * @param touchpoint key of the touchpoint; absent: ad hoc
 * @param activityInstanceId which of several waiting touchpoints is meant
 * @param channel absent: as modelled
 * @param direction absent: as modelled, else a visit is outbound and all else inbound
 * @param party absent: as modelled
 * @param user who met the customer
 * @param outcome absent: done
 * @param occurredAt absent: now
 * @param causedBy entry of the contact that made this one necessary
 * @param reason why the customer came
 * @param incidents what went badly
 * @param repeatedQuestions questions the customer had answered before
 * @param redirectedTo where the customer was sent
 * @param costs absent parts: as modelled
 * @param score what the customer said
 * @param note free text
 * @param leftOpen what is left to do
 * @param nextStep what was promised next; absent: as modelled
 * @param counts absent: as modelled, else by channel
 * @param externalId the sender's own id
 * @param keeps entry of the promise it keeps; absent: the one that fits best
 * @param purpose what the company made it for; absent: as modelled
 */
@RecordBuilder
@RecordBuilder.Options(useImmutableCollections = true)
public record ReportedContact(
        @Nullable String touchpoint,
        @Nullable String activityInstanceId,
        @Nullable Channel channel,
        @Nullable Direction direction,
        @Nullable String party,
        @Nullable String user,
        @Nullable Outcome outcome,
        @Nullable Instant occurredAt,
        @Nullable Integer causedBy,
        @Nullable String reason,
        List<Incident> incidents,
        int repeatedQuestions,
        @Nullable String redirectedTo,
        Costs costs,
        @Nullable Score score,
        @Nullable String note,
        @Nullable String leftOpen,
        @Nullable NewPromise nextStep,
        @Nullable Boolean counts,
        @Nullable String externalId,
        @Nullable Integer keeps,
        @Nullable Purpose purpose) {

    /** Says nothing yet but that nothing is known of any costs. */
    public static ReportedContactBuilder builder() {
        return ReportedContactBuilder.builder().costs(Costs.UNKNOWN);
    }
}

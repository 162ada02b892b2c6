package io.journeybpm.ledger;

import io.journeybpm.journey.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A contact as it stands in the ledger.
 *
 * @param caseId the case
 * @param entry its number among all entries of the case, in the order of recording
 * @param reported what was reported
 * @param occurredAt when it happened, to the millisecond
 * @param recordedAt when the ledger took it
 * @param phase the phase it belongs to
 * @param review how many reviews the case had seen when it was recorded
 * @param counted whether it counts against the case
 * @param briefed whether its party had acknowledged a brief
 * @param planned as classified when it was recorded
 * @param rework as classified when it was recorded
 * @param causedBy the entry that caused it, reported or derived
 * @param forgottenFacts how many facts told before its touchpoint was left without
 */
public record Contact(
        String caseId,
        int entry,
        NewContact reported,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable String phase,
        int review,
        boolean counted,
        boolean briefed,
        boolean planned,
        boolean rework,
        @Nullable Integer causedBy,
        int forgottenFacts)
        implements TimelineEntry {

    @Override
    public Instant at() {
        return occurredAt;
    }

    /** The id outside: unique over all cases. */
    public String id() {
        return EntryId.of(caseId, entry);
    }

    /** How it ended. */
    public Outcome outcome() {
        return reported.outcome();
    }

    Contact classified(Counted step) {
        Integer cause = causedBy != null ? causedBy : step.returnsTo();
        return new Contact(
                caseId,
                entry,
                reported,
                occurredAt,
                recordedAt,
                phase,
                review,
                counted,
                briefed,
                step.planned(),
                step.rework(),
                cause,
                forgottenFacts);
    }
}

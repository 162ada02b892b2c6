package io.journeybpm.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.journeybpm.engine.RunningCases.RecordedContact;
import io.journeybpm.escalation.Escalations.Assessment;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Promise;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is answered to those who act on a case: what they made, the case after it, and what the decision said. */
final class Answered {

    private Answered() {}

    /**
     * A contact was recorded.
     *
     * @param contactId its id
     * @param planned whether it was the first completion of a modelled touchpoint
     * @param rework whether it returned to something done before
     * @param counted whether it counts against the case
     * @param completed id of the BPMN element whose wait it completed
     * @param nearest ids of touchpoints whose names come nearest, where the model lacks the one reported
     * @param mergeable visits planned for the same customer at about the time of the next step that was reported
     * @param after the case right after it
     * @param escalation what the decision said
     */
    record ContactAnswer(
            String contactId,
            boolean planned,
            boolean rework,
            boolean counted,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String completed,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> nearest,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PlannedVisitView> mergeable,
            @JsonProperty("case") CaseView after,
            AssessmentView escalation) {

        static ContactAnswer of(RecordedContact recorded, List<Promise> mergeable, Instant now) {
            return new ContactAnswer(
                    recorded.contact().id(),
                    recorded.contact().planned(),
                    recorded.contact().rework(),
                    recorded.contact().counted(),
                    recorded.completed(),
                    recorded.nearest(),
                    mergeable.stream().map(PlannedVisitView::of).toList(),
                    CaseView.of(recorded.after(), now),
                    AssessmentView.of(recorded.after(), recorded.assessment()));
        }
    }

    /**
     * The decision was asked, or the level raised by hand.
     *
     * @param after the case right after it
     * @param escalation what came of it
     */
    record DecisionAnswer(@JsonProperty("case") CaseView after, AssessmentView escalation) {

        static DecisionAnswer of(Case after, Assessment assessed, Instant now) {
            return new DecisionAnswer(CaseView.of(after, now), AssessmentView.of(after, assessed));
        }
    }

    /**
     * It was found out what made a contact necessary.
     *
     * @param contactId its id
     * @param causedBy the id of the one that did
     * @param reason how that is known
     */
    record CauseAnswer(String contactId, String causedBy, String reason) {}

    /**
     * A contact was voided.
     *
     * @param contactId its id
     * @param voided always true
     * @param reason why
     * @param after the case without it
     */
    record VoidAnswer(
            String contactId,
            boolean voided,
            String reason,
            @JsonProperty("case") CaseView after) {}
}

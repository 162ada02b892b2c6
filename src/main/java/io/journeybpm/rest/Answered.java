package io.journeybpm.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.journeybpm.engine.Briefings.Announced;
import io.journeybpm.engine.Briefings.Handed;
import io.journeybpm.engine.RunningCases.RecordedContact;
import io.journeybpm.escalation.Escalations.Assessment;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.HandoffEntry;
import io.journeybpm.ledger.Promise;
import java.time.Instant;
import java.util.Comparator;
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
     * @param handoff what was handed over, with what its brief still lacks
     * @param readiness whether the visit that was booked can do what it is for
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

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            HandedView handoff,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            ReadinessView readiness,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> nearest,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PlannedVisitView> mergeable,
            @JsonProperty("case") CaseView after,
            AssessmentView escalation) {

        static ContactAnswer of(RecordedContact recorded, Announced announced, List<Promise> mergeable, Instant now) {
            return new ContactAnswer(
                    recorded.contact().id(),
                    recorded.contact().planned(),
                    recorded.contact().rework(),
                    recorded.contact().counted(),
                    recorded.completed(),
                    HandedView.of(announced),
                    ReadinessView.worst(announced.visits()),
                    recorded.nearest(),
                    mergeable.stream().map(PlannedVisitView::of).toList(),
                    CaseView.of(recorded.after(), now),
                    AssessmentView.of(recorded.after(), recorded.assessment()));
        }
    }

    /**
     * One case.
     *
     * @param shown as it stands
     * @param readiness whether the next step, if it is a visit, can do what it is for
     */
    record CaseAnswer(
            @JsonUnwrapped CaseView shown,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            ReadinessView readiness) {}

    /**
     * What was handed over.
     *
     * @param handoffId its id
     * @param to who takes over
     * @param missing what its brief still lacks, in the words of the model
     */
    record HandedView(String handoffId, String to, List<String> missing) {

        /** Of several handoffs the one whose brief lacks most; null without any. */
        static @Nullable HandedView of(Announced announced) {
            return announced.handoffs().stream()
                    .max(Comparator.comparingInt(each -> each.missing().size()))
                    .map(each -> new HandedView(
                            each.handoff().id(), each.handoff().made().to(), each.missing()))
                    .orElse(null);
        }
    }

    /**
     * A handoff was made.
     *
     * @param handoff as it stands
     * @param readiness whether the visit that was booked with it can do what it is for
     */
    record HandoffAnswer(
            @JsonUnwrapped HandoffView handoff,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            ReadinessView readiness) {

        static HandoffAnswer of(HandoffEntry made, Announced announced) {
            List<String> missing = announced.handoffs().stream()
                    .filter(each -> each.handoff().entry() == made.entry())
                    .findFirst()
                    .map(Handed::missing)
                    .orElse(List.of());
            return new HandoffAnswer(HandoffView.of(made, missing, null), ReadinessView.worst(announced.visits()));
        }
    }

    /**
     * A promise was made.
     *
     * @param promise as it stands
     * @param readiness whether the visit it books can do what it is for
     */
    record PromiseAnswer(
            @JsonUnwrapped PromiseView promise,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            ReadinessView readiness) {}

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

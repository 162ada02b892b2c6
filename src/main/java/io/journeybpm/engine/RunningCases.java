package io.journeybpm.engine;

import io.journeybpm.escalation.Escalations.Assessment;
import io.journeybpm.journey.Journey;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.Customer;
import io.journeybpm.ledger.Fact;
import io.journeybpm.ledger.HandoffEntry;
import io.journeybpm.ledger.Level;
import io.journeybpm.ledger.NewHandoff;
import io.journeybpm.ledger.NewPromise;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Cases together with the processes that run them: the one way in for everything that does not happen inside a process
 * instance. Every method is one transaction, or part of the caller's; deadlocks and optimistic locking are the caller's
 * to retry.
 */
public interface RunningCases {

    /**
     * Opens a case and starts its journey.
     *
     * @throws JourneyUnknown if no journey with this key is deployed
     * @throws io.journeybpm.ledger.LedgerProblem.CaseExists if the case id was used before
     */
    Case open(NewRun run);

    /**
     * Records a contact; where its touchpoint is waiting in the case, completes that wait, which records it.
     *
     * @param variables what the process needs to know besides, such as the answers of the touchpoint's form; used only
     *     where a wait is completed
     * @throws ChannelMissing if neither the report nor the model names a channel
     * @throws SeveralWaiting if several touchpoints wait and the report doesn't choose one
     * @throws io.journeybpm.ledger.LedgerProblem if the ledger refuses it
     */
    RecordedContact record(String caseId, ReportedContact report, Map<String, Object> variables);

    /** As {@link #record(String, ReportedContact, Map)}, without variables. */
    default RecordedContact record(String caseId, ReportedContact report) {
        return record(caseId, report, Map.of());
    }

    /** Asks the decision again, after breaking promises whose window has closed. */
    Assessment decide(String caseId);

    /** Closes the escalation, sets the level, re-arms the table. */
    Case review(String caseId, Level level, String reason, @Nullable String actor);

    /** Raises the level by hand; a level not above the case's changes nothing. */
    Assessment raise(String caseId, Level level, String reason, @Nullable String actor);

    /** Hands over; asks the decision. */
    HandoffEntry handOff(String caseId, NewHandoff handoff, @Nullable NewPromise nextStep, @Nullable String actor);

    /** Closes the case and ends what runs for it. */
    Case close(String caseId, String reason, @Nullable String actor);

    /** Changes a case without a contact; the decision isn't asked. */
    <T> T change(String caseId, Function<CaseFile, T> change);

    /** The journey a case runs on; empty where none of that name is deployed. */
    Optional<Journey> journey(Case about);

    /**
     * A case to open.
     *
     * @param journey the journey's key
     * @param caseId the business key
     * @param customer who it is about
     * @param facts what is known from the start
     * @param promises what was promised before the case began
     * @param variables for the process
     */
    record NewRun(
            String journey,
            String caseId,
            @Nullable Customer customer,
            List<Fact> facts,
            List<NewPromise> promises,
            Map<String, Object> variables) {}

    /**
     * A contact with what it led to.
     *
     * @param contact the ledger's entry
     * @param after the case right after it
     * @param assessment what the decision said
     * @param completed id of the BPMN element whose wait it completed
     * @param nearest ids of touchpoints whose names come nearest, where the model lacks the one reported
     * @param repeated whether the sender had reported it before; nothing was written then
     */
    record RecordedContact(
            Contact contact,
            Case after,
            Assessment assessment,
            @Nullable String completed,
            List<String> nearest,
            boolean repeated) {}

    /** No journey with this key is deployed. */
    final class JourneyUnknown extends RuntimeException {
        public JourneyUnknown(String key) {
            super("no journey '" + key + "' is deployed");
        }
    }

    /** Neither the report nor the model names a channel. */
    final class ChannelMissing extends RuntimeException {
        public ChannelMissing() {
            super("a contact without a modelled touchpoint needs a channel");
        }
    }

    /** Several touchpoints wait and the report doesn't choose one. */
    final class SeveralWaiting extends RuntimeException {

        private final List<Waiting> waiting;

        public SeveralWaiting(String touchpoint, List<Waiting> waiting) {
            super("'" + touchpoint + "' is waiting " + waiting.size()
                    + " times in this case; choose one by party or activityInstanceId");
            this.waiting = waiting;
        }

        /** Those that wait. */
        public List<Waiting> waiting() {
            return waiting;
        }

        /**
         * A touchpoint that waits.
         *
         * @param touchpoint its key
         * @param party who is to come
         * @param activityInstanceId which of them
         * @param since when it began to wait
         */
        public record Waiting(
                String touchpoint,
                @Nullable String party,
                String activityInstanceId,
                @Nullable Instant since) {}
    }
}

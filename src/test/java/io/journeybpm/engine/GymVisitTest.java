package io.journeybpm.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.journeybpm.ledger.Count;
import io.journeybpm.ledger.Level;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** A sample: a small thing that spoils a visit. */
class GymVisitTest extends ShippedJourneyTest {

    private static final String KEY = "gym-visit";

    GymVisitTest() {
        super(KEY);
    }

    private void ask(String caseId, Map<String, Object> answer) {
        runtime.createMessageCorrelation("question-at-the-desk")
                .processInstanceBusinessKey(caseId)
                .correlate();
        complete("ask-reception", answer);
    }

    @Test
    void aVisitWithAQuestionThatIsAnsweredStaysAtNone() {
        ProcessInstance visit = runtime.startProcessInstanceByKey(KEY, "trained");
        complete("check-in", Map.of("outcome", "done"));
        ask("trained", Map.of("outcome", "done", "contactReason", "class"));
        complete("leave", Map.of("outcome", "done"));
        assertThat(visit).isEnded();
        assertThat(theCase("trained").escalation().level()).isEqualTo(Level.NONE);
        assertThat(theCase("trained").counts())
                .contains(entry(Count.CONTACTS, 3), entry(Count.EXTRA_CONTACTS, 0), entry(Count.DEAD_ENDS, 0));
    }

    @Test
    void eachTimeSheIsSentAwayMoreHasToBeDone() {
        runtime.startProcessInstanceByKey(KEY, "sent-away");
        complete("check-in", Map.of("outcome", "done"));
        for (Level expected : new Level[] {Level.WATCH, Level.COORDINATE, Level.ESCALATE}) {
            ask("sent-away", Map.of("outcome", "sent-away", "redirectedTo", "shop"));
            assertThat(theCase("sent-away").escalation().level()).isEqualTo(expected);
        }
        assertThat(contacts("sent-away").get(1).reported().redirectedTo()).isEqualTo("shop");
    }
}

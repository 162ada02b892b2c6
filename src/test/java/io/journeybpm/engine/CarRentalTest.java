package io.journeybpm.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Count;
import io.journeybpm.ledger.Level;
import io.journeybpm.ledger.Promise;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** The smallest complete journey: four touchpoints, one drawn handoff, a table of its own. */
class CarRentalTest extends ShippedJourneyTest {

    private static final String KEY = "car-rental";

    CarRentalTest() {
        super(KEY);
    }

    private void help(String caseId) {
        runtime.createMessageCorrelation("help-on-the-road")
                .processInstanceBusinessKey(caseId)
                .correlate();
    }

    @Test
    void bookedHandedOverHelpedAndReturnedStaysAtNone() {
        ProcessInstance rental = runtime.startProcessInstanceByKey(KEY, "rental");
        complete("book-car", Map.of("outcome", "done", "note", "a child seat"));
        assertThat(theCase("rental").briefs().handoffs()).singleElement().satisfies(each -> {
            assertThat(each.made().to()).isEqualTo("station");
            assertThat(each.made().done()).isEqualTo("a child seat");
        });
        assertThat(theCase("rental").openPromises())
                .extracting(each -> each.made().what())
                .containsExactly("the car is ready");
        complete("hand-over", Map.of("outcome", "done"));
        help("rental");
        assertThat(tasks.createTaskQuery().taskCandidateGroup("road-support").count())
                .isEqualTo(1);
        complete("support", Map.of("outcome", "done", "note", "changed the wheel"));
        complete("return-car", Map.of("outcome", "done"));

        assertThat(rental).isEnded();
        Case after = theCase("rental");
        assertThat(after.escalation().level()).isEqualTo(Level.NONE);
        assertThat(cases.rises("rental")).isEmpty();
        assertThat(after.openPromises()).extracting(Promise::state).isEmpty();
        assertThat(after.counts())
                .contains(
                        entry(Count.CONTACTS, 4),
                        entry(Count.PLANNED_CONTACTS, 4),
                        entry(Count.EXTRA_CONTACTS, 0),
                        entry(Count.HANDOFFS, 3),
                        entry(Count.KEPT_PROMISES, 1),
                        entry(Count.BROKEN_PROMISES, 0));
    }

    @Test
    void theSecondBreakdownIsWatchedAndTheThirdNeedsOnePlan() {
        runtime.startProcessInstanceByKey(KEY, "lemon");
        complete("book-car");
        complete("hand-over", Map.of("outcome", "done", "repeatedQuestions", 4));
        for (Level expected : new Level[] {Level.NONE, Level.WATCH, Level.COORDINATE}) {
            help("lemon");
            complete("support", Map.of("outcome", "partly"));
            assertThat(theCase("lemon").escalation().level()).isEqualTo(expected);
        }
        assertThat(theCase("lemon").counts()).contains(entry(Count.REPEATED_QUESTIONS, 4));
        runJobs();
        assertThat(task("review-case").getName())
                .as("the journey draws nothing for it")
                .isEqualTo("Take the case");
    }
}

package io.journeybpm.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Count;
import io.journeybpm.ledger.Level;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** From the order to a line that works as promised. */
class TelecomInstallationTest extends ShippedJourneyTest {

    private static final String KEY = "telecom-installation";

    TelecomInstallationTest() {
        super(KEY);
    }

    private ProcessInstance booked(String caseId) {
        ProcessInstance installation = runtime.startProcessInstanceByKey(KEY, caseId);
        complete("take-order", Map.of("outcome", "done"));
        complete("book-visit", Map.of("outcome", "done"));
        complete("confirm-visit", Map.of("outcome", "done"));
        return installation;
    }

    @Test
    void anInstallationAsDrawnStaysAtNone() {
        ProcessInstance installation = booked("smooth");
        assertThat(theCase("smooth").briefs().handoffs())
                .singleElement()
                .satisfies(each -> assertThat(each.made().to()).isEqualTo("technician"));
        complete("install", Map.of("outcome", "done"));
        complete("check-call", Map.of("outcome", "done", "allRight", "yes"));
        assertThat(installation).isEnded();
        Case after = theCase("smooth");
        assertThat(after.escalation().level()).isEqualTo(Level.NONE);
        assertThat(cases.rises("smooth")).isEmpty();
        assertThat(after.counts())
                .contains(entry(Count.CONTACTS, 5), entry(Count.EXTRA_CONTACTS, 0), entry(Count.BROKEN_PROMISES, 0));
    }

    @Test
    void aVisitThatFailedComesAgainAndWhatIsLeftIsPutRight() {
        ProcessInstance installation = booked("rough");
        complete("install", Map.of("outcome", "failed", "causedBy", "book-visit"));
        assertThat(theCase("rough").escalation().level()).isEqualTo(Level.COORDINATE);
        complete("rebook-visit", Map.of("outcome", "done"));
        complete("install", Map.of("outcome", "done"));
        complete("check-call", Map.of("outcome", "done", "allRight", "no", "incidents", "no-clean-up"));
        complete("mend", Map.of("outcome", "done", "causedBy", "install"));
        complete("check-call", Map.of("outcome", "done", "allRight", "yes"));
        assertThat(installation).isEnded();
        assertThat(theCase("rough").counts())
                .contains(entry(Count.CONDUCT_INCIDENTS, 1), entry(Count.PROCESS_INCIDENTS, 0));
        assertThat(contacts("rough")).element(7).satisfies(mended -> assertThat(mended.causedBy())
                .isEqualTo(contacts("rough").get(5).entry()));
    }
}

package io.journeybpm.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.journeybpm.insight.JourneyMap.Effort;
import io.journeybpm.insight.JourneyMap.OnPhase;
import io.journeybpm.insight.JourneyMaps;
import io.journeybpm.journey.Outcome;
import io.journeybpm.ledger.Count;
import io.journeybpm.ledger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One journey in two variants: one site sends the customer on to agents, the other knows the customer. */
class FlightBookingTest extends ShippedJourneyTest {

    private static final String KEY = "flight-booking";
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Autowired
    private JourneyMaps maps;

    @Autowired
    private Journeys journeys;

    FlightBookingTest() {
        super(KEY);
    }

    private ProcessInstance start(String caseId, String knownCustomer) {
        ClockUtil.setCurrentTime(Date.from(NOON));
        return runtime.startProcessInstanceByKey(KEY, caseId, Map.of("knownCustomer", knownCustomer));
    }

    private static void after(Duration passed) {
        ClockUtil.setCurrentTime(Date.from(NOON.plus(passed)));
    }

    private void atTheSite(String caseId, String touchpoint, Outcome outcome) {
        runningCases.record(caseId, Reports.of(touchpoint, null, null, outcome, null, null));
    }

    private void sendsOnTo(String caseId, String touchpoint, String party) {
        runningCases.record(caseId, Reports.sendingOn(touchpoint, party));
    }

    private void ticketAndQuestion(String caseId) {
        atTheSite(caseId, "send-ticket", Outcome.DONE);
    }

    private Effort effort(String phase) {
        return maps.map(KEY, journeys.latest(KEY).orElseThrow()).orElseThrow().phases().stream()
                .filter(each -> each.phase().id().equals(phase))
                .map(OnPhase::effort)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void bothVariantsAsDrawnStayAtNone() {
        ProcessInstance known = start("known", "yes");
        atTheSite("known", "confirm-flight", Outcome.DONE);
        ticketAndQuestion("known");
        assertThat(known).isEnded();
        ProcessInstance sentOn = start("sent-on", "no");
        atTheSite("sent-on", "search-flight", Outcome.DONE);
        complete("agent-offer", Map.of("outcome", "done"));
        complete("ticket-payment", Map.of("outcome", "done"));
        ticketAndQuestion("sent-on");
        assertThat(sentOn).isEnded();

        for (String each : new String[] {"known", "sent-on"}) {
            assertThat(theCase(each).escalation().level()).isEqualTo(Level.NONE);
            assertThat(cases.rises(each)).isEmpty();
            assertThat(theCase(each).counts())
                    .contains(entry(Count.EXTRA_CONTACTS, 0), entry(Count.BROKEN_PROMISES, 0));
        }
        assertThat(theCase("sent-on").counts()).contains(entry(Count.CONTACTS, 3), entry(Count.KEPT_PROMISES, 2));
    }

    @Test
    void theEffortOfTheVariantsStandsSideBySide() {
        start("quick", "yes");
        after(Duration.ofSeconds(100));
        atTheSite("quick", "confirm-flight", Outcome.DONE);
        ticketAndQuestion("quick");
        start("tedious", "no");
        after(Duration.ofMinutes(9));
        sendsOnTo("tedious", "search-flight", "travel-agent");
        after(Duration.ofMinutes(21));
        complete("agent-offer", Map.of("outcome", "done", "redirectedTo", "ticket-agent", "repeatedQuestions", 9));
        assertThat(theCase("tedious").escalation().level()).isEqualTo(Level.NONE);
        after(Duration.ofMinutes(34));
        complete("ticket-payment", Map.of("outcome", "done", "repeatedQuestions", 11L));
        assertThat(theCase("tedious").escalation().level())
                .as("asked everything twice")
                .isEqualTo(Level.WATCH);
        ticketAndQuestion("tedious");

        Effort known = effort("book-known");
        assertThat(known.contacts()).isEqualByComparingTo("1");
        assertThat(known.total()).isEqualByComparingTo("0");
        assertThat(known.redirects()).isEqualByComparingTo("0");
        assertThat(known.repeatedQuestions()).isEqualByComparingTo("0");
        assertThat(Objects.requireNonNull(known.elapsed()))
                .isLessThan(Duration.ofMinutes(2))
                .isPositive();
        Effort sentOn = effort("book-sent-on");
        assertThat(sentOn.contacts()).isEqualByComparingTo("3");
        assertThat(sentOn.total()).isGreaterThan(known.total());
        assertThat(sentOn.redirects()).isGreaterThan(known.redirects());
        assertThat(sentOn.repeatedQuestions()).isGreaterThan(known.repeatedQuestions());
        assertThat(sentOn.elapsed()).isGreaterThan(known.elapsed());
    }
}

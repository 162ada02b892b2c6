package io.journeybpm.situations;

import static io.journeybpm.testing.Bpmn.conditional;
import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.flow;
import static io.journeybpm.testing.Bpmn.phase;
import static io.journeybpm.testing.Bpmn.process;
import static io.journeybpm.testing.Bpmn.row;
import static io.journeybpm.testing.Bpmn.touchpoint;
import static io.journeybpm.testing.Bpmn.userTask;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeybpm.testing.Dmn;
import io.journeybpm.testing.ServerTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@Tag("engine")
@DisplayName("W9: a case that burns contacts and gets nowhere is flagged, and so is one that has gone quiet")
@TestPropertySource(properties = "journey.daily.enabled=true")
class W9ACaseThatGetsNowhereIsFlaggedTest extends ServerTest {

    private static final String KEY = "w9-leak";

    @AfterEach
    void theTimeIsNowAgain() {
        ClockUtil.reset();
    }

    /** Searching goes round until the leak is found; drying follows. */
    private void deploy(String input, String... rules) {
        String search = "<startEvent id='s'/>"
                + userTask(
                        "search",
                        touchpoint(
                                "visit",
                                "leak-finder",
                                "journey.cost.company",
                                "1000 DKK",
                                "journey.cost.customer",
                                "50 DKK"))
                + "<exclusiveGateway id='found' default='found--search'/><endEvent id='e'/>"
                + flow("s", "search", "found")
                + flow("found", "search")
                + conditional("found", "e", "${outcome == 'done'}");
        engine.getRepositoryService()
                .createDeployment()
                .addString(
                        "w9.bpmn",
                        document(process(
                                KEY,
                                row(
                                        "w9",
                                        phase("find", search),
                                        phase("dry", row("d", userTask("drying", touchpoint("visit", "dryer"))))))))
                .addString("w9.dmn", Dmn.table("contact-escalation-" + KEY, input, rules))
                .deploy();
    }

    private void complete(String caseId, String key, String outcome) {
        engine.getTaskService()
                .complete(
                        engine.getTaskService()
                                .createTaskQuery()
                                .processInstanceBusinessKey(caseId)
                                .taskDefinitionKey(key)
                                .singleResult()
                                .getId(),
                        Map.of("outcome", outcome));
    }

    private JsonNode theCase(String caseId) {
        return as("ops").get("/api/cases/" + caseId).expect(200).json();
    }

    private String level(String caseId) {
        return theCase(caseId).at("/escalation/level").asText();
    }

    @Test
    void drawnInTheModelerContactsAndCostPerPhaseAreCountedAndTheThirdFruitlessVisitIsFlagged() {
        deploy("if completedPhases = 0 then companyCostInPhase else 0", ">= 3000", "watch", "-", "none");
        String caseId = "W9-" + UUID.randomUUID();
        engine.getRuntimeService().startProcessInstanceByKey(KEY, caseId);
        complete(caseId, "search", "failed");
        complete(caseId, "search", "failed");
        JsonNode nowhere = theCase(caseId);
        assertThat(nowhere.at("/escalation/level").asText()).isEqualTo("none");
        assertThat(nowhere.at("/progress/completedPhases").asInt()).isZero();
        assertThat(nowhere.at("/progress/contactsPerPhase").isNull()).isTrue();
        assertThat(nowhere.at("/progress/contactsInPhase").asInt()).isEqualTo(2);
        complete(caseId, "search", "done");

        JsonNode after = theCase(caseId);
        assertThat(after.at("/escalation/level").asText()).isEqualTo("watch");
        assertThat(after.at("/phase").asText()).isEqualTo("dry");
        assertThat(after.at("/progress").toString())
                .isEqualTo("{\"completedPhases\":1,\"contactsPerPhase\":3,"
                        + "\"costPerPhase\":[{\"payer\":\"company\",\"amount\":3000,\"currency\":\"DKK\"},"
                        + "{\"payer\":\"customer\",\"amount\":150,\"currency\":\"DKK\"}],\"contactsInPhase\":0,"
                        + "\"costInPhase\":[{\"payer\":\"company\",\"amount\":0,\"currency\":\"DKK\"},"
                        + "{\"payer\":\"customer\",\"amount\":0,\"currency\":\"DKK\"}],\"daysInPhase\":0}");
        complete(caseId, "drying", "done");
        JsonNode over = theCase(caseId);
        assertThat(over.at("/status").asText()).isEqualTo("closed");
        assertThat(over.at("/progress/completedPhases").asInt()).isEqualTo(2);
        assertThat(over.at("/progress/contactsPerPhase").asText()).isEqualTo("2");
    }

    @Test
    void overRestACaseThatHasGoneQuietIsFlaggedByTheDailyAskingAndOneWithABookedVisitIsNot() {
        deploy("if bookedSteps = 0 then daysWithoutContact else 0", ">= 7", "escalate", "-", "none");
        String quiet = newCase(KEY);
        String booked = newCase(KEY);
        Instant now = ClockUtil.getCurrentTime().toInstant();
        as("integrator")
                .post(
                        "/api/cases/" + booked + "/promises",
                        "{'what':'leak search','party':'leak-finder','from':'" + now.plus(Duration.ofDays(19))
                                + "','to':'" + now.plus(Duration.ofDays(20)) + "'}")
                .expect(201);

        askOnDay(now, 6);
        assertThat(List.of(level(quiet), level(booked))).containsExactly("none", "none");
        askOnDay(now, 8);
        assertThat(List.of(level(quiet), level(booked))).containsExactly("escalate", "none");
        JsonNode timeline =
                as("ops").get("/api/cases/" + quiet + "/timeline").json().at("/items");
        assertThat(timeline.findValuesAsText("to")).contains("escalate");
        askOnDay(now, 21);
        assertThat(level(booked)).isEqualTo("escalate");
        assertThat(theCase(booked).at("/promises/broken").asInt()).isEqualTo(1);
    }

    /** What the job executor would do that day. */
    private void askOnDay(Instant start, int day) {
        ClockUtil.setCurrentTime(Date.from(start.plus(Duration.ofDays(day))));
        ManagementService management = engine.getManagementService();
        List<Job> daily = ofType("journey-daily");
        assertThat(daily).hasSize(1);
        management.executeJob(daily.get(0).getId());
        ofType("journey-decide").forEach(each -> management.executeJob(each.getId()));
        ofType("journey-raise").forEach(each -> management.executeJob(each.getId()));
    }

    private List<Job> ofType(String type) {
        return engine.getManagementService().createJobQuery().list().stream()
                .filter(each -> ((JobEntity) each).getJobHandlerType().equals(type))
                .toList();
    }
}

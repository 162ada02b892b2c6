package io.journeybpm.situations;

import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.phase;
import static io.journeybpm.testing.Bpmn.process;
import static io.journeybpm.testing.Bpmn.row;
import static io.journeybpm.testing.Bpmn.touchpoint;
import static io.journeybpm.testing.Bpmn.userTask;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeybpm.testing.ServerTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** C2: silos keep their habits; how long customers wait between them is shown, on the case and on the map. */
@Tag("engine")
@DisplayName("C2: waiting time at every boundary between parties")
class C2WaitingAtEveryBoundaryTest extends ServerTest {

    private final String key = "drying-" + UUID.randomUUID();
    private final String caseId = "D-" + UUID.randomUUID();

    private void deploy() {
        String repair = userTask("repair", touchpoint("visit", "plumber", "journey.handoff.to", "drying-firm"));
        String dry = userTask("dry", touchpoint("visit", "drying-firm"));
        String paint = userTask("paint", touchpoint("visit", "painter"));
        engine.getRepositoryService()
                .createDeployment()
                .name(key)
                .addString("drying.bpmn", document(process(key, row("j", phase("mend", row("p", repair, dry, paint))))))
                .deploy();
    }

    @AfterEach
    void removeTheJourney() {
        ClockUtil.reset();
        engine.getRepositoryService()
                .createDeploymentQuery()
                .deploymentName(key)
                .list()
                .forEach(each -> engine.getRepositoryService().deleteDeployment(each.getId(), true, true, true));
    }

    private void complete(String task) {
        engine.getTaskService()
                .complete(
                        engine.getTaskService()
                                .createTaskQuery()
                                .processInstanceBusinessKey(caseId)
                                .taskDefinitionKey(task)
                                .singleResult()
                                .getId(),
                        Map.of("note", task));
    }

    private List<JsonNode> handoffsOnTheTimeline() {
        JsonNode items = as("ops")
                .get("/api/cases/" + caseId + "/timeline?limit=200")
                .expect(200)
                .json()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(each -> each.path("type").asText().equals("handoff"))
                .map(each -> each.path("handoff"))
                .toList();
    }

    private JsonNode boundary(String from, String to) {
        JsonNode map =
                as("ops").get("/api/journeys/" + key + "/map").expect(200).json();
        return StreamSupport.stream(map.path("handoffs").spliterator(), false)
                .filter(each -> each.path("from").asText().equals(from)
                        && each.path("to").asText().equals(to))
                .findFirst()
                .orElseThrow(() -> new AssertionError(map.path("handoffs").toString()));
    }

    @Test
    void drawnOrNotEachBoundaryShowsHowLongTheCustomerWaited() {
        deploy();
        assertThat(boundary("plumber", "drying-firm").path("handoffs").asInt()).isZero();
        Instant now = Instant.parse("2026-08-03T08:00:00Z");
        ClockUtil.setCurrentTime(Date.from(now));
        engine.getRuntimeService().startProcessInstanceByKey(key, caseId);
        complete("repair");
        ClockUtil.setCurrentTime(Date.from(now.plus(Duration.ofHours(48))));
        complete("dry");
        ClockUtil.setCurrentTime(Date.from(now.plus(Duration.ofHours(50))));
        complete("paint");

        assertThat(handoffsOnTheTimeline())
                .extracting(each -> each.path("kind").asText() + " "
                        + each.path("from").asText() + " " + each.path("waited").asText())
                .containsExactlyInAnyOrder("drawn plumber PT48H", "derived drying-firm PT2H");
        JsonNode drawn = boundary("plumber", "drying-firm");
        assertThat(drawn.path("drawn").toString()).isEqualTo("[\"repair\"]");
        assertThat(drawn.path("handoffs").asInt()).isEqualTo(1);
        assertThat(drawn.path("withoutBrief").asInt()).isEqualTo(1);
        assertThat(drawn.path("waits").toString()).isEqualTo("{\"count\":1,\"mean\":\"PT48H\"}");
        assertThat(boundary("drying-firm", "painter").at("/waits/mean").asText())
                .isEqualTo("PT2H");
    }

    @Test
    void whatIsReportedLateOrVoidedIsWaitedForAsItHappened() {
        deploy();
        as("integrator")
                .post("/api/journeys/" + key + "/cases", "{'caseId':'" + caseId + "'}")
                .expect(201);
        contact("plumber", "2026-08-03T08:00:00Z");
        contact("painter", "2026-08-05T08:00:00Z");
        String mistake = contact("plumber", "2026-08-06T08:00:00Z");
        as("integrator")
                .post("/api/cases/" + caseId + "/contacts/" + mistake + "/void", "{'reason':'another house'}")
                .expect(200);
        as("integrator")
                .post("/api/cases/" + caseId + "/brief/read", "{'party':'drying-firm'}")
                .expect(200);
        contact("drying-firm", "2026-08-04T08:00:00Z");

        assertThat(boundary("plumber", "drying-firm").at("/waits/mean").asText())
                .isEqualTo("PT24H");
        assertThat(boundary("drying-firm", "painter").at("/waits/mean").asText())
                .isEqualTo("PT24H");
        JsonNode map = as("ops").get("/api/journeys/" + key + "/map").json();
        assertThat(map.path("handoffs").findValuesAsText("handoffs"))
                .as("the voided one is no boundary")
                .containsExactly("1", "1");
    }

    private String contact(String party, String at) {
        return as("integrator")
                .post(
                        "/api/cases/" + caseId + "/contacts",
                        "{'channel':'visit','party':'" + party + "','occurredAt':'" + at + "'}")
                .expect(201)
                .at("/contactId");
    }
}

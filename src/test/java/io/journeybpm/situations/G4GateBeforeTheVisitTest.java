package io.journeybpm.situations;

import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.phase;
import static io.journeybpm.testing.Bpmn.process;
import static io.journeybpm.testing.Bpmn.row;
import static io.journeybpm.testing.Bpmn.touchpoint;
import static io.journeybpm.testing.Bpmn.userTask;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeybpm.testing.Caller.Answer;
import io.journeybpm.testing.ServerTest;
import io.journeybpm.testing.Shipped;
import io.journeybpm.testing.Tasklist;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** G4, the gate: before a visit, address, parts and time are looked at while they can still be mended. */
@Tag("engine")
@DisplayName("G4: the technician went to a wrong address without the part")
class G4GateBeforeTheVisitTest extends ServerTest {

    private final String key = "line-" + UUID.randomUUID();
    private final String caseId = "V-" + UUID.randomUUID();
    private final String inTwoDays = Instant.now().plus(2, ChronoUnit.DAYS).toString();

    private void deploy(String gate, String... tables) {
        String order = userTask("order", touchpoint("phone", "sales", "journey.facts", "address confirmed"));
        String install = userTask("install", touchpoint("visit", "technician", "journey.visit.gate", gate));
        var deployment = engine.getRepositoryService()
                .createDeployment()
                .name(key)
                .addString("line.bpmn", document(process(key, row("j", phase("build", row("p", order, install))))));
        for (String table : tables) {
            deployment.addString("own.dmn", table);
        }
        deployment.deploy();
        as("integrator")
                .post("/api/journeys/" + key + "/cases", "{'caseId':'" + caseId + "'}")
                .expect(201);
    }

    @AfterEach
    void removeTheJourney() {
        engine.getRepositoryService()
                .createDeploymentQuery()
                .deploymentName(key)
                .list()
                .forEach(each -> engine.getRepositoryService().deleteDeployment(each.getId(), true, true, true));
    }

    private Task task() {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseId)
                .singleResult();
    }

    private Answer post(String path, String body) {
        return as("integrator").post("/api/cases/" + caseId + path, body);
    }

    private JsonNode brief() {
        return as("ops").get("/api/cases/" + caseId + "/brief").expect(200).json();
    }

    private String booking(String more) {
        return "{'touchpoint':'order','nextStep':{'what':'installation','party':'technician','to':'" + inTwoDays + "'}"
                + more + "}";
    }

    @Test
    void whatAVisitLacksIsSaidWhenItIsBookedAndGoesAwayWhenItIsMended() {
        deploy("warn");
        Answer booked = post("/contacts", booking("")).expect(201);
        JsonNode readiness = booked.json().path("readiness");
        assertThat(readiness.path("ready").asBoolean(true)).isFalse();
        assertThat(readiness.path("visit").asText()).isEqualTo("install");
        assertThat(readiness.path("party").asText()).isEqualTo("technician");
        assertThat(readiness.path("missing").findValuesAsText("what"))
                .containsExactly("the address, confirmed by the customer");
        assertThat(readiness.at("/missing/0/who").asText()).isEqualTo("journey-operations");
        assertThat(readiness.at("/missing/0/action").asText()).contains("address confirmed");
        assertThat(brief().at("/nextStep/missing/0/what").asText()).contains("address");
        assertThat(as("ops").get("/api/cases/" + caseId).json().at("/readiness/missing"))
                .hasSize(1);

        post("/facts", "{'name':'Address confirmed','value':'not yet'}").expect(200);
        assertThat(brief().at("/nextStep/missing")).hasSize(1);
        post("/facts", "{'name':'Address confirmed','value':'Yes'}").expect(200);
        assertThat(brief().at("/nextStep/missing").toString()).isEqualTo("[]");
    }

    @Test
    void aPromiseAndAHandoffBookVisitsToo() {
        deploy("warn");
        Answer unscheduled = post("/promises", "{'what':'installation','party':'technician'}")
                .expect(201);
        assertThat(unscheduled.at("/state")).isEqualTo("unscheduled");
        assertThat(unscheduled.json().at("/readiness/missing").findValuesAsText("what"))
                .contains("a time");
        assertThat(post("/promises", "{'what':'a call','party':'sales'}")
                        .expect(201)
                        .json()
                        .has("readiness"))
                .as("a call is no visit")
                .isFalse();
        Answer handed = post(
                        "/handoffs",
                        "{'from':'sales','to':'technician','nextStep':{'what':'installation','touchpoint':'install','to':'"
                                + inTwoDays + "'}}")
                .expect(201);
        assertThat(handed.json().at("/readiness/missing")).hasSize(1);
    }

    @Test
    void whereTheOwnerWantsItAVisitThatIsNotReadyIsNotBooked() {
        deploy("block");
        Answer refused = post("/contacts", booking("")).problem(422, "override.reason");
        assertThat(refused.at("/title")).isEqualTo("Visit not ready");
        assertThat(refused.json().path("missing").toString()).contains("address");
        assertThat(task().getTaskDefinitionKey()).isEqualTo("order");
        post("/promises", "{'what':'installation','party':'technician'}").problem(422, "override.reason");
        assertThat(brief().path("promises")).isEmpty();

        post("/facts", "{'name':'address confirmed','value':'yes'}").expect(200);
        Answer booked = post("/contacts", booking("")).expect(201);
        assertThat(booked.json().at("/readiness/ready").asBoolean()).isTrue();
        assertThat(task().getTaskDefinitionKey()).isEqualTo("install");
    }

    @Test
    void whoeverSendsTheVisitorAllTheSameSaysWhyAndThatIsKept() {
        deploy("block");
        post("/contacts", booking(",'override':{'reason':'the customer waits at the door'}"))
                .expect(201);
        JsonNode timeline =
                as("ops").get("/api/cases/" + caseId + "/timeline?limit=200").json();
        assertThat(timeline.path("items").findValuesAsText("type"))
                .filteredOn("visit-overridden"::equals)
                .hasSize(1);
        assertThat(timeline.toString())
                .contains(
                        "\"actor\":\"integrator\",\"subject\":\"install\",\"detail\":\"the customer waits at the door");
    }

    @Test
    void inTasklistTheStepBeforeTheVisitStaysOpen() {
        deploy("block");
        Tasklist tasklist = Tasklist.login("http://localhost:" + port, "ops", "ops");
        String task = tasklist.onlyTask(caseId);
        Answer refused = tasklist.submit(task, "{'outcome':{'value':'done'}}");
        assertThat(refused.status()).as(refused.body()).isGreaterThanOrEqualTo(400);
        assertThat(refused.body()).contains("a time", "address", "overrideReason");
        String booked = "{'outcome':{'value':'done'},'nextStepWhat':{'value':'installation'},'nextStepTo':{'value':'"
                + inTwoDays + "'},'nextStepParty':{'value':'technician'}";
        assertThat(tasklist.submit(task, booked + "}").body())
                .contains("address")
                .doesNotContain("a time");
        tasklist.submit(task, booked + ",'addressConfirmed':{'value':'yes'}}").expect(204);
        assertThat(task().getTaskDefinitionKey()).isEqualTo("install");
    }

    @Test
    void inTasklistAReasonPassesTheGateOnce() {
        deploy("block");
        engine.getTaskService().complete(task().getId(), Map.of("overrideReason", "the manager knows the place"));
        assertThat(task().getTaskDefinitionKey()).isEqualTo("install");
        assertThat(as("ops").get("/api/cases/" + caseId + "/timeline?limit=200").body())
                .contains("the manager knows the place (missing: a time, the address");
        assertThat(engine.getRuntimeService()
                        .createVariableInstanceQuery()
                        .variableName("overrideReason")
                        .processInstanceIdIn(task().getProcessInstanceId())
                        .list())
                .allSatisfy(each -> assertThat(each.getValue()).isNull());
    }

    @Test
    void theJourneysOwnTableDecidesWhatItsVisitsNeed() {
        String own = Shipped.text("dmn/visit-readiness.dmn")
                .replace("visit-readiness", "visit-readiness-" + key)
                .replace("<text>addressConfirmed</text>", "<text>list contains(facts, \"key handed in\")</text>");
        deploy("block", own);
        post("/contacts", booking("")).problem(422);
        post("/facts", "{'name':'key handed in','value':'at number 14'}").expect(200);
        post("/contacts", booking("")).expect(201);
    }

    @Test
    void aTableThatFailsCostsNothingButItsAnswer() {
        String broken = Shipped.text("dmn/visit-readiness.dmn")
                .replace("visit-readiness", "visit-readiness-" + key)
                .replace("\"a time\"", "previousOutcome");
        deploy("block", broken);
        Answer booked = post("/promises", "{'what':'installation','party':'technician'}")
                .expect(201);
        assertThat(booked.at("/readiness/failure")).contains("visit-readiness-" + key);
        assertThat(booked.json().at("/readiness/ready").isNull()).isTrue();
        assertThat(brief().at("/nextStep/missing")).isEmpty();
        assertThat(brief().at("/promises")).hasSize(1);
    }
}

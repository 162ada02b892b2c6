package io.journeybpm.situations;

import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.flow;
import static io.journeybpm.testing.Bpmn.phase;
import static io.journeybpm.testing.Bpmn.process;
import static io.journeybpm.testing.Bpmn.properties;
import static io.journeybpm.testing.Bpmn.row;
import static io.journeybpm.testing.Bpmn.touchpoint;
import static io.journeybpm.testing.Bpmn.userTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeybpm.testing.Caller.Answer;
import io.journeybpm.testing.ServerTest;
import io.journeybpm.testing.Tasklist;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** W4: a handoff carries a brief; the receiver reads it before the visit, and what it lacks is said to the sender. */
@Tag("engine")
@DisplayName("W4: nobody knows what the previous one did")
class W4NobodyKnowsWhatThePreviousOneDidTest extends ServerTest {

    private static final String REQUIRES = "access to the house, open, nextStep";

    private final String key = "leak-" + UUID.randomUUID();
    private final String caseId = "L-" + UUID.randomUUID();

    private void deploy(String first) {
        String repair = userTask("repair", touchpoint("visit", "plumber"));
        engine.getRepositoryService()
                .createDeployment()
                .name(key)
                .addString("leak.bpmn", document(process(key, row("j", phase("find", row("p", first, repair))))))
                .deploy();
    }

    private static String search(String gate) {
        return userTask(
                "search",
                touchpoint(
                        "visit",
                        "leak-finder",
                        "journey.handoff.to",
                        "plumber",
                        "journey.handoff.requires",
                        REQUIRES,
                        "journey.handoff.gate",
                        gate));
    }

    private void start() {
        engine.getRuntimeService().startProcessInstanceByKey(key, caseId);
    }

    private Task task() {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseId)
                .singleResult();
    }

    private JsonNode seen(String path) {
        return as("ops").get("/api/cases/" + caseId + path).expect(200).json();
    }

    private Answer contact(String body) {
        return as("integrator").post("/api/cases/" + caseId + "/contacts", body);
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

    @Test
    void whoeverTakesTheTaskHasReadWhatTheOneBeforeDid() {
        deploy(search("warn"));
        start();
        engine.getTaskService()
                .complete(
                        task().getId(),
                        Map.of(
                                "note",
                                "the pipe sweats",
                                "open",
                                "open the floor",
                                "accessToTheHouse",
                                "gate code 4711"));
        JsonNode brief = seen("/brief");
        assertThat(brief.at("/facts/0/name").asText()).isEqualTo("access to the house");
        assertThat(brief.at("/facts/0/value").asText()).isEqualTo("gate code 4711");
        assertThat(brief.path("missing").toString()).isEqualTo("[\"nextStep\"]");
        assertThat(brief.at("/handoffs/0/done").asText()).isEqualTo("the pipe sweats");
        assertThat(brief.at("/handoffs/0/state").asText()).isEqualTo("open");

        engine.getTaskService().claim(task().getId(), "pia");
        JsonNode read = seen("/brief").at("/handoffs/0");
        assertThat(read.path("state").asText()).isEqualTo("acknowledged");
        assertThat(read.path("acknowledgedBy").asText()).isEqualTo("pia");

        engine.getTaskService().complete(task().getId());
        JsonNode after = seen("");
        assertThat(after.at("/counts/handoffs").asInt()).isEqualTo(1);
        assertThat(after.at("/counts/handoffsWithoutBrief").asInt()).isZero();
    }

    @Test
    void whoeverComesWithoutHavingTakenTheTaskComesWithoutTheBrief() {
        deploy(search("warn"));
        start();
        engine.getTaskService().complete(task().getId(), Map.of("note", "the pipe sweats"));
        engine.getTaskService().complete(task().getId());
        assertThat(seen("").at("/counts/handoffsWithoutBrief").asInt()).isEqualTo(1);
        assertThat(seen("").at("/sinceReview/handoffsWithoutBrief").asInt()).isEqualTo(1);
    }

    @Test
    void theSenderIsToldWhatIsMissingAndTheBriefIsMarkedUntilSomebodySaysIt() {
        deploy(search("warn"));
        start();
        Answer sent = contact("{'touchpoint':'search','outcome':'done','note':'the pipe sweats'}")
                .expect(201);
        assertThat(sent.json().at("/handoff/missing").toString())
                .isEqualTo("[\"access to the house\",\"open\",\"nextStep\"]");
        assertThat(sent.at("/handoff/to")).isEqualTo("plumber");
        String handoff = "/handoffs/" + sent.at("/handoff/handoffId");
        assertThat(seen(handoff).path("missing")).hasSize(3);

        as("integrator")
                .post("/api/cases/" + caseId + "/facts", "{'name':'Access to the house','value':'key at number 14'}")
                .expect(200);
        String tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).toString();
        as("integrator")
                .post(
                        "/api/cases/" + caseId + "/promises",
                        "{'what':'repair','party':'plumber','to':'" + tomorrow + "'}")
                .expect(201);
        JsonNode shown = seen(handoff);
        assertThat(shown.path("missing").toString()).isEqualTo("[\"open\"]");
        assertThat(shown.at("/brief/lastContacts/0/note").asText()).isEqualTo("the pipe sweats");
        assertThat(shown.at("/brief/facts/0/value").asText()).isEqualTo("key at number 14");
        assertThat(shown.at("/brief/nextStep/party").asText()).isEqualTo("plumber");
        assertThat(seen("/brief").path("missing").toString()).isEqualTo("[\"open\"]");

        as("integrator")
                .post("/api/cases/" + caseId + "/brief/read", "{'party':'plumber'}")
                .expect(200);
        assertThat(seen(handoff).path("state").asText()).isEqualTo("acknowledged");
        contact("{'touchpoint':'repair','outcome':'done'}").expect(201);
        assertThat(seen("").at("/counts/handoffsWithoutBrief").asInt()).isZero();
        JsonNode met = seen(handoff);
        assertThat(met.path("state").asText()).isEqualTo("met");
        assertThat(met.has("missing")).isFalse();
        assertThat(met.path("waited").asText()).startsWith("PT");
    }

    @Test
    void theBriefThatWasReadBeforeTheLastVisitIsOld() {
        deploy(search("warn"));
        start();
        as("integrator")
                .post("/api/cases/" + caseId + "/brief/read", "{'party':'plumber'}")
                .expect(200);
        ClockUtil.offset(60_000L);
        contact("{'touchpoint':'search','outcome':'done','note':'the pipe sweats'}")
                .expect(201);
        contact("{'touchpoint':'repair','outcome':'done'}").expect(201);
        assertThat(seen("").at("/counts/handoffsWithoutBrief").asInt()).isEqualTo(1);
    }

    @Test
    void whereTheOwnerWantsItTheTaskStaysOpenInTasklistUntilTheReceiverCanDoWithout() {
        deploy(search("block"));
        start();
        Tasklist tasklist = Tasklist.login("http://localhost:" + port, "ops", "ops");
        String task = tasklist.onlyTask(caseId);
        Answer refused = tasklist.submit(task, "{'outcome':{'value':'done'},'note':{'value':'the pipe sweats'}}");
        // whatever the reason, Camunda answers a form that can't be submitted with 500 and the reason
        assertThat(refused.status()).as(refused.body()).isGreaterThanOrEqualTo(400);
        assertThat(refused.body()).contains("plumber", "access to the house", "left to do", "next step");
        assertThat(tasklist.onlyTask(caseId)).isEqualTo(task);
        assertThat(seen("").at("/counts/contacts").asInt()).isZero();
        assertThat(seen("/brief").path("facts")).isEmpty();

        String tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).toString();
        tasklist.submit(
                        task,
                        "{'outcome':{'value':'done'},'note':{'value':'the pipe sweats'},'open':{'value':'open the floor'},"
                                + "'accessToTheHouse':{'value':'gate code 4711'},'nextStepWhat':{'value':'repair'},"
                                + "'nextStepTo':{'value':'" + tomorrow + "'}}")
                .expect(204);
        assertThat(task().getTaskDefinitionKey()).isEqualTo("repair");
        assertThat(seen("/brief").path("missing")).isEmpty();
    }

    @Test
    void overRestTheSameRefusalNamesWhatIsMissing() {
        deploy(search("block"));
        start();
        Answer refused = contact("{'touchpoint':'search','outcome':'done','open':'open the floor'}")
                .problem(422);
        assertThat(refused.json().path("missing").toString()).isEqualTo("[\"access to the house\",\"nextStep\"]");
        assertThat(refused.at("/title")).isEqualTo("Handoff incomplete");
        assertThat(task().getTaskDefinitionKey()).isEqualTo("search");
        contact("{'touchpoint':'search','outcome':'missed'}").expect(201);
        assertThat(seen("/brief").path("handoffs"))
                .as("who didn't come has nothing to hand over")
                .isEmpty();
    }

    @Test
    void aReportedHandoffBetweenTheSamePartiesHasToTellAsMuch() {
        deploy(search("block"));
        start();
        Answer refused = as("ops")
                .post(
                        "/api/cases/" + caseId + "/handoffs",
                        "{'from':'leak-finder','to':'plumber','done':'searched','open':'the floor'}")
                .problem(422);
        assertThat(refused.json().path("missing")).hasSize(2);
        as("ops")
                .post("/api/cases/" + caseId + "/handoffs", "{'from':'handler','to':'carpenter'}")
                .expect(201);
    }

    @Test
    void aWorkerOutsideIsRefusedToo() {
        deploy("<serviceTask id='search' camunda:type='external' camunda:topic='" + key + "'>"
                + touchpoint(
                        "visit",
                        "leak-finder",
                        "journey.handoff.to",
                        "plumber",
                        "journey.handoff.requires",
                        "done",
                        "journey.handoff.gate",
                        "block")
                + "</serviceTask>");
        start();
        LockedExternalTask order = engine.getExternalTaskService()
                .fetchAndLock(1, "robot")
                .topic(key, 60_000)
                .execute()
                .get(0);
        assertThatThrownBy(() -> engine.getExternalTaskService().complete(order.getId(), "robot"))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("what was done");
        engine.getExternalTaskService().complete(order.getId(), "robot", Map.of(), Map.of("note", "searched"));
        assertThat(task().getTaskDefinitionKey()).isEqualTo("repair");
    }

    @Test
    void beforeAnEventThatHandsOverTheTaskBeforeStaysOpen() {
        deployWithEvent("");
        start();
        assertThatThrownBy(() -> engine.getTaskService().complete(task().getId()))
                .hasMessageContaining("'plumber' has to be told first");
        assertThat(task().getTaskDefinitionKey()).isEqualTo("call");
        engine.getTaskService().complete(task().getId(), Map.of("open", "the floor"));
        assertThat(task().getTaskDefinitionKey()).isEqualTo("repair");
    }

    @Test
    void whereNobodyIsThereToBeToldTheEventOnlyWarns() {
        deployWithEvent(" camunda:asyncBefore='true'");
        start();
        engine.getTaskService().complete(task().getId());
        Job job = engine.getManagementService()
                .createJobQuery()
                .processDefinitionKey(key)
                .singleResult();
        engine.getManagementService().executeJob(job.getId());
        assertThat(task().getTaskDefinitionKey()).isEqualTo("repair");
        assertThat(seen("/brief").path("missing").toString()).isEqualTo("[\"open\"]");
    }

    private void deployWithEvent(String async) {
        String call = userTask("call", touchpoint("phone", "handler"));
        String repair = userTask("repair", touchpoint("visit", "plumber"));
        String event = "<intermediateThrowEvent id='over'" + async + ">"
                + properties(
                        "journey.handoff.from",
                        "handler",
                        "journey.handoff.to",
                        "plumber",
                        "journey.handoff.requires",
                        "open",
                        "journey.handoff.gate",
                        "block")
                + "</intermediateThrowEvent>";
        String inside = "<startEvent id='s'/>" + call + event + repair + "<endEvent id='e'/>"
                + flow("s", "call", "over", "repair", "e");
        engine.getRepositoryService()
                .createDeployment()
                .name(key)
                .addString("leak.bpmn", document(process(key, row("j", phase("find", inside)))))
                .deploy();
    }

    @Test
    void whatIsWrongIsSaidWithItsField() {
        deploy(search("warn"));
        start();
        as("ops").post("/api/cases/" + caseId + "/brief/read", "{}").problem(400, "party");
        as("ops")
                .post("/api/cases/" + caseId + "/brief/read", "{'party':'" + "x".repeat(256) + "'}")
                .problem(400, "party");
        as("ops").post("/api/cases/nobody/brief/read", "{'party':'plumber'}").problem(404);
        contact("{'touchpoint':'search','factsShown':[null]}").problem(400, "factsShown[0]");
        contact("{'touchpoint':'search','override':{}}").problem(400, "override.reason");
    }
}

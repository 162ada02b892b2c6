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
import io.journeybpm.testing.Tasklist;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** K1: a fact told once travels to the touchpoint where it matters; one not shown there is a failure. */
@Tag("engine")
@DisplayName("K1: a table was booked for a 20th birthday; nothing happened")
class K1ABirthdayNobodyThoughtOfTest extends ServerTest {

    /** As shipped: its forms show what was told. */
    private static final String SHIPPED = "table-reservation";

    private final String key = "table-" + UUID.randomUUID();
    private final String caseId = "T-" + UUID.randomUUID();

    /** A restaurant whose forms show nothing. */
    private void withoutForms() {
        String book = userTask(
                "book", touchpoint("phone", "reservations", "journey.facts", "occasion: serve bill, allergy: serve"));
        String serve = userTask("serve", touchpoint("store", "waiter"));
        String bill = userTask("bill", touchpoint("store", "waiter"));
        engine.getRepositoryService()
                .createDeployment()
                .name(key)
                .addString(
                        "table.bpmn", document(process(key, row("j", phase("evening", row("p", book, serve, bill))))))
                .deploy();
        engine.getRuntimeService().startProcessInstanceByKey(key, caseId);
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

    private Task task() {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseId)
                .singleResult();
    }

    private void complete(Map<String, Object> variables) {
        engine.getTaskService().complete(task().getId(), variables);
    }

    private int forgotten() {
        return as("ops")
                .get("/api/cases/" + caseId)
                .expect(200)
                .json()
                .at("/counts/forgottenFacts")
                .asInt();
    }

    private Answer contact(String body) {
        return as("integrator").post("/api/cases/" + caseId + "/contacts", body).expect(201);
    }

    private Object shown() {
        return engine.getRuntimeService().getVariableLocal(task().getExecutionId(), "facts");
    }

    private void tell(String fact) {
        as("integrator").post("/api/cases/" + caseId + "/facts", fact).expect(200);
    }

    @Test
    void whatIsToldAtTheReservationIsInTheWaitersForm() {
        engine.getRuntimeService().startProcessInstanceByKey(SHIPPED, caseId);
        Tasklist tasklist = Tasklist.login("http://localhost:" + port, "ops", "ops");
        tasklist.submit(
                        tasklist.onlyTask(caseId),
                        "{'outcome':{'value':'done'},'guests':{'value':'6'},'occasion':{'value':'20th birthday'}}")
                .expect(204);
        assertThat(shown()).as("at the door").isEqualTo("guests: 6");
        tasklist.submit(tasklist.onlyTask(caseId), "{'outcome':{'value':'done'}}")
                .expect(204);
        assertThat(shown()).as("at the table").isEqualTo("guests: 6\noccasion: 20th birthday");

        tell("{'name':'allergy','value':'nuts\\nguests: 7','showAt':'serve-table'}");
        assertThat(shown())
                .as("told while the task waits, and not passing for another fact")
                .isEqualTo("allergy: nuts / guests: 7\nguests: 6\noccasion: 20th birthday");
        tasklist.submit(tasklist.onlyTask(caseId), "{'outcome':{'value':'done'}}")
                .expect(204);
        assertThat(forgotten()).isZero();
        JsonNode fact = as("ops").get("/api/cases/" + caseId + "/brief").json().at("/facts/2");
        assertThat(fact.path("name").asText()).isEqualTo("occasion");
        assertThat(fact.path("showAt").asText()).isEqualTo("serve-table");
        assertThat(fact.path("toldBy").asText()).isEqualTo("ops");
        assertThat(fact.path("toldAt").asText()).isNotEmpty();
    }

    @Test
    void aTouchpointLeftWithoutItIsCountedOnceForEachFactAndVisit() {
        withoutForms();
        complete(Map.of("occasion", "20th birthday", "allergy", "nuts"));
        assertThat(forgotten()).isZero();
        complete(Map.of());
        assertThat(forgotten()).isEqualTo(2);
        complete(Map.of());
        assertThat(forgotten()).isEqualTo(3);
        JsonNode timeline =
                as("ops").get("/api/cases/" + caseId + "/timeline?limit=200").json();
        assertThat(timeline.path("items").findValuesAsText("type"))
                .filteredOn("fact-forgotten"::equals)
                .hasSize(3);
        assertThat(timeline.toString()).contains("\"subject\":\"allergy\",\"detail\":\"serve\"");
    }

    @Test
    void whoHasTakenTheTaskHasReadIt() {
        withoutForms();
        complete(Map.of("occasion", "20th birthday"));
        engine.getTaskService().claim(task().getId(), "wim");
        complete(Map.of());
        assertThat(forgotten()).isZero();
    }

    @Test
    void whatIsToldAfterTheTaskWasTakenHasNotBeenRead() {
        withoutForms();
        complete(Map.of());
        engine.getTaskService().claim(task().getId(), "wim");
        ClockUtil.offset(60_000L);
        tell("{'name':'occasion','value':'20th birthday','showAt':'serve'}");
        complete(Map.of());
        assertThat(forgotten()).isEqualTo(1);
    }

    @Test
    void whatIsToldAfterwardsIsNotForgotten() {
        withoutForms();
        complete(Map.of());
        complete(Map.of());
        tell("{'name':'occasion','value':'20th birthday','showAt':'serve, bill'}");
        assertThat(forgotten()).isZero();
        complete(Map.of());
        assertThat(forgotten()).as("the bill comes later").isEqualTo(1);
    }

    @Test
    void overRestTheReportSaysWhatWasKnown() {
        withoutForms();
        complete(Map.of("occasion", "20th birthday", "allergy", "nuts"));
        contact("{'touchpoint':'serve','factsShown':['Occasion'],'externalId':'pos-1'}");
        assertThat(forgotten()).isEqualTo(1);
        as("integrator")
                .post(
                        "/api/cases/" + caseId + "/contacts",
                        "{'touchpoint':'serve','factsShown':['Occasion'],'externalId':'pos-1'}")
                .expect(200);
        assertThat(forgotten()).as("told twice, counted once").isEqualTo(1);
        as("integrator")
                .post("/api/cases/" + caseId + "/brief/read", "{'party':'waiter'}")
                .expect(200);
        contact("{'touchpoint':'bill'}");
        assertThat(forgotten()).as("the waiter has read the brief").isEqualTo(1);
    }

    @Test
    void aContactTakenBackTakesItsForgottenFactsAlong() {
        withoutForms();
        complete(Map.of("occasion", "20th birthday"));
        String served = contact("{'touchpoint':'serve'}").at("/contactId");
        assertThat(forgotten()).isEqualTo(1);
        as("integrator")
                .post("/api/cases/" + caseId + "/contacts/" + served + "/void", "{'reason':'the next table'}")
                .expect(200);
        assertThat(forgotten()).isZero();
    }

    @Test
    void theShippedTableWantsSomebodyToCall() {
        as("integrator")
                .post(
                        "/api/journeys/" + SHIPPED + "/cases",
                        "{'caseId':'" + caseId + "','facts':[{'name':'occasion','value':'20th birthday',"
                                + "'showAt':'pay-bill'},{'name':'guests','value':'6'}]}")
                .expect(201);
        contact("{'touchpoint':'book-table'}");
        contact("{'touchpoint':'welcome-guests'}");
        contact("{'touchpoint':'serve-table'}");
        Answer left = contact("{'touchpoint':'pay-bill'}");
        assertThat(left.at("/escalation/level")).as(left.body()).isEqualTo("coordinate");
        assertThat(left.at("/escalation/reason")).contains("forgotten");
    }

    @Test
    void aCaseDoesNotBecomeALog() {
        withoutForms();
        for (int each = 0; each < 200; each++) {
            tell("{'name':'fact " + each + "','value':'x'}");
        }
        as("integrator")
                .post("/api/cases/" + caseId + "/facts", "{'name':'one more','value':'x'}")
                .problem(409, "name");
        tell("{'name':'fact 7','value':'y'}");
    }
}

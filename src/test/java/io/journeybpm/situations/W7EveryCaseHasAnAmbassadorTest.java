package io.journeybpm.situations;

import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.handler;
import static io.journeybpm.testing.Bpmn.phase;
import static io.journeybpm.testing.Bpmn.process;
import static io.journeybpm.testing.Bpmn.properties;
import static io.journeybpm.testing.Bpmn.row;
import static io.journeybpm.testing.Bpmn.touchpoint;
import static io.journeybpm.testing.Bpmn.userTask;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeybpm.testing.Caller.Answer;
import io.journeybpm.testing.Dmn;
import io.journeybpm.testing.ServerTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("engine")
@DisplayName("W7: one person stands for the company from the first contact, until an escalation names another")
class W7EveryCaseHasAnAmbassadorTest extends ServerTest {

    private static final String KEY = "w7-claim";

    private void deploy() {
        String handler =
                handler("taken", "escalate", false, userTask("take-the-case", properties("journey.review", "true")));
        String visits = row(
                "visits",
                userTask("report", touchpoint("phone", "handler", "journey.direction", "inbound")),
                userTask("repair", touchpoint("visit", "plumber")),
                userTask("paint", touchpoint("visit", "painter")));
        engine.getRepositoryService()
                .createDeployment()
                .addString("w7.bpmn", document(process(KEY, row("w7", phase("repair-phase", visits)), handler)))
                .addString(
                        "w7.dmn", Dmn.table("contact-escalation-" + KEY, "contacts", ">= 2", "escalate", "-", "none"))
                .deploy();
    }

    private void complete(String caseId, String key, String user, Map<String, Object> submitted) {
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseId)
                .taskDefinitionKey(key)
                .singleResult();
        engine.getTaskService().setAssignee(task.getId(), user);
        engine.getTaskService().complete(task.getId(), submitted);
    }

    private JsonNode theCase(String caseId) {
        return as("ops").get("/api/cases/" + caseId).expect(200).json();
    }

    @Test
    void drawnInTheModelerWhoAnswersFirstStaysTheAmbassadorUntilTheEscalationNamesAnother() {
        deploy();
        String caseId = "W7-" + UUID.randomUUID();
        engine.getRuntimeService().startProcessInstanceByKey(KEY, caseId);
        assertThat(theCase(caseId).at("/ambassador").isNull()).isTrue();
        complete(caseId, "report", "mette-w7", Map.of("outcome", "done", "note", "water under the floor"));
        assertThat(theCase(caseId).at("/ambassador").asText()).isEqualTo("mette-w7");

        complete(caseId, "repair", "poul-w7", Map.of("outcome", "done", "open", "the floor is still open"));
        assertThat(theCase(caseId).at("/ambassador").asText()).isEqualTo("mette-w7");
        assertThat(theCase(caseId).at("/escalation/level").asText()).isEqualTo("escalate");
        complete(
                caseId,
                "take-the-case",
                "karen-w7",
                Map.of("level", "watch", "reason", "one plan for all", "ambassador", "karen-w7"));

        assertThat(theCase(caseId).at("/ambassador").asText()).isEqualTo("karen-w7");
        assertThat(theCase(caseId).at("/escalation/level").asText()).isEqualTo("watch");
        JsonNode brief = as("integrator")
                .get("/api/cases/" + caseId + "/brief")
                .expect(200)
                .json();
        assertThat(brief.at("/ambassador").asText()).isEqualTo("karen-w7");
        assertThat(brief.at("/open/0/what").asText()).isEqualTo("the floor is still open");
        assertThat(brief.at("/lastContacts").findValuesAsText("user")).containsExactly("poul-w7", "mette-w7");
        List<String> appointed = as("ops")
                .get("/api/cases/" + caseId + "/timeline")
                .json()
                .at("/items")
                .findValuesAsText("subject");
        assertThat(appointed).containsSubsequence("mette-w7", "karen-w7");
        assertThat(listed("karen-w7")).containsExactly(caseId);
        assertThat(listed("mette-w7")).isEmpty();
    }

    private List<String> listed(String ambassador) {
        return as("owner")
                .get("/api/cases?ambassador=" + ambassador)
                .expect(200)
                .json()
                .at("/items")
                .findValuesAsText("caseId");
    }

    @Test
    void overRestTheFirstToMeetTheCustomerIsTheAmbassadorAndFindsTheCaseAmongTheirOwn() {
        String caseId = newCase();
        Answer call = as("ops")
                .post("/api/calls", "{'caseId':'" + caseId + "','reason':'question'}")
                .expect(201);
        assertThat(call.at("/case/ambassador")).isEqualTo("ops");
        as("integrator")
                .post(
                        "/api/cases/" + caseId + "/contacts",
                        "{'channel':'visit','party':'carpenter','user':'carl-w7','outcome':'done'}")
                .expect(201);
        assertThat(theCase(caseId).at("/ambassador").asText()).isEqualTo("ops");
        String mine = "/api/cases?ambassador=me&status=open&journey=kitchen&level=none&phase=plan&limit=500";
        assertThat(as("ops").get(mine).json().at("/items").findValuesAsText("caseId"))
                .contains(caseId);
        assertThat(as("owner").get(mine).json().at("/items").findValuesAsText("caseId"))
                .isEmpty();

        as("ops")
                .put("/api/cases/" + caseId + "/ambassador", "{'user':'karen-rest-w7','reason':'takes over'}")
                .expect(200);
        assertThat(listed("karen-rest-w7")).containsExactly(caseId);
        assertThat(as("ops").get(mine).json().at("/items").findValuesAsText("caseId"))
                .doesNotContain(caseId);
        Answer again = as("ops")
                .post("/api/calls", "{'caseId':'" + caseId + "','reason':'chasing'}", "Accept-Language", "en")
                .expect(201);
        assertThat(again.at("/say"))
                .isEqualTo("Nobody has booked the next step yet. Say that karen-rest-w7 calls back.");
    }
}

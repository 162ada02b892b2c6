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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;

/** What customers went through, told by people in Tasklist and by systems over REST, on one server. */
@Tag("engine")
abstract class EffortSituation extends ServerTest {

    /** Deploys a model, or a table, of a journey only this test uses. */
    void deploy(String name, String content) {
        engine.getRepositoryService()
                .createDeployment()
                .addString(name, content)
                .deploy();
    }

    /** A journey of a call and a visit. */
    static String oneCallOneVisit(String key) {
        return document(process(
                key,
                row(
                        "works",
                        phase("plan", row("plan", userTask("first-call", touchpoint("phone", "handler")))),
                        phase("build", row("build", userTask("plumbing", touchpoint("visit", "plumber")))))));
    }

    static String key(String name) {
        return name + "-" + UUID.randomUUID();
    }

    /** Somebody completes a task of the case. */
    void complete(String caseId, String touchpoint, Map<String, Object> form) {
        List<Task> waiting = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseId)
                .taskDefinitionKey(touchpoint)
                .list();
        assertThat(waiting).as(touchpoint).hasSize(1);
        engine.getTaskService().complete(waiting.get(0).getId(), form);
    }

    Answer contact(String caseId, String body) {
        return as("integrator").post("/api/cases/" + caseId + "/contacts", body).expect(201);
    }

    JsonNode theCase(String caseId) {
        return as("ops").get("/api/cases/" + caseId).expect(200).json();
    }

    JsonNode theContact(String contactId) {
        String caseId = contactId.substring(0, contactId.indexOf('~'));
        return as("ops")
                .get("/api/cases/" + caseId + "/contacts/" + contactId)
                .expect(200)
                .json();
    }

    List<JsonNode> timeline(String caseId, String type) {
        JsonNode items = as("ops")
                .get("/api/cases/" + caseId + "/timeline")
                .expect(200)
                .json()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(each -> each.path("type").asText().equals(type))
                .toList();
    }

    JsonNode map(String journey) {
        return as("owner").get("/api/journeys/" + journey + "/map").expect(200).json();
    }

    static JsonNode named(JsonNode list, String field, String name) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(each -> each.path(field).asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " isn't in " + list));
    }
}

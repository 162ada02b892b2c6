package io.journeybpm.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeybpm.testing.Caller.Answer;
import io.journeybpm.testing.Multipart;
import io.journeybpm.testing.ServerTest;
import io.journeybpm.testing.Tasklist;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A journey drawn with nothing but templates")
class DrawnByAnOwnerTest extends ServerTest {

    private static final String JOURNEY = "bicycle-repair";
    private static final String MODEL = JOURNEY + ".bpmn";
    private static final String TABLE = "contact-escalation-" + JOURNEY + ".dmn";
    private static final String CALL =
            "{'channel':'phone','direction':'inbound','party':'counter','reason':'question'}";

    @AfterEach
    void removeWhatWasDeployed() {
        engine.getRepositoryService()
                .createDeploymentQuery()
                .deploymentName(JOURNEY)
                .list()
                .forEach(each -> engine.getRepositoryService().deleteDeployment(each.getId(), true, true, true));
    }

    @Test
    void runsToItsEndAndObeysAChangedTableWithoutARestart() {
        Answer deployed = Multipart.of("deployment-name", JOURNEY)
                .file("model", MODEL, file(MODEL))
                .file("table", TABLE, file(TABLE))
                .post(as("owner"), "/engine-rest/deployment/create")
                .expect(200);
        assertThat(deployed.json().path("deployedProcessDefinitions").size()).isEqualTo(1);
        JsonNode shown = as("owner").get("/api/journeys/" + JOURNEY).expect(200).json();
        assertThat(shown.path("problems").size()).as(shown.toString()).isZero();

        String caseId = "B-" + UUID.randomUUID();
        as("integrator")
                .post("/api/journeys/" + JOURNEY + "/cases", "{'caseId':'" + caseId + "'}")
                .expect(201);
        Tasklist tasklist = Tasklist.login("http://localhost:" + port, "ops", "ops");
        tasklist.submit(
                        tasklist.onlyTask(caseId),
                        "{'outcome':{'value':'done'},'note':{'value':'the chain is broken'}}")
                .expect(204);
        assertThat(seen(caseId).at("/phase").asText()).isEqualTo("mend");
        assertThat(seen(caseId).at("/nextStep/what").asText()).isEqualTo("repair");

        call(caseId);
        assertThat(call(caseId)).isEqualTo("none");
        Multipart.of("deployment-name", JOURNEY)
                .file("table", TABLE, file(TABLE).replace("&gt;= 3", "&gt;= 2"))
                .post(as("owner"), "/engine-rest/deployment/create")
                .expect(200);
        Answer again =
                as("ops").post("/api/cases/" + caseId + "/decision", "{}").expect(200);
        assertThat(again.at("/escalation/level")).as(again.body()).isEqualTo("watch");
        assertThat(seen(caseId).at("/escalation/level").asText()).isEqualTo("watch");

        as("integrator")
                .post("/api/cases/" + caseId + "/contacts", "{'touchpoint':'say-it-is-ready','outcome':'done'}")
                .expect(201);
        tasklist.submit(tasklist.onlyTask(caseId), "{'outcome':{'value':'done'}}")
                .expect(204);
        JsonNode closed = seen(caseId);
        assertThat(closed.at("/status").asText()).isEqualTo("closed");
        assertThat(closed.at("/counts/plannedContacts").asInt()).isEqualTo(2);
        assertThat(closed.at("/counts/extraContacts").asInt()).isEqualTo(2);
        assertThat(closed.at("/promises").toString())
                .isEqualTo("{\"open\":0,\"dueSoon\":0,\"overdue\":0,\"kept\":2,\"broken\":0}");
        assertThat(closed.at("/counts/contacts").asInt()).isEqualTo(4);
        JsonNode handoffs = as("ops")
                .get("/api/handoffs?party=workshop&limit=100")
                .expect(200)
                .json();
        assertThat(handoffs.path("items").findValuesAsText("caseId")).contains(caseId);
    }

    /** The customer calls; the level after that. */
    private String call(String caseId) {
        return as("integrator")
                .post("/api/cases/" + caseId + "/contacts", CALL)
                .expect(201)
                .at("/escalation/level");
    }

    private JsonNode seen(String caseId) {
        return as("owner").get("/api/cases/" + caseId).expect(200).json();
    }

    private static String file(String name) {
        try (InputStream file = DrawnByAnOwnerTest.class.getResourceAsStream("/own/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}

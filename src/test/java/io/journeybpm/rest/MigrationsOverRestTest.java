package io.journeybpm.rest;

import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.phase;
import static io.journeybpm.testing.Bpmn.process;
import static io.journeybpm.testing.Bpmn.row;
import static io.journeybpm.testing.Bpmn.touchpoint;
import static io.journeybpm.testing.Bpmn.userTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.testing.Caller.Answer;
import io.journeybpm.testing.Multipart;
import io.journeybpm.testing.ServerTest;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A process owner deploys a new version")
class MigrationsOverRestTest extends ServerTest {

    private static final String KEY = "garage";
    private static final String PATH = "/api/journeys/" + KEY + "/migrations";

    @AfterEach
    void removeTheGarage() {
        for (Deployment each : engine.getRepositoryService()
                .createDeploymentQuery()
                .deploymentName(KEY)
                .list()) {
            engine.getRepositoryService().deleteDeployment(each.getId(), true);
        }
    }

    private Answer deploy(String... elements) {
        return Multipart.of("deployment-name", KEY)
                .file("data", KEY + ".bpmn", document(process(KEY, row(KEY, phase("work", row("work", elements))))))
                .post(as("owner"), "/engine-rest/deployment/create")
                .expect(200);
    }

    private static String task(String id) {
        return userTask(id, touchpoint("visit", "mechanic"));
    }

    @Test
    void andBringsRunningCasesOverWithoutLosingAnything() {
        deploy(task("repair"));
        String caseId = newCase(KEY);
        deploy(task("repair"), task("handover"));
        assertThat(as("owner").get("/api/cases/" + caseId).expect(200).at("/version"))
                .isEqualTo("1");

        Answer tried = as("owner").post(PATH, "{'from':1,'to':2,'dryRun':true}").expect(200);
        assertThat(tried.at("/migrated/0")).isEqualTo(caseId);
        assertThat(as("owner").get("/api/cases/" + caseId).at("/version")).isEqualTo("1");

        String body = "{'from':1,'to':2,'cases':['" + caseId + "']}";
        Answer done =
                as("owner").post(PATH, body, "Idempotency-Key", "m-" + caseId).expect(200);
        assertThat(done.at("/cases") + done.at("/migrated/0")).isEqualTo("1" + caseId);
        assertThat(as("owner")
                        .post(PATH, body, "Idempotency-Key", "m-" + caseId)
                        .expect(200)
                        .body())
                .isEqualTo(done.body());
        assertThat(as("ops").get("/api/cases/" + caseId).at("/version")).isEqualTo("2");
        assertThat(as("integrator")
                        .post("/api/cases/" + caseId + "/contacts", "{'touchpoint':'repair','outcome':'done'}")
                        .expect(201)
                        .at("/completed"))
                .isEqualTo("repair");
        assertThat(as("ops").get("/api/cases/" + caseId).at("/counts/contacts")).isEqualTo("1");
    }

    @Test
    void andIsToldWhyACaseStaysWhereItIs() {
        deploy(task("repair"));
        String caseId = newCase(KEY);
        deploy(task("handover"));
        Answer refused = as("owner").post(PATH, "{'from':1,'to':2}").problem(409);
        assertThat(refused.at("/problems/0/caseId")).isEqualTo(caseId);
        assertThat(refused.at("/problems/0/element")).isEqualTo("repair");
        assertThat(refused.at("/problems/0/message")).isNotBlank();
        assertThat(as("owner").get("/api/cases/" + caseId).at("/version")).isEqualTo("1");
    }

    @Test
    void andIsToldWhatIsWrongWithTheRequest() {
        deploy(task("repair"));
        as("owner").post(PATH, "{}").problem(400, "from").problem(400, "to");
        as("owner").post(PATH, "{'from':1,'to':1}").problem(400, "to");
        as("owner").post(PATH, "{'from':1,'to':9}").problem(404, "to");
        as("owner").post(PATH, "{'from':-1,'to':2}").problem(400, "from");
        as("owner").post(PATH, "{'from':1,'to':2,'cases':[]}").problem(400, "cases");
        as("owner").post(PATH, "{'from':1,'to':2,'cases':['a b']}").problem(400, "cases[0]");
        as("owner")
                .post("/api/journeys/nowhere/migrations", "{'from':1,'to':2}")
                .problem(404);
    }

    @Test
    void andSeesWhatIsWrongWithIt() {
        deploy(task("repair"));
        Answer shown = as("owner").get("/api/journeys/" + KEY).expect(200);
        assertThat(shown.json().path("problems").isArray()).isTrue();
    }
}

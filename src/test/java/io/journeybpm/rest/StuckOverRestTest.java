package io.journeybpm.rest;

import static io.journeybpm.testing.Bpmn.conditional;
import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.flow;
import static io.journeybpm.testing.Bpmn.phase;
import static io.journeybpm.testing.Bpmn.process;
import static io.journeybpm.testing.Bpmn.row;
import static io.journeybpm.testing.Bpmn.touchpoint;
import static io.journeybpm.testing.Bpmn.userTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.testing.Caller.Answer;
import io.journeybpm.testing.ServerTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A contact behind which the journey can't go on")
class StuckOverRestTest extends ServerTest {

    private static final String KEY = "crossing";
    private String deployment;

    @BeforeEach
    void deployACrossing() {
        String model = document(process(
                KEY,
                row(
                        KEY,
                        phase(
                                "work",
                                "<startEvent id='begin'/>" + userTask("look", touchpoint("visit", "plumber"))
                                        + "<exclusiveGateway id='which'/><endEvent id='dry'/><endEvent id='wet'/>"
                                        + flow("begin", "look", "which")
                                        + conditional("which", "dry", "${moisture == 1}")
                                        + conditional("which", "wet", "${moisture == 2}")))));
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addString(KEY + ".bpmn", model)
                .deploy()
                .getId();
    }

    @AfterEach
    void removeIt() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    private Answer report(String caseId, String variables) {
        return as("integrator")
                .post("/api/cases/" + caseId + "/contacts", "{'touchpoint':'look','variables':" + variables + "}");
    }

    @Test
    void isRefusedWithTheElementAndWhatItLacks() {
        String caseId = newCase(KEY);
        assertThat(report(caseId, "{}").problem(409).at("/detail"))
                .contains("'which'", "which--dry", "${moisture == 1}", "'moisture'");
        assertThat(report(caseId, "{'moisture':3}").problem(409).at("/detail"))
                .contains("at 'which'", "none of its flows");
        assertThat(as("ops").get("/api/cases/" + caseId).at("/counts/contacts")).isEqualTo("0");
        report(caseId, "{'moisture':2}").expect(201);
        assertThat(as("ops").get("/api/cases/" + caseId).at("/counts/contacts")).isEqualTo("1");
    }
}

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
import io.journeybpm.testing.Dmn;
import io.journeybpm.testing.ServerTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/**
 * A call in which a visit of the plumber is promised by the next day, then the visit; a broken promise escalates. Time is
 * the engine's, and its timers run when it passes.
 */
@Tag("engine")
abstract class Promised extends ServerTest {

    static final String PIPES = "pipes";
    static final String PLUMBER = "pipe-plumber";

    /** A Monday, ten o'clock in Copenhagen. */
    static final Instant MONDAY = Instant.parse("2026-08-03T08:00:00Z");

    String caseId = "P-" + UUID.randomUUID();

    @BeforeEach
    void deployThePipes() {
        passTo(MONDAY);
        if (engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(PIPES)
                        .count()
                == 0) {
            String call = userTask(
                    "call",
                    touchpoint(
                            "phone",
                            "handler",
                            "journey.promise",
                            "the plumber comes",
                            "journey.promise.within",
                            "P1D"));
            String repair = userTask("repair", touchpoint("visit", PLUMBER));
            engine.getRepositoryService()
                    .createDeployment()
                    .addString(
                            "pipes.bpmn",
                            document(process(
                                    PIPES, row("j", phase("plan", row("a", call)), phase("mend", row("b", repair))))))
                    .addString(
                            "pipes.dmn",
                            Dmn.table("contact-escalation-" + PIPES, "brokenPromises", ">= 1", "escalate", "-", "none"))
                    .deploy();
        }
    }

    @AfterEach
    void letTimeBe() {
        ClockUtil.reset();
    }

    /** The engine's clock goes on, and timers of this case that are due come. */
    void passTo(Instant moment) {
        ClockUtil.setCurrentTime(Date.from(moment));
        for (int round = 0; round < 10; round++) {
            List<Job> due = timers().stream()
                    .filter(each -> !each.getDuedate().toInstant().isAfter(moment))
                    .toList();
            due.forEach(each -> management().executeJob(each.getId()));
        }
    }

    ManagementService management() {
        return engine.getManagementService();
    }

    List<Job> timers() {
        return management().createJobQuery().timers().list().stream()
                .filter(each -> caseId.equals(((JobEntity) each).getJobHandlerConfigurationRaw()))
                .toList();
    }

    /** Opens the case over REST. */
    Answer open(String more) {
        return as("integrator")
                .post("/api/journeys/" + PIPES + "/cases", "{'caseId':'" + caseId + "'" + more + "}")
                .expect(201);
    }

    Answer contact(String body) {
        return as("integrator").post("/api/cases/" + caseId + "/contacts", "{" + body + "}");
    }

    Answer promise(String window) {
        return as("integrator")
                .post("/api/cases/" + caseId + "/promises", "{'what':'visit','party':'" + PLUMBER + "'" + window + "}")
                .expect(201);
    }

    static String between(String from, String to) {
        return ",'from':'" + from + "','to':'" + to + "'";
    }

    JsonNode theCase() {
        return as("ops").get("/api/cases/" + caseId).expect(200).json();
    }

    String state(Answer promise) {
        return as("owner").get(promise.header("Location")).expect(200).at("/state");
    }

    /** What happened to the case, in order; without what it told. */
    List<String> timeline() {
        return read("/api/cases/" + caseId + "/timeline?limit=500", "type");
    }

    List<String> listed(String query) {
        return read("/api/promises?limit=500&party=" + PLUMBER + query, "promiseId").stream()
                .filter(each -> each.startsWith(caseId))
                .toList();
    }

    private List<String> read(String path, String field) {
        List<String> all = new ArrayList<>();
        as("ops")
                .get(path)
                .expect(200)
                .json()
                .at("/items")
                .forEach(each -> all.add(each.path(field).asText()));
        return all;
    }

    void completeTask(String key) {
        String task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseId)
                .taskDefinitionKey(key)
                .singleResult()
                .getId();
        as("ops").post("/engine-rest/task/" + task + "/complete", "{}").expect(204);
    }

    void assertLevel(String level) {
        assertThat(theCase().at("/escalation/level").asText()).isEqualTo(level);
    }
}

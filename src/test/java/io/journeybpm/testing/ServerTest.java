package io.journeybpm.testing;

import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.phase;
import static io.journeybpm.testing.Bpmn.process;
import static io.journeybpm.testing.Bpmn.row;
import static io.journeybpm.testing.Bpmn.touchpoint;
import static io.journeybpm.testing.Bpmn.userTask;

import io.journeybpm.accounts.Accounts;
import io.journeybpm.accounts.Group;
import io.journeybpm.server.JourneyServer;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the running server over HTTP: one server for all of them. Its users are those of the embedded mode, on
 * whatever database; its journey {@code kitchen} is two phases, a call and then two visits.
 */
@SpringBootTest(
        classes = JourneyServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "journey.demo=false",
            "journey.insight.catch-up=0",
            "journey.daily.enabled=false",
            "spring.datasource.password=",
            "spring.main.register-shutdown-hook=false",
            "logging.level.root=warn"
        })
@ContextConfiguration(initializers = TestDatabase.class)
public abstract class ServerTest {

    /** A journey whose own table says watch at 4 and escalate at 6 contacts. */
    protected static final String KITCHEN = "kitchen";

    /** A journey that waits for the message {@code answer}. */
    protected static final String LETTERBOX = "letterbox";

    @LocalServerPort
    protected int port;

    @Autowired
    protected ProcessEngine engine;

    @Autowired
    protected Accounts accounts;

    @BeforeEach
    void haveUsersAndAJourney() {
        // Camunda's REST and web applications ask statically for the engine; other tests have one of that name too
        ProcessEngines.registerProcessEngine(engine);
        if (engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(KITCHEN)
                        .count()
                > 0) {
            return;
        }
        accounts.makeAdministrators();
        accounts.makeUser("demo", "demo", "demo", Group.ADMINISTRATORS);
        accounts.makeUser("owner", "owner", "owner", Group.OWNERS);
        accounts.makeUser("ops", "ops", "ops", Group.OPERATIONS);
        accounts.makeUser("integrator", "integrator", "integrator", Group.INTEGRATORS);
        engine.getRepositoryService()
                .createDeployment()
                .addString("kitchen.bpmn", kitchen())
                .addString(
                        "kitchen.dmn",
                        Dmn.table(
                                "contact-escalation-" + KITCHEN,
                                "contacts",
                                ">= 6",
                                "escalate",
                                ">= 4",
                                "watch",
                                "-",
                                "none"))
                .deploy();
    }

    private static String kitchen() {
        String call = userTask("first-call", touchpoint("phone", "handler"));
        String carpentry = userTask("carpentry", touchpoint("visit", "carpenter"));
        String plumbing = userTask("plumbing", touchpoint("visit", "plumber"));
        String letter =
                "<receiveTask id='letter' messageRef='message'>" + touchpoint("letter", "office") + "</receiveTask>";
        return document(
                process(
                        KITCHEN,
                        row(
                                "kitchen",
                                phase("plan", row("plan", call)),
                                phase("build", row("build", carpentry, plumbing)))),
                process(LETTERBOX, row(LETTERBOX, phase("post", row("post", letter)))));
    }

    /** Calls as one user; the password is the name. */
    protected Caller as(String user) {
        return new Caller("http://localhost:" + port, user, user);
    }

    /** Calls as nobody. */
    protected Caller anonymous() {
        return new Caller("http://localhost:" + port, null, "");
    }

    /** A case just opened in the kitchen. */
    protected String newCase() {
        return newCase(KITCHEN);
    }

    /** A case just opened. */
    protected String newCase(String journey) {
        String caseId = "K-" + UUID.randomUUID();
        as("integrator")
                .post("/api/journeys/" + journey + "/cases", "{'caseId':'" + caseId + "'}")
                .expect(201);
        return caseId;
    }
}

package io.journeybpm.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.engine.RunningCases;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.TimelineEntry;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test on a real engine and real tables, once on H2 and once on PostgreSQL. Jobs run only when the test says so.
 */
@Tag("engine")
@SpringBootTest(
        classes = PluginApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            // the engine named default is the one of ServerTest, which /engine-rest asks for by that name
            "camunda.bpm.generate-unique-process-engine-name=true",
            "camunda.bpm.job-execution.enabled=false",
            "camunda.bpm.auto-deployment-enabled=false",
            "camunda.bpm.generic-properties.properties.enforceHistoryTimeToLive=true",
            "camunda.bpm.eventing.execution=false",
            "camunda.bpm.eventing.history=false",
            "camunda.bpm.eventing.task=false",
            "spring.main.banner-mode=off",
            "journey.insight.catch-up=0",
            "journey.daily.enabled=false",
            "spring.main.register-shutdown-hook=false",
            "logging.level.root=warn"
        })
@ContextConfiguration(initializers = TestDatabase.class)
public abstract class EngineTest {

    @Autowired
    protected ProcessEngine engine;

    @Autowired
    protected RunningCases runningCases;

    @Autowired
    protected Cases cases;

    protected RuntimeService runtime;
    protected TaskService tasks;
    protected RepositoryService repository;
    protected ManagementService management;
    protected HistoryService history;

    @BeforeEach
    void takeServices() {
        AbstractAssertions.init(engine);
        runtime = engine.getRuntimeService();
        tasks = engine.getTaskService();
        repository = engine.getRepositoryService();
        management = engine.getManagementService();
        history = engine.getHistoryService();
    }

    @AfterEach
    void removeWhatTheTestLeft() {
        ClockUtil.reset();
        for (Deployment each : repository.createDeploymentQuery().list()) {
            if (!"journey-defaults".equals(each.getSource())) {
                repository.deleteDeployment(each.getId(), true);
            }
        }
        runtime.createProcessInstanceQuery()
                .list()
                .forEach(each -> runtime.deleteProcessInstanceIfExists(each.getId(), "test", true, true, false, false));
        management.createJobQuery().list().forEach(each -> management.deleteJob(each.getId()));
        AbstractAssertions.reset();
    }

    protected void deploy(String name, String content) {
        DeploymentBuilder deployment = repository.createDeployment().name(name);
        deployment.addString(name, content).deploy();
    }

    protected Case theCase(String caseId) {
        return cases.find(caseId).orElseThrow();
    }

    /** The case's contacts as they stand in the ledger, oldest first. */
    protected List<Contact> contacts(String caseId) {
        List<TimelineEntry> all = cases.timeline(caseId, null, 10_000).items();
        return all.stream()
                .filter(Contact.class::isInstance)
                .map(Contact.class::cast)
                .toList();
    }

    protected Task task(String key) {
        List<Task> found = tasks.createTaskQuery().taskDefinitionKey(key).list();
        assertThat(found).as("open tasks '%s'", key).isNotEmpty();
        return found.get(0);
    }

    protected void complete(String key, Map<String, Object> variables) {
        tasks.complete(task(key).getId(), variables);
    }

    protected void complete(String key) {
        complete(key, Map.of());
    }

    /** Runs what the job executor would, until nothing is left to try at once; failing jobs become incidents. */
    protected void runJobs() {
        for (int round = 0; round < 20; round++) {
            List<Job> due =
                    management.createJobQuery().messages().withRetriesLeft().list();
            if (due.isEmpty()) {
                return;
            }
            for (Job each : due) {
                try {
                    management.executeJob(each.getId());
                } catch (RuntimeException failed) {
                    // counted down by the engine, an incident in the end
                }
            }
        }
    }
}

package io.journeybpm.engine;

import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.phase;
import static io.journeybpm.testing.Bpmn.process;
import static io.journeybpm.testing.Bpmn.row;
import static io.journeybpm.testing.Bpmn.touchpoint;
import static io.journeybpm.testing.Bpmn.userTask;

import io.journeybpm.testing.Dmn;
import io.journeybpm.testing.EngineTest;
import java.util.List;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/** A journey of three visits whose second is one too many. */
abstract class RememberedDecisions extends EngineTest {

    static final String KEY = "remembered";

    String start() {
        String table = Dmn.table("contact-escalation-" + KEY, "contacts", ">= 2", "watch", "-", "none");
        deploy("table.dmn", table);
        String visits = row(
                "visits",
                userTask("first", touchpoint("visit", "plumber")),
                userTask("second", touchpoint("visit", "plumber")),
                userTask("third", touchpoint("visit", "plumber")));
        deploy(KEY + ".bpmn", document(process(KEY, row("j", phase("phase", visits)))));
        String caseId = "case-" + System.nanoTime();
        runtime.startProcessInstanceByKey(KEY, caseId);
        return caseId;
    }

    List<HistoricDecisionInstance> kept() {
        return history.createHistoricDecisionInstanceQuery()
                .decisionDefinitionKey("contact-escalation-" + KEY)
                .includeInputs()
                .includeOutputs()
                .list();
    }

    void report(String caseId) {
        runningCases.record(caseId, Reports.visit("painter"));
    }

    ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }
}

package io.journeybpm.engine;

import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.flow;
import static io.journeybpm.testing.Bpmn.handler;
import static io.journeybpm.testing.Bpmn.multiInstance;
import static io.journeybpm.testing.Bpmn.phase;
import static io.journeybpm.testing.Bpmn.process;
import static io.journeybpm.testing.Bpmn.row;
import static io.journeybpm.testing.Bpmn.touchpoint;
import static io.journeybpm.testing.Bpmn.userTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeybpm.engine.RunningCases.RecordedContact;
import io.journeybpm.engine.RunningCases.SeveralWaiting;
import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Outcome;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.LedgerProblem;
import io.journeybpm.ledger.Level;
import io.journeybpm.testing.Dmn;
import io.journeybpm.testing.EngineTest;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contacts that are reported from outside while the journey waits, and what they raise in it. */
class RaisedFromOutsideTest extends EngineTest {

    private static final String KEY = "outside";

    private String start(String... elements) {
        return startWith(">= 1", elements);
    }

    private String startWith(String condition, String... elements) {
        deploy("table.dmn", Dmn.table("contact-escalation-" + KEY, "contacts", condition, "escalate", "-", "none"));
        deploy(KEY + ".bpmn", document(process(KEY, elements)));
        String caseId = "case-" + System.nanoTime();
        runtime.startProcessInstanceByKey(KEY, caseId, Map.of("rooms", "bath, kitchen"));
        return caseId;
    }

    private long open(String task) {
        return tasks.createTaskQuery().taskDefinitionKey(task).count();
    }

    @ParameterizedTest
    @CsvSource({
        "PROCESS,false",
        "PROCESS,true",
        "PHASE,false",
        "PHASE,true",
        "PARALLEL,false",
        "PARALLEL,true",
        "CALL,false",
        "CALL,true",
        "MULTI,false",
        "MULTI,true",
        "BOUNDARY,false",
        "BOUNDARY,true",
        "ANY_CODE,false"
    })
    void aRiseIsRaisedOnceWhereTheInstanceWaits(String where, boolean interrupting) {
        String handler = handler("HS", where.equals("ANY_CODE") ? null : "escalate", interrupting, userTask("H"));
        String child = process("child", row("c", userTask("N", touchpoint("visit", "plumber"))));
        String call = "<callActivity id='CA' calledElement='child'><extensionElements><camunda:in"
                + " businessKey='#{execution.processBusinessKey}'/></extensionElements></callActivity>";
        String wait = userTask("N");
        String caseId =
                switch (where) {
                    case "PHASE" -> start(row("p", phase("P", row("i", wait), handler), userTask("AFTER")));
                    case "PARALLEL" ->
                        start(
                                row(
                                        "p",
                                        phase(
                                                "P",
                                                "<startEvent id='s'/><parallelGateway id='g'/>" + wait + userTask("O")
                                                        + flow("s", "g", "N") + flow("g", "O"))),
                                handler);
                    case "CALL" -> {
                        deploy("child.bpmn", document(child));
                        yield start(row("p", phase("P", row("i", call))), handler);
                    }
                    case "MULTI" ->
                        start(
                                row(
                                        "p",
                                        phase(
                                                "P",
                                                row(
                                                        "i",
                                                        "<userTask id='N'>"
                                                                + multiInstance(
                                                                        false, "${journeyValues.list(rooms)}", "room")
                                                                + "</userTask>"))),
                                handler);
                    case "BOUNDARY" ->
                        start(
                                row("p", phase("P", row("i", wait)), userTask("AFTER")),
                                "<boundaryEvent id='b' attachedToRef='P' cancelActivity='" + interrupting
                                        + "'><escalationEventDefinition escalationRef='escalate'/></boundaryEvent>"
                                        + userTask("H") + "<endEvent id='be'/>" + flow("b", "H", "be"));
                    default -> start(row("p", phase("P", row("i", wait))), handler);
                };
        RecordedContact recorded = runningCases.record(caseId, Reports.visit("painter"));
        assertThat(recorded.assessment().rise()).isNotNull();
        assertThat(open("H")).as("raised after the contact's transaction").isZero();
        runJobs();

        assertThat(open("H")).isEqualTo(1);
        assertThat(open("N")).isEqualTo(interrupting ? 0 : where.equals("MULTI") ? 2 : 1);
        assertThat(tasks.getVariables(tasks.createTaskQuery()
                        .taskDefinitionKey("H")
                        .singleResult()
                        .getId()))
                .containsEntry("escalationLevel", "escalate")
                .containsEntry("escalationReason", "because of rule-1");
        runningCases.record(caseId, Reports.visit("painter"));
        runJobs();
        assertThat(open("H")).as("once per level").isEqualTo(1);
        assertThat(runtime.createIncidentQuery().count()).isZero();
    }

    @Test
    void aHandlerThatThrowsIsAnIncidentAndCostsNoContact() {
        String broken = "<serviceTask id='H' camunda:expression='${nobody.knows}'/>";
        String caseId = start(row("p", phase("P", row("i", userTask("N")))), handler("HS", "escalate", false, broken));
        RecordedContact recorded = runningCases.record(caseId, Reports.visit("painter"));
        runJobs();
        assertThat(contacts(caseId)).hasSize(1);
        assertThat(theCase(caseId).escalation().level()).isEqualTo(Level.ESCALATE);
        assertThat(open("N")).isEqualTo(1);
        Incident incident = runtime.createIncidentQuery().singleResult();
        assertThat(incident.getProcessInstanceId()).isEqualTo(theCase(caseId).processInstance());
        assertThat(recorded.contact().id()).startsWith(caseId);
    }

    @Test
    void whereOnlyHandlersAreOpenTheProcessItselfIsAsked() {
        deploy(
                "table.dmn",
                Dmn.table(
                        "contact-escalation-" + KEY,
                        "contacts",
                        ">= 2",
                        "executive",
                        ">= 1",
                        "coordinate",
                        "-",
                        "none"));
        deploy(
                KEY + ".bpmn",
                document(process(
                        KEY,
                        row("p", phase("P", row("i", userTask("N", touchpoint("visit", "plumber"))))),
                        handler("CS", "coordinate", false, userTask("C")),
                        handler("ES", "executive", false, userTask("E")))));
        runtime.startProcessInstanceByKey(KEY, "only-handlers");
        complete("N");
        assertThat(open("C")).isEqualTo(1);
        runningCases.record("only-handlers", Reports.visit("painter"));
        runJobs();
        assertThat(open("E")).isEqualTo(1);
        assertThat(open("C")).isEqualTo(1);
    }

    @Test
    void aRiseQueuedForAnInstanceThatEndsFindsSomebodyElse() {
        String caseId = start(row("p", phase("P", row("i", userTask("N")))));
        runningCases.record(caseId, Reports.visit("painter"));
        complete("N");
        assertThat(theCase(caseId).status()).isEqualTo(Case.Status.CLOSED);
        runJobs();
        assertThat(open("review-case")).isEqualTo(1);
    }

    @Test
    void watchFlagsTheCaseAndGivesNobodyATask() {
        deploy("table.dmn", Dmn.table("contact-escalation-" + KEY, "contacts", ">= 1", "watch", "-", "none"));
        deploy(KEY + ".bpmn", document(process(KEY, row("p", phase("P", row("i", userTask("N")))))));
        runtime.startProcessInstanceByKey(KEY, "watched");
        runningCases.record("watched", Reports.visit("painter"));
        runJobs();
        assertThat(theCase("watched").escalation().level()).isEqualTo(Level.WATCH);
        assertThat(tasks.createTaskQuery().count()).isEqualTo(1);
        assertThat(management.createJobQuery().count()).isZero();
    }

    @Test
    void aReviewClosesTheEscalationAndArmsTheTableAgain() {
        String caseId = startWith(">= 2", row("p", phase("P", row("i", userTask("N")))));
        for (int round = 0; round < 2; round++) {
            runningCases.record(caseId, Reports.visit("painter"));
            assertThat(theCase(caseId).escalation().level()).isEqualTo(Level.NONE);
            runningCases.record(caseId, Reports.visit("painter"));
            assertThat(theCase(caseId).escalation().level()).isEqualTo(Level.ESCALATE);
            runJobs();
            assertThat(open("review-case")).isEqualTo(1);
            runningCases.review(caseId, Level.NONE, "talked it over", "ops");
            assertThat(open("review-case")).isZero();
        }
        assertThat(cases.rises(caseId)).hasSize(2);
        assertThat(theCase(caseId).counts().get(io.journeybpm.ledger.Count.CONTACTS))
                .isEqualTo(4);
        assertThat(theCase(caseId).sinceReview().get(io.journeybpm.ledger.Count.CONTACTS))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"USER", "EXTERNAL", "RECEIVE", "CATCH"})
    void aReportForAWaitingTouchpointCompletesItAndIsOneContact(String kind) {
        String inside = touchpoint("visit", "plumber", "journey.cost.company", "100 DKK");
        String wait =
                switch (kind) {
                    case "EXTERNAL" ->
                        "<serviceTask id='N' camunda:type='external' camunda:topic='t'>" + inside + "</serviceTask>";
                    case "RECEIVE" -> "<receiveTask id='N' messageRef='message'>" + inside + "</receiveTask>";
                    case "CATCH" ->
                        "<intermediateCatchEvent id='N'>" + inside
                                + "<messageEventDefinition messageRef='message'/></intermediateCatchEvent>";
                    default -> userTask("N", inside);
                };
        String caseId = startWith("> 99", row("p", phase("P", row("i", wait, userTask("next")))));
        RecordedContact recorded =
                runningCases.record(caseId, Reports.of("N", null, null, Outcome.PARTLY, "sender-7", null));
        assertThat(recorded.completed()).isEqualTo("N");
        assertThat(recorded.contact().planned()).isTrue();
        assertThat(recorded.contact().outcome()).isEqualTo(Outcome.PARTLY);
        assertThat(open("next")).isEqualTo(1);
        assertThat(runtime.getVariable(theCase(caseId).processInstance(), "outcome"))
                .isEqualTo("partly");
        RecordedContact again =
                runningCases.record(caseId, Reports.of("N", null, null, Outcome.PARTLY, "sender-7", null));
        assertThat(again.repeated()).isTrue();
        assertThat(again.contact().id()).isEqualTo(recorded.contact().id());
        assertThat(contacts(caseId)).hasSize(1);
        assertThat(theCase(caseId).companyCost()).isEqualByComparingTo("100");
    }

    @Test
    void whereSeveralWaitThePartyChooses() {
        String caseId = startWith(
                "> 99",
                row(
                        "p",
                        phase(
                                "P",
                                row(
                                        "i",
                                        "<userTask id='N'>"
                                                + touchpoint("visit", "${room}")
                                                + multiInstance(false, "${journeyValues.list(rooms)}", "room")
                                                + "</userTask>"))));
        assertThatThrownBy(() -> runningCases.record(caseId, Reports.at("N")))
                .isInstanceOfSatisfying(SeveralWaiting.class, several -> assertThat(several.waiting())
                        .extracting(SeveralWaiting.Waiting::party)
                        .containsExactlyInAnyOrder("bath", "kitchen"));
        RecordedContact recorded =
                runningCases.record(caseId, Reports.of("N", Channel.VISIT, "kitchen", null, null, null));
        assertThat(recorded.completed()).isEqualTo("N");
        assertThat(open("N")).isEqualTo(1);
    }

    @Test
    void aContactTheModelDoesNotKnowIsAdHocAndTheNearestAreNamed() {
        String caseId = startWith(
                "> 99", row("p", phase("P", row("i", userTask("leak-search", touchpoint("visit", "finder"))))));
        RecordedContact recorded =
                runningCases.record(caseId, Reports.of("leak-serach", Channel.VISIT, "finder", null, null, null));
        assertThat(recorded.completed()).isNull();
        assertThat(recorded.contact().planned()).isFalse();
        assertThat(recorded.nearest()).first().isEqualTo("leak-search");
        assertThatThrownBy(() -> runningCases.record(caseId, Reports.at("nowhere")))
                .isInstanceOf(RunningCases.ChannelMissing.class);
    }

    @Test
    void aContactOnAClosedCaseIsTakenOnlyIfItCameBefore() {
        String caseId = startWith("> 99", row("p", phase("P", row("i", userTask("N")))));
        runningCases.close(caseId, "withdrawn", "ops");
        assertThat(runtime.createProcessInstanceQuery().count()).isZero();
        assertThatThrownBy(() -> runningCases.record(caseId, Reports.visit("painter")))
                .isInstanceOf(LedgerProblem.CaseClosed.class)
                .hasMessageContaining("reopen");
        runningCases.change(caseId, file -> {
            file.reopen("the customer calls again", "ops");
            return file.view();
        });
        runningCases.record(caseId, Reports.visit("painter"));
        assertThat(contacts(caseId)).hasSize(1);
    }

    @Test
    void aTableWithAnUnknownLevelIsAnIncidentNamingItsRuleAndTheContactStays() {
        String table = Dmn.table("contact-escalation-" + KEY, "contacts", ">= 1", "panic", "-", "none");
        // put together as the table runs, so that nobody can tell at its deployment
        deploy("table.dmn", table.replace("\"panic\"", "\"pan\" + \"ic\""));
        deploy(KEY + ".bpmn", document(process(KEY, row("p", phase("P", row("i", userTask("N")))))));
        runtime.startProcessInstanceByKey(KEY, "undecided");
        RecordedContact recorded = runningCases.record("undecided", Reports.visit("painter"));
        runningCases.record("undecided", Reports.visit("painter"));
        assertThat(recorded.assessment().failure()).contains("unknown level 'panic'");
        runJobs();
        assertThat(contacts("undecided")).hasSize(2);
        assertThat(theCase("undecided").decisionFailed()).isTrue();
        List<Incident> incidents = runtime.createIncidentQuery().list();
        assertThat(incidents).singleElement().satisfies(incident -> assertThat(incident.getIncidentMessage())
                .contains("contact-escalation-" + KEY)
                .contains("rule-1"));

        deploy("table.dmn", Dmn.table("contact-escalation-" + KEY, "contacts", ">= 1", "escalate", "-", "none"));
        management.setJobRetries(incidents.get(0).getConfiguration(), 1);
        runJobs();
        assertThat(theCase("undecided").escalation().level()).isEqualTo(Level.ESCALATE);
        assertThat(theCase("undecided").decisionFailed()).isFalse();
        assertThat(runtime.createIncidentQuery().count()).isZero();
    }
}

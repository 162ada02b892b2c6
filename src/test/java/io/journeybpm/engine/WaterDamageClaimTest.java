package io.journeybpm.engine;

import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.phase;
import static io.journeybpm.testing.Bpmn.process;
import static io.journeybpm.testing.Bpmn.row;
import static io.journeybpm.testing.Bpmn.userTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.processInstanceQuery;

import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.Count;
import io.journeybpm.ledger.Level;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/** The flagship journey and the process that takes escalated cases, drawn path by drawn path. */
class WaterDamageClaimTest extends ShippedJourneyTest {

    private static final String KEY = "water-damage-claim";

    WaterDamageClaimTest() {
        super(KEY, CaseEscalation.PROCESS);
    }

    private ProcessInstance start(String caseId) {
        return runtime.startProcessInstanceByKey(KEY, caseId);
    }

    private void as(String user, String task, Map<String, Object> submitted) {
        Task open = task(task);
        tasks.setAssignee(open.getId(), user);
        tasks.complete(open.getId(), submitted);
    }

    private void done(String user, String task) {
        as(user, task, Map.of("outcome", "done"));
    }

    private void report() {
        done("mette", "report-damage");
        done("mette", "plan-and-appointment");
    }

    private void searchAndRepair(String leakStopped) {
        done("finn", "leak-search");
        done("poul", "repair");
        as("poul", "pressure-test", Map.of("outcome", "done", "leakStopped", leakStopped));
    }

    private void dryOut() {
        done("dora", "set-up-drying");
        as("dora", "moisture-check", Map.of("outcome", "done", "dry", "no"));
        // the one that is drawn, not the one that watches what was promised
        management.createJobQuery().timers().list().stream()
                .filter(each -> each.getJobDefinitionId() != null)
                .forEach(each -> management.executeJob(each.getId()));
        as("dora", "moisture-check", Map.of("outcome", "done", "dry", "yes"));
        done("dora", "collect-equipment");
    }

    private void settle() {
        done("mette", "walk-through");
        done("mette", "settlement-call");
    }

    @Test
    void aCaseThatRunsExactlyAsDrawnStaysAtNone() {
        ProcessInstance instance = start("drawn");
        report();
        assertThat(theCase("drawn").ambassador()).isEqualTo("mette");
        searchAndRepair("yes");
        dryOut();
        as("sam", "scoping-visit", Map.of("outcome", "done", "trades", "carpenter, electrician, painter"));
        for (String trade : List.of("carpenter", "electrician")) {
            assertThat(tasks.createTaskQuery().taskCandidateGroup(trade).count())
                    .isEqualTo(1);
            as(trade, "restoration-visit", Map.of("outcome", "done", "finished", "no"));
        }
        as("painter", "restoration-visit", Map.of("outcome", "done", "finished", "yes"));
        settle();

        assertThat(instance).isEnded();
        Case after = theCase("drawn");
        assertThat(after.escalation().level()).isEqualTo(Level.NONE);
        assertThat(after.status()).isEqualTo(Case.Status.CLOSED);
        assertThat(cases.rises("drawn")).isEmpty();
        assertThat(after.counts())
                .contains(
                        entry(Count.EXTRA_CONTACTS, 0),
                        entry(Count.REWORK_CONTACTS, 0),
                        entry(Count.CONTACTS, 12),
                        entry(Count.PLANNED_CONTACTS, 12),
                        entry(Count.BROKEN_PROMISES, 0));
        assertThat(contacts("drawn")).hasSize(16);
        assertThat(after.currency()).isEqualTo("DKK");
        assertThat(after.companyCost()).isPositive();
        assertThat(after.customerCost()).isPositive();
        assertThat(processInstanceQuery().count()).as("tasks for anybody").isZero();
    }

    @Test
    void aTradeThatComesBackIsCoordinatedByTheHandlerAndTheThirdRoundEscalates() {
        ProcessInstance instance = start("rounds");
        report();
        searchAndRepair("no");
        assertThat(theCase("rounds").escalation().level()).isEqualTo(Level.NONE);
        done("mette", "agree-new-plan");
        done("finn", "leak-search");

        Case coordinated = theCase("rounds");
        assertThat(coordinated.escalation().level()).isEqualTo(Level.COORDINATE);
        assertThat(cases.rises("rounds").get(0).cause().rule()).isEqualTo("coordinate-1-redone");
        Contact back =
                contacts("rounds").stream().filter(Contact::rework).findFirst().orElseThrow();
        assertThat(back.causedBy()).isEqualTo(contacts("rounds").get(2).entry());
        Task plan = task("one-plan-one-call");
        assertThat(tasks.createTaskQuery()
                        .taskCandidateGroup("handler")
                        .taskDefinitionKey("one-plan-one-call")
                        .count())
                .isEqualTo(1);
        assertThat(plan.getDueDate()).isNotNull();
        as(
                "mette",
                "one-plan-one-call",
                Map.of("outcome", "done", "level", "none", "reason", "both come on Thursday together"));
        assertThat(theCase("rounds").escalation().level()).isEqualTo(Level.NONE);
        assertThat(theCase("rounds").reviews()).isEqualTo(1);

        done("poul", "repair");
        as("poul", "pressure-test", Map.of("outcome", "done", "leakStopped", "no"));
        assertThat(theCase("rounds").escalation().level()).isEqualTo(Level.COORDINATE);
        done("mette", "agree-new-plan");
        assertThat(theCase("rounds").escalation().level()).isEqualTo(Level.ESCALATE);
        as(
                "karen",
                "take-the-case",
                Map.of("level", "coordinate", "reason", "the pipe is replaced as a whole", "ambassador", "karen"));
        assertThat(theCase("rounds").ambassador()).isEqualTo("karen");
        searchAndRepair("yes");
        assertThat(instance).isWaitingAt("set-up-drying", "one-plan-one-call", "take-the-case");
    }

    @Test
    void severalIncidentsGoToTheDirectorAndUnfinishedTradesComeAgain() {
        ProcessInstance instance = start("incidents");
        report();
        searchAndRepair("yes");
        dryOut();
        as("sam", "scoping-visit", Map.of("outcome", "done", "trades", "carpenter"));
        as(
                "carl",
                "restoration-visit",
                Map.of(
                        "outcome", "done",
                        "finished", "no",
                        "tradesLeft", "painter",
                        "incidents", "late, dirty shoes, wrong door"));
        assertThat(theCase("incidents").escalation().level()).isEqualTo(Level.EXECUTIVE);
        as("dirk", "directors-weekly-list", Map.of("level", "watch", "reason", "the firm is spoken to"));
        assertThat(tasks.createTaskQuery().taskCandidateGroup("painter").count())
                .isEqualTo(1);
        as("pia", "restoration-visit", Map.of("outcome", "done", "finished", "yes"));
        settle();
        assertThat(instance).isEnded();
        assertThat(theCase("incidents").counts()).contains(entry(Count.INCIDENTS, 3), entry(Count.CONTACTS, 10 + 1));
    }

    @Test
    void aCaseWithoutAHandlerOfItsOwnIsTakenOnceAndMovesUp() {
        deploy("plain.bpmn", document(process("plain", row("p", phase("only", row("i", userTask("wait")))))));
        runtime.startProcessInstanceByKey("plain", "plain-case");
        for (int visit = 0; visit < 12; visit++) {
            runningCases.record("plain-case", Reports.visit("plumber"));
            runJobs();
        }
        assertThat(cases.rises("plain-case"))
                .extracting(each -> each.to().word())
                .containsExactly("watch", "escalate", "executive");
        assertThat(processInstanceQuery()
                        .processDefinitionKey(CaseEscalation.PROCESS)
                        .count())
                .isEqualTo(1);
        Task taken = task("review-case");
        assertThat(tasks.getVariable(taken.getId(), "escalationLevel")).isEqualTo("executive");
        assertThat(taken.getDueDate()).isNotNull();
        as("ops", "review-case", Map.of("level", "none", "reason", "solved", "ambassador", "anna"));
        assertThat(theCase("plain-case").ambassador()).isEqualTo("anna");
        assertThat(processInstanceQuery()
                        .processDefinitionKey(CaseEscalation.PROCESS)
                        .count())
                .isZero();
    }
}

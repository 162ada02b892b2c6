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

import io.journeybpm.ledger.Level;
import io.journeybpm.testing.Dmn;
import io.journeybpm.testing.EngineTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.context.TestPropertySource;

/**
 * A rise decided at a touchpoint is raised there: one touchpoint T, one handler H, one activity N that comes next, in
 * every placement that was found to matter.
 */
@DisplayName("An escalation raised from a touchpoint")
@Tag("once") // where it is raised is the engine's affair; what is written, others write on every database
@TestPropertySource(
        properties = "journey.deployment.check=off") // also where what was deployed earlier may still have it
class RaisedEscalationTest extends EngineTest {

    private static final String KEY = "placed";

    enum Kind {
        USER,
        SERVICE,
        EXTERNAL,
        RECEIVE,
        SEND,
        CATCH
    }

    enum Where {
        PROCESS,
        PHASE,
        PROCESS_FROM_PHASE,
        BOUNDARY,
        CALL,
        PARALLEL,
        LAST,
        LAST_OF_PHASE,
        MULTI_PARALLEL,
        MULTI_SEQUENTIAL,
        ASYNC_AFTER,
        ASYNC_BEFORE,
        SCOPED
    }

    record Placement(Kind kind, Where where, boolean interrupting, boolean waits) {}

    static List<Placement> placements() {
        List<Placement> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (Where where : Where.values()) {
                for (boolean interrupting : new boolean[] {false, true}) {
                    for (boolean waits : new boolean[] {false, true}) {
                        all.add(new Placement(kind, where, interrupting, waits));
                    }
                }
            }
        }
        return all;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("placements")
    void isCaughtOnceAndTheJourneyGoesOn(Placement placement) {
        deploy("table.dmn", Dmn.table("contact-escalation-" + KEY, "contacts", ">= 1", "escalate", "-", "none"));
        deploy("placed.bpmn", model(placement));
        String caseId = "case-" + System.nanoTime();
        runtime.startProcessInstanceByKey(KEY, caseId);
        runAsync();
        meet(placement, caseId);
        runAsync();

        assertThat(theCase(caseId).escalation().level()).isEqualTo(Level.ESCALATE);
        assertThat(cases.rises(caseId)).hasSize(1);
        assertThat(openTasks(caseId)).isEqualTo(expected(placement));
        tasks.createTaskQuery().taskDefinitionKey("H").list().forEach(task -> assertThat(
                        tasks.getVariables(task.getId()))
                .containsEntry("escalationLevel", "escalate")
                .containsEntry("escalationReason", "because of rule-1")
                .containsEntry("escalationOwner", "somebody")
                .containsEntry("escalationWithin", "P1D"));

        finish(placement, caseId);
        assertThat(runtime.createExecutionQuery().count()).as("executions left").isZero();
        assertThat(history.createHistoricActivityInstanceQuery().unfinished().count())
                .as("history left unfinished")
                .isZero();
        assertThat(history.createHistoricActivityInstanceQuery().activityId("H").count())
                .as("H ran")
                .isEqualTo(1);
        long contacts = contacts(caseId).stream()
                .filter(each -> "T".equals(each.reported().place().touchpoint()))
                .count();
        boolean multi = List.of(Where.MULTI_PARALLEL, Where.MULTI_SEQUENTIAL).contains(placement.where);
        assertThat(contacts).as("one contact per visit").isEqualTo(multi && !placement.interrupting ? 2 : 1);
    }

    private static Map<String, Integer> expected(Placement placement) {
        Map<String, Integer> expected = new TreeMap<>();
        boolean more = List.of(Where.LAST, Where.LAST_OF_PHASE).contains(placement.where);
        boolean multi = List.of(Where.MULTI_PARALLEL, Where.MULTI_SEQUENTIAL).contains(placement.where);
        if (placement.waits) {
            expected.put("H", 1);
        }
        if (placement.interrupting) {
            if (!placement.waits && (placement.where == Where.PHASE || placement.where == Where.LAST_OF_PHASE)) {
                expected.put("AFTER", 1);
            }
            return expected;
        }
        if (!more) {
            expected.put("N", 1);
        }
        if (placement.where == Where.LAST_OF_PHASE && !placement.waits) {
            expected.put("AFTER", 1);
        }
        if (placement.where == Where.PARALLEL) {
            expected.put("O", 1);
        }
        if (multi) {
            expected.put("N", 1);
        }
        return expected;
    }

    private void meet(Placement placement, String caseId) {
        for (int visit = 0; visit < 2; visit++) {
            switch (placement.kind) {
                case USER ->
                    tasks.createTaskQuery().taskDefinitionKey("T").list().stream()
                            .findFirst()
                            .map(Task::getId)
                            .ifPresent(tasks::complete);
                case EXTERNAL -> {
                    List<LockedExternalTask> locked = engine.getExternalTaskService()
                            .fetchAndLock(1, "worker")
                            .topic("meet", 10_000)
                            .execute();
                    locked.forEach(each -> engine.getExternalTaskService().complete(each.getId(), "worker"));
                }
                case RECEIVE, CATCH ->
                    runtime.createEventSubscriptionQuery().eventName("answer").list().stream()
                            .findFirst()
                            .ifPresent(each -> runtime.messageEventReceived("answer", each.getExecutionId()));
                default -> {
                    // ran when it was reached
                }
            }
            runAsync();
        }
    }

    private void runAsync() {
        management.createJobQuery().messages().list().forEach(each -> management.executeJob(each.getId()));
    }

    private void finish(Placement placement, String caseId) {
        for (int round = 0; round < 20; round++) {
            runAsync();
            meet(placement, caseId);
            List<Task> open = tasks.createTaskQuery().list();
            if (open.isEmpty()) {
                return;
            }
            tasks.complete(open.get(0).getId());
        }
    }

    private Map<String, Integer> openTasks(String caseId) {
        Map<String, Integer> open = new TreeMap<>();
        tasks.createTaskQuery().list().forEach(task -> open.merge(task.getTaskDefinitionKey(), 1, Integer::sum));
        return open;
    }

    private static String model(Placement placement) {
        String handled = placement.waits ? userTask("H") : "<serviceTask id='H' camunda:expression='${true}'/>";
        String handler = handler("HS", "escalate", placement.interrupting, handled);
        String t = touchpointElement(placement);
        String next = userTask("N");
        return switch (placement.where) {
            case PROCESS, MULTI_PARALLEL, MULTI_SEQUENTIAL, ASYNC_AFTER, ASYNC_BEFORE, SCOPED ->
                document(process(KEY, row("p", before(), t, next), extra(placement), handler));
            case PHASE -> document(process(KEY, row("p", phase("P", row("i", t, next), handler), userTask("AFTER"))));
            case PROCESS_FROM_PHASE ->
                document(process(KEY, row("p", phase("P", row("i", t, next)), userTask("AFTER")), handler));
            case BOUNDARY ->
                document(process(
                        KEY,
                        row("p", phase("P", row("i", t, next)), userTask("AFTER")),
                        "<boundaryEvent id='b' attachedToRef='P' cancelActivity='" + placement.interrupting
                                + "'><escalationEventDefinition escalationRef='escalate'/></boundaryEvent>" + handled
                                + "<endEvent id='be'/>" + flow("b", "H", "be")));
            case CALL ->
                document(
                        process(
                                KEY,
                                row(
                                        "p",
                                        before(),
                                        "<callActivity id='CA' calledElement='child'><extensionElements><camunda:in"
                                                + " businessKey='#{execution.processBusinessKey}'/></extensionElements>"
                                                + "</callActivity>",
                                        userTask("AFTER")),
                                handler),
                        process("child", row("c", t, next)));
            case PARALLEL ->
                document(process(
                        KEY,
                        "<startEvent id='s'/>" + before() + "<parallelGateway id='g'/>" + t + next + userTask("O")
                                + "<parallelGateway id='j'/><endEvent id='e'/>"
                                + flow("s", "first", "g", "T", "N", "j", "e") + flow("g", "O", "j"),
                        handler));
            case LAST -> document(process(KEY, row("p", before(), t), handler));
            case LAST_OF_PHASE -> document(process(KEY, row("p", phase("P", row("i", t), handler), userTask("AFTER"))));
        };
    }

    /** A phase that makes the process a journey. */
    private static String before() {
        return phase("first", row("f", "<manualTask id='nothing'/>"));
    }

    private static String extra(Placement placement) {
        return placement.where != Where.SCOPED
                ? ""
                : "<boundaryEvent id='tb' attachedToRef='T'><timerEventDefinition><timeDuration>P1D</timeDuration>"
                        + "</timerEventDefinition></boundaryEvent><endEvent id='tbe'/>" + flow("tb", "tbe");
    }

    private static String touchpointElement(Placement placement) {
        String inside = touchpoint("visit", "plumber");
        String attributes =
                switch (placement.where) {
                    case ASYNC_AFTER -> " camunda:asyncAfter='true'";
                    case ASYNC_BEFORE -> " camunda:asyncBefore='true'";
                    default -> "";
                };
        String loop =
                switch (placement.where) {
                    case MULTI_PARALLEL -> multiInstance(false, "${journeyValues.list(\"a,b\")}", "each");
                    case MULTI_SEQUENTIAL -> multiInstance(true, "${journeyValues.list(\"a,b\")}", "each");
                    default -> "";
                };
        return switch (placement.kind) {
            case USER -> "<userTask id='T'" + attributes + ">" + inside + loop + "</userTask>";
            case SERVICE ->
                "<serviceTask id='T' camunda:delegateExpression='${recordTouchpoint}'" + attributes + ">" + inside
                        + loop + "</serviceTask>";
            case EXTERNAL ->
                "<serviceTask id='T' camunda:type='external' camunda:topic='meet'" + attributes + ">" + inside + loop
                        + "</serviceTask>";
            case RECEIVE ->
                "<receiveTask id='T' messageRef='message'" + attributes + ">" + inside + loop + "</receiveTask>";
            case SEND ->
                "<sendTask id='T' camunda:expression='${true}'" + attributes + ">" + inside + loop + "</sendTask>";
            case CATCH ->
                placement.where.name().startsWith("MULTI") || placement.where == Where.SCOPED
                        ? "<receiveTask id='T' messageRef='message'>" + inside + loop + "</receiveTask>"
                        : "<intermediateCatchEvent id='T'" + attributes + ">" + inside
                                + "<messageEventDefinition messageRef='message'/></intermediateCatchEvent>";
        };
    }
}

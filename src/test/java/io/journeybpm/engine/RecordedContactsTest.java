package io.journeybpm.engine;

import static io.journeybpm.testing.Bpmn.conditional;
import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.flow;
import static io.journeybpm.testing.Bpmn.multiInstance;
import static io.journeybpm.testing.Bpmn.phase;
import static io.journeybpm.testing.Bpmn.process;
import static io.journeybpm.testing.Bpmn.properties;
import static io.journeybpm.testing.Bpmn.row;
import static io.journeybpm.testing.Bpmn.touchpoint;
import static io.journeybpm.testing.Bpmn.userTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.journeybpm.journey.Outcome;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.Count;
import io.journeybpm.ledger.HandoffEntry;
import io.journeybpm.ledger.Incident;
import io.journeybpm.ledger.Promise;
import io.journeybpm.ledger.WorkLists;
import io.journeybpm.testing.Dmn;
import io.journeybpm.testing.EngineTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a running process tells the ledger. */
class RecordedContactsTest extends EngineTest {

    private static final String KEY = "recorded";

    @Autowired
    private WorkLists workLists;

    @BeforeEach
    void aTableThatStaysQuiet() {
        deploy("table.dmn", Dmn.table("contact-escalation-" + KEY, "contacts", "-", "none"));
    }

    private ProcessInstance start(String caseId, String... elements) {
        return start(caseId, Map.of(), elements);
    }

    private ProcessInstance start(String caseId, Map<String, Object> variables, String... elements) {
        deploy(KEY + ".bpmn", document(process(KEY, row("j", phase("visits", elements)))));
        return runtime.startProcessInstanceByKey(KEY, caseId, variables);
    }

    @Test
    void aVisitIsRecordedWithWhatTheVisitorSubmitted() {
        start(
                "c1",
                row(
                        "p",
                        userTask(
                                "repair",
                                touchpoint(
                                        "visit",
                                        "plumber",
                                        "journey.cost.company",
                                        "1850 DKK",
                                        "journey.cost.customer",
                                        "400.50 DKK"))));
        assertThat(tasks.createTaskQuery().taskCandidateGroup("plumber").count())
                .isEqualTo(1);
        complete(
                "repair",
                Map.of(
                        "outcome", "partly",
                        "note", "floor opened",
                        "open", "close the floor",
                        "incidents", "late, dirty shoes",
                        "nextStepWhat", "close the floor",
                        "nextStepFrom", "2030-08-04T08:00+02:00",
                        "nextStepTo", "2030-08-04T10:00+02:00"));

        Contact contact = contacts("c1").get(0);
        assertThat(contact.reported().place().touchpoint()).isEqualTo("repair");
        assertThat(contact.reported().party()).isEqualTo("plumber");
        assertThat(contact.outcome()).isEqualTo(Outcome.PARTLY);
        assertThat(contact.reported().note()).isEqualTo("floor opened");
        assertThat(contact.reported().leftOpen()).isEqualTo("close the floor");
        assertThat(contact.reported().incidents()).extracting(Incident::what).containsExactly("late", "dirty shoes");
        assertThat(contact.reported().costs().company()).isEqualByComparingTo("1850");
        assertThat(contact.planned()).isTrue();
        Case after = theCase("c1");
        assertThat(after.phase()).isNotNull();
        assertThat(after.customerCost()).isEqualByComparingTo(new BigDecimal("400.5"));
        assertThat(cases.timeline("c1", null, 100).items())
                .filteredOn(Promise.class::isInstance)
                .map(Promise.class::cast)
                .singleElement()
                .satisfies(promise -> {
                    assertThat(promise.made().party()).isEqualTo("plumber");
                    assertThat(promise.state()).as("the journey ends here").isEqualTo(Promise.State.WITHDRAWN);
                });
        assertThat(after.status()).isEqualTo(Case.Status.CLOSED);
    }

    @Test
    void anEarlierVisitorsAnswerIsNeitherShownNorTaken() {
        start(
                "c2",
                Map.of("outcome", "failed"),
                row(
                        "p",
                        userTask("search", touchpoint("visit", "finder", "journey.fields", "found")),
                        userTask("repair", touchpoint("visit", "plumber", "journey.fields", "found")),
                        userTask("after")));
        complete("search", Map.of("outcome", "failed", "note", "no luck", "found", "no"));
        String repair = task("repair").getId();
        assertThat(engine.getFormService().getTaskFormVariables(repair, List.of("outcome", "note", "found"), true))
                .allSatisfy((name, value) -> assertThat(value).isNull());
        tasks.complete(repair, Map.of());

        assertThat(contacts("c2")).extracting(Contact::outcome).containsExactly(Outcome.FAILED, Outcome.DONE);
        assertThat(contacts("c2").get(1).reported().note()).isNull();
        assertThat(runtime.getVariables(task("after").getExecutionId()))
                .contains(entry("outcome", "done"), entry("found", null))
                .doesNotContainKeys("note", "open", "incidents");
    }

    @Test
    void aReturnVisitCountsAsReworkOfTheVisitItReturnsTo() {
        start(
                "c3",
                "<startEvent id='s'/>",
                userTask("search", touchpoint("visit", "finder")),
                userTask("repair", touchpoint("visit", "plumber")),
                "<exclusiveGateway id='stopped' default='stopped--end'/><endEvent id='end'/>",
                flow("s", "search", "repair", "stopped", "end"),
                conditional("stopped", "search", "${outcome == \"failed\"}"));
        complete("search", Map.of("outcome", "done"));
        complete("repair", Map.of("outcome", "failed"));
        complete("search", Map.of("outcome", "done"));
        complete("repair", Map.of("outcome", "done"));

        List<Contact> contacts = contacts("c3");
        assertThat(contacts).extracting(Contact::planned).containsExactly(true, true, false, false);
        assertThat(contacts).extracting(Contact::rework).containsExactly(false, false, true, false);
        assertThat(contacts.get(2).causedBy()).isEqualTo(contacts.get(0).entry());
        assertThat(theCase("c3").counts())
                .contains(
                        entry(Count.CONTACTS, 4),
                        entry(Count.PLANNED_CONTACTS, 2),
                        entry(Count.EXTRA_CONTACTS, 2),
                        entry(Count.REWORK_CONTACTS, 1),
                        entry(Count.FAILED_CONTACTS, 1),
                        entry(Count.HANDOFFS, 3));
    }

    @Test
    void everyRoundOfALoopTheModelTimesIsPlanned() {
        start(
                "c4",
                "<startEvent id='s'/>",
                userTask("check", touchpoint("visit", "drying-firm")),
                "<exclusiveGateway id='dry' default='dry--end'/><endEvent id='end'/>"
                        + "<intermediateCatchEvent id='wait'><timerEventDefinition><timeDuration>P21D</timeDuration>"
                        + "</timerEventDefinition></intermediateCatchEvent>",
                flow("s", "check", "dry", "end"),
                flow("wait", "check"),
                conditional("dry", "wait", "${outcome == \"partly\"}"));
        for (int round = 0; round < 3; round++) {
            complete("check", Map.of("outcome", "partly"));
            management.executeJob(
                    management.createJobQuery().timers().singleResult().getId());
        }
        complete("check", Map.of("outcome", "done"));

        assertThat(theCase("c4").counts())
                .contains(
                        entry(Count.PLANNED_CONTACTS, 4),
                        entry(Count.EXTRA_CONTACTS, 0),
                        entry(Count.REWORK_CONTACTS, 0));
    }

    @Test
    void everyIterationOfAMultiInstanceIsPlannedAndASecondRoundIsExtra() {
        start(
                "c5",
                Map.of("trades", "carpenter, electrician, carpenter"),
                "<startEvent id='s'/>",
                userTask(
                        "visit",
                        touchpoint("visit", "${trade}"),
                        multiInstance(true, "${journeyValues.list(trades)}", "trade")),
                "<exclusiveGateway id='finished' default='finished--end'/><endEvent id='end'/>",
                flow("s", "visit", "finished", "end"),
                conditional("finished", "visit", "${outcome == \"partly\"}"));
        for (String party : List.of("carpenter", "electrician", "carpenter")) {
            assertThat(tasks.createTaskQuery().taskCandidateGroup(party).count())
                    .isEqualTo(1);
            complete("visit", Map.of("outcome", "partly"));
        }
        assertThat(theCase("c5").counts()).contains(entry(Count.PLANNED_CONTACTS, 3), entry(Count.EXTRA_CONTACTS, 0));
        for (int round = 0; round < 3; round++) {
            complete("visit", Map.of("outcome", "done"));
        }
        assertThat(theCase("c5").counts()).contains(entry(Count.PLANNED_CONTACTS, 3), entry(Count.EXTRA_CONTACTS, 3));
        assertThat(theCase("c5").parties()).isEqualTo(2);
    }

    @Test
    void touchpointsInAMultiInstanceSubProcessArePlannedOncePerIteration() {
        start(
                "c6",
                Map.of("rooms", "bath, kitchen"),
                row(
                        "p",
                        "<subProcess id='room'>"
                                + multiInstance(false, "${journeyValues.list(rooms)}", "room")
                                + row("r", userTask("paint", touchpoint("visit", "painter"))) + "</subProcess>"));
        complete("paint");
        complete("paint");
        assertThat(theCase("c6").counts()).contains(entry(Count.PLANNED_CONTACTS, 2), entry(Count.EXTRA_CONTACTS, 0));
    }

    @Test
    void aTouchpointCancelledByItsBoundaryEventIsMissed() {
        start(
                "c7",
                "<startEvent id='s'/>",
                userTask("visit", touchpoint("visit", "plumber", "journey.cost.company", "100 DKK")),
                "<boundaryEvent id='late' attachedToRef='visit'><timerEventDefinition><timeDuration>P1D</timeDuration>"
                        + "</timerEventDefinition></boundaryEvent><endEvent id='end'/>",
                flow("s", "visit", "end"),
                flow("late", "end").replace("late--end", "late-end"));
        management.executeJob(
                management.createJobQuery().timers().singleResult().getId());

        assertThat(contacts("c7")).singleElement().satisfies(contact -> {
            assertThat(contact.outcome()).isEqualTo(Outcome.MISSED);
            assertThat(contact.counted()).isFalse();
        });
        assertThat(theCase("c7").counts()).contains(entry(Count.CONTACTS, 0), entry(Count.MISSED_CONTACTS, 1));
        assertThat(theCase("c7").companyCost()).isZero();
    }

    @Test
    void aDeletedInstanceMissesNothingAndClosesTheCase() {
        ProcessInstance instance = start("c8", row("p", userTask("visit", touchpoint("visit", "plumber"))));
        runtime.deleteProcessInstance(instance.getId(), "entered twice");
        assertThat(contacts("c8")).isEmpty();
        assertThat(theCase("c8").status()).isEqualTo(Case.Status.CLOSED);
    }

    @Test
    void aJourneyWithoutABusinessKeyIsRefused() {
        deploy(KEY + ".bpmn", document(process(KEY, row("j", phase("visits", row("p", userTask("visit")))))));
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey(KEY))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("'recorded' was started without a business key");
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey(KEY, "not a case id"))
                .hasMessageContaining("can't be a case id");
        runtime.startProcessInstanceByKey(KEY, "c9");
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey(KEY, "c9")).hasMessageContaining("exists already");
        assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(1);
    }

    @Test
    void aCalledProcessRecordsForItsCallerOnlyWithTheBusinessKeyHandedOn() {
        String child = process("child", row("c", userTask("visit", touchpoint("visit", "plumber"))));
        String with = "<callActivity id='call' calledElement='child'><extensionElements><camunda:in"
                + " businessKey='#{execution.processBusinessKey}'/></extensionElements></callActivity>";
        deploy("with.bpmn", document(process(KEY, row("j", phase("visits", row("p", with)))), child));
        runtime.startProcessInstanceByKey(KEY, "c10");
        complete("visit");
        assertThat(contacts("c10")).hasSize(1);
        assertThat(theCase("c10").counts()).contains(entry(Count.PLANNED_CONTACTS, 1));

        String without = with.replace("execution.processBusinessKey", "execution.getVariable(&quot;nobody&quot;)");
        deploy("without.bpmn", document(process(KEY, row("j", phase("visits", row("p", without)))), child));
        runtime.startProcessInstanceByKey(KEY, "c11");
        assertThatThrownBy(() -> complete("visit"))
                .hasMessageContaining("has no business key")
                .hasMessageContaining("camunda:in businessKey");
    }

    @Test
    void aJobThatFailsAfterTheTouchpointRecordsItOnceWhenItIsRetried() {
        deploy(
                KEY + ".bpmn",
                document(process(
                        KEY,
                        row(
                                "j",
                                phase(
                                        "visits",
                                        row(
                                                "p",
                                                "<serviceTask id='call' camunda:asyncBefore='true'"
                                                        + " camunda:delegateExpression='${recordTouchpoint}'>"
                                                        + touchpoint("phone", "handler") + "</serviceTask>",
                                                "<serviceTask id='fragile' camunda:expression='${working + 1}'/>",
                                                userTask("end")))))));
        ProcessInstance instance = runtime.startProcessInstanceByKey(KEY, "c12");
        runJobs();
        assertThat(contacts("c12")).isEmpty();
        assertThat(runtime.createIncidentQuery().count()).isEqualTo(1);
        runtime.setVariable(instance.getId(), "working", 1);
        management.setJobRetries(management.createJobQuery().singleResult().getId(), 1);
        runJobs();
        assertThat(contacts("c12")).hasSize(1);
        assertThat(theCase("c12").counts()).contains(entry(Count.CONTACTS, 1));
    }

    @Test
    void whoHandlesTheFirstContactIsTheAmbassadorAndTheirCallsDontCount() {
        start(
                "c13",
                row(
                        "p",
                        userTask("report", touchpoint("phone", "handler")),
                        userTask("call", touchpoint("phone", "handler")),
                        userTask("visit", touchpoint("visit", "plumber"))));
        tasks.setAssignee(task("report").getId(), "mette");
        complete("report");
        tasks.setAssignee(task("call").getId(), "mette");
        complete("call");
        tasks.setAssignee(task("visit").getId(), "poul");
        complete("visit");
        assertThat(theCase("c13").ambassador()).isEqualTo("mette");
        assertThat(contacts("c13")).extracting(Contact::counted).containsExactly(true, false, true);
    }

    @Test
    void aDrawnHandoffIsNamedByTheChangeOfPartyAndNotCountedTwice() {
        start(
                "c14",
                row(
                        "p",
                        userTask("report", touchpoint("phone", "handler", "journey.handoff.to", "finder")),
                        userTask("search", touchpoint("visit", "finder")),
                        userTask("repair", touchpoint("visit", "plumber"))));
        complete("report", Map.of("note", "water under the floor"));
        HandoffEntry drawn =
                workLists.handoffs("finder", null, true, null, 10).items().get(0);
        assertThat(drawn.made().done()).isEqualTo("water under the floor");
        runningCases.change("c14", file -> file.handoffs().acknowledge(drawn.entry(), "finn"));
        complete("search");
        complete("repair");
        assertThat(theCase("c14").counts()).contains(entry(Count.HANDOFFS, 2), entry(Count.HANDOFFS_WITHOUT_BRIEF, 1));
        assertThat(workLists.handoffs(null, null, null, null, 1000).items())
                .filteredOn(each -> each.caseId().equals("c14"))
                .extracting(each -> each.made().kind().word())
                .containsExactlyInAnyOrder("drawn", "derived");
    }

    private void startWithAHandoffThatPromises(String caseId) {
        String handoff = "<intermediateThrowEvent id='hand-over'>"
                + properties(
                        "journey.handoff.from", "plumber",
                        "journey.handoff.to", "drying-firm",
                        "journey.promise", "drying is set up",
                        "journey.promise.within", "P3D")
                + "</intermediateThrowEvent>";
        start(
                caseId,
                row(
                        "p",
                        userTask("repair", touchpoint("visit", "plumber")),
                        handoff,
                        userTask("set-up", touchpoint("visit", "drying-firm"))));
    }

    @Test
    void aHandoffDrawnAsAnEventPromisesWhatItSaysAndItsReceiverKeepsIt() {
        startWithAHandoffThatPromises("c40");
        complete("repair");
        assertThat(theCase("c40").openPromises()).singleElement().satisfies(each -> {
            assertThat(each.made().what()).isEqualTo("drying is set up");
            assertThat(each.made().party()).isEqualTo("drying-firm");
            assertThat(each.made().to()).isEqualTo(each.madeAt().plus(Duration.ofDays(3)));
        });
        complete("set-up");
        assertThat(theCase("c40").counts()).contains(entry(Count.KEPT_PROMISES, 1));
    }

    @Test
    void whatSomebodyHasPromisedOfTheReceiverStandsBesideAHandoffThatPromises() {
        startWithAHandoffThatPromises("c41");
        complete("repair", Map.of("nextStepWhat", "drying, one of these days", "nextStepParty", "drying-firm"));
        assertThat(theCase("c41").openPromises())
                .extracting(each -> each.made().what())
                .containsExactly("drying, one of these days");
    }

    @Test
    void aHandoffDrawnBehindAVisitPassesOnWhatTheVisitorHasDoneAndLeft() {
        String handoff = "<intermediateThrowEvent id='hand-over'>"
                + properties("journey.handoff.from", "plumber", "journey.handoff.to", "drying-firm")
                + "</intermediateThrowEvent>";
        start(
                "c17",
                row(
                        "p",
                        userTask("repair", touchpoint("visit", "plumber")),
                        handoff,
                        userTask("dry", touchpoint("visit", "drying-firm"))));
        complete("repair", Map.of("note", "replaced the joint", "open", "the wall is open"));

        assertThat(theCase("c17").briefs().handoffs()).singleElement().satisfies(each -> {
            assertThat(each.made().from()).isEqualTo("plumber");
            assertThat(each.made().done()).isEqualTo("replaced the joint");
            assertThat(each.made().leftOpen()).isEqualTo("the wall is open");
        });
    }

    @Test
    void aPromiseOfTheModelIsKeptByTheNextVisitOfItsParty() {
        start(
                "c15",
                row(
                        "p",
                        userTask(
                                "report",
                                touchpoint(
                                        "phone",
                                        "handler",
                                        "journey.promise",
                                        "leak search",
                                        "journey.promise.within",
                                        "P1D",
                                        "journey.handoff.to",
                                        "finder")),
                        userTask("search", touchpoint("visit", "finder")),
                        userTask("end")));
        complete("report");
        Promise promise = theCase("c15").openPromises().get(0);
        assertThat(promise.made().what()).isEqualTo("leak search");
        assertThat(promise.made().party()).isEqualTo("finder");
        assertThat(Duration.between(promise.made().from(), promise.made().to())).isEqualTo(Duration.ofDays(1));
        ClockUtil.offset(Duration.ofDays(2).toMillis());
        complete("search");
        assertThat(theCase("c15").openPromises()).isEmpty();
        assertThat(cases.promises("c15", Promise.State.LATE)).isEqualTo(1);
    }

    @Test
    void aPromiseOfTheModelIsForWhoeverComesNextWhereTheDiagramLeavesNoDoubt() {
        String[] promise = {"journey.promise", "the next visit", "journey.promise.within", "P1D"};
        String certain = phase("certain", row("c", userTask("look", touchpoint("visit", "plumber", promise))));
        String either = phase(
                "either",
                "<startEvent id='e-start'/><exclusiveGateway id='who'/>"
                        + userTask("close", touchpoint("visit", "carpenter", promise))
                        + "<exclusiveGateway id='then'/>" + userTask("paint", touchpoint("visit", "painter"))
                        + userTask("tile", touchpoint("visit", "tiler")) + "<endEvent id='e-end'/>"
                        + flow("e-start", "who", "close", "then", "paint", "e-end")
                        + "<sequenceFlow id='tiled' sourceRef='then' targetRef='tile'><conditionExpression"
                        + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:type='tFormalExpression'>${false}"
                        + "</conditionExpression></sequenceFlow>" + flow("tile", "who"));
        deploy("next.bpmn", document(process("next", row("n", certain, either))));
        runtime.startProcessInstanceByKey("next", "c19");
        complete("look");
        assertThat(theCase("c19").openPromises())
                .extracting(each -> each.made().party())
                .containsExactly("carpenter");
        complete("close");
        assertThat(cases.promises("c19", Promise.State.KEPT)).isEqualTo(1);
        assertThat(theCase("c19").openPromises())
                .extracting(each -> each.made().party())
                .containsExactly("carpenter");
    }

    @Test
    void whatTheModelGetsWrongIsSaidClearly() {
        start("c16", row("p", userTask("visit", touchpoint("visit", "plumber"))));
        assertThatThrownBy(() -> complete("visit", Map.of("outcome", "great")))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("outcome is 'great', but has to be one of");
        assertThatThrownBy(() -> complete("visit", Map.of("note", "x".repeat(4001))))
                .hasMessageContaining("note has 4001 characters");
        assertThatThrownBy(() -> complete("visit", Map.of("nextStepTo", "tomorrow")))
                .hasMessageContaining("nextStepTo is 'tomorrow'");
        complete("visit");
        assertThat(contacts("c16")).hasSize(1);
    }

    @Test
    void aPromiseWithinNoDurationIsRefusedByItsName() {
        start(
                "c18",
                row(
                        "p",
                        userTask(
                                "report",
                                touchpoint(
                                        "phone",
                                        "handler",
                                        "journey.promise",
                                        "leak search",
                                        "journey.promise.within",
                                        "${\"a day\"}"))));
        assertThatThrownBy(() -> complete("report"))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("'report': journey.promise.within is 'a day'");
        assertThat(contacts("c18")).isEmpty();
    }
}

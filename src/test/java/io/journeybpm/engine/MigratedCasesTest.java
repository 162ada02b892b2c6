package io.journeybpm.engine;

import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.handler;
import static io.journeybpm.testing.Bpmn.phase;
import static io.journeybpm.testing.Bpmn.process;
import static io.journeybpm.testing.Bpmn.row;
import static io.journeybpm.testing.Bpmn.touchpoint;
import static io.journeybpm.testing.Bpmn.userTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeybpm.engine.Migrations.Obstacle;
import io.journeybpm.engine.Migrations.Order;
import io.journeybpm.engine.Migrations.Report;
import io.journeybpm.engine.RunningCases.NewRun;
import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Outcome;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.Event;
import io.journeybpm.ledger.Level;
import io.journeybpm.testing.Dmn;
import io.journeybpm.testing.EngineTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("When a new version of a journey is deployed, a running case")
class MigratedCasesTest extends EngineTest {

    private static final String KEY = "moving";

    @Autowired
    private Migrations migrations;

    @Autowired
    private Journeys journeys;

    private static String journey(String... elements) {
        return document(process(KEY, row("moving", phase("work", row("work", elements)))));
    }

    private static String visit(String party, String... more) {
        return userTask("visit", touchpoint("visit", party, more));
    }

    private void version(String... elements) {
        deploy(KEY + ".bpmn", journey(elements));
    }

    private String open(String caseId) {
        runningCases.open(new NewRun(KEY, caseId, null, List.of(), List.of(), Map.of()));
        return caseId;
    }

    private Report migrate(String... cases) {
        return migrations.migrate(new Order(KEY, 1, 2, cases.length == 0 ? null : Set.of(cases), false));
    }

    @Test
    void keepsItsVersionAndSaysWhich() {
        version(visit("plumber"));
        String old = open("keeps-1");
        version(visit("drier"), userTask("call", touchpoint("phone", "handler")));
        String young = open("keeps-2");

        assertThat(theCase(old).version()).isEqualTo(1);
        assertThat(theCase(young).version()).isEqualTo(2);
        assertThat(runningCases
                        .record(old, Reports.of("call", Channel.PHONE, "handler", Outcome.DONE, null, null))
                        .contact()
                        .planned())
                .as("a touchpoint only the new version has")
                .isFalse();
        complete("visit");
        assertThat(contacts(old)).extracting(each -> each.reported().party()).contains("plumber");
    }

    @Test
    void goesOnAsTheNewVersionOnRequest() {
        version(visit("plumber"));
        String caseId = open("goes-1");
        version(visit("drier", "journey.cost.company", "900 DKK"), userTask("call", touchpoint("phone", "handler")));
        String open = task("visit").getExecutionId();
        runtime.setVariableLocal(open, "note", "half done");
        runtime.setVariableLocal(open, "outcome", "partly");

        Report report = migrate(caseId);

        assertThat(report.problems()).isEmpty();
        assertThat(report.migrated()).containsExactly(caseId);
        assertThat(theCase(caseId).version()).isEqualTo(2);
        assertThat(cases.timeline(caseId, null, 100).items())
                .filteredOn(Event.class::isInstance)
                .map(Event.class::cast)
                .filteredOn(each -> each.kind() == Event.Kind.MIGRATED)
                .singleElement()
                .satisfies(
                        each -> assertThat(each.subject() + " " + each.detail()).isEqualTo("version 2 from version 1"));
        complete("visit");
        assertThat(contacts(caseId)).singleElement().satisfies(contact -> {
            assertThat(contact.reported().party()).isEqualTo("drier");
            assertThat(contact.outcome()).isEqualTo(Outcome.PARTLY);
            assertThat(contact.reported().note()).isEqualTo("half done");
            assertThat(contact.planned()).isTrue();
        });
        assertThat(theCase(caseId).companyCost()).isEqualByComparingTo("900");
        complete("call");
        assertThat(theCase(caseId).status().word()).isEqualTo("closed");
    }

    @Test
    void hasRoomForWhatOnlyTheNewVersionAsks() {
        version(userTask("first", touchpoint("phone", "handler")), userTask("visit"));
        String caseId = open("room-1");
        complete("first", Map.of("outcome", "failed", "note", "of the first"));
        version(userTask("first", touchpoint("phone", "handler")), visit("plumber", "journey.fields", "dry"));

        assertThat(migrate().migrated()).containsExactly(caseId);
        complete("visit", Map.of("note", "of the visit", "dry", "yes"));

        List<Contact> recorded = contacts(caseId);
        assertThat(recorded).hasSize(2);
        assertThat(recorded.get(1).outcome()).isEqualTo(Outcome.DONE);
        assertThat(recorded.get(1).reported().note()).isEqualTo("of the visit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<receiveTask id='visit' messageRef='message'>",
                "<serviceTask id='visit' camunda:type='external' camunda:topic='visits'>"
            })
    void keepsWaitingForWhatIsNoTaskOfAUser(String element) {
        String end = "</" + element.substring(1, element.indexOf(' ')) + ">";
        version(element + touchpoint("visit", "plumber") + end);
        String caseId = open("waits-" + element.substring(1, 5));
        version(element + touchpoint("visit", "drier") + end);

        assertThat(migrate(caseId).problems()).isEmpty();
        RunningCases.RecordedContact recorded = runningCases.record(caseId, Reports.at("visit"));

        assertThat(recorded.completed()).isEqualTo("visit");
        assertThat(contacts(caseId))
                .singleElement()
                .satisfies(contact -> assertThat(contact.reported().party()).isEqualTo("drier"));
        assertThat(theCase(caseId).status().word()).isEqualTo("closed");
    }

    @Test
    void isHelpedByTheNewVersionsHandlerWhenARiseWasQueuedBefore() {
        deploy("moving.dmn", Dmn.table("contact-escalation-" + KEY, "contacts", ">= 1", "escalate", "-", "none"));
        version(visit("plumber"));
        String caseId = open("rises-1");
        runningCases.record(caseId, Reports.visit("plumber"));
        assertThat(theCase(caseId).escalation().level()).isEqualTo(Level.ESCALATE);
        deploy(
                KEY + ".bpmn",
                journey(visit("plumber"))
                        .replace("</process>", handler("help", "escalate", false, userTask("rescue")) + "</process>"));

        assertThat(migrate(caseId).problems()).isEmpty();
        runJobs();

        assertThat(tasks.createTaskQuery().taskDefinitionKey("rescue").count()).isEqualTo(1);
        assertThat(runtime.getVariables(task("rescue").getExecutionId())).containsKey("escalationReason");
        assertThat(management.createJobQuery().noRetriesLeft().count()).isZero();
    }

    @Test
    void staysWhereItIsWhenTheNewVersionHasNoPlaceForIt() {
        version(visit("plumber"), userTask("call", touchpoint("phone", "handler")));
        String waits = open("stays-1");
        String fits = open("stays-2");
        tasks.complete(tasks.createTaskQuery()
                .processInstanceBusinessKey(fits)
                .singleResult()
                .getId());
        version(userTask("call", touchpoint("phone", "handler")));

        Report report = migrate();

        assertThat(report.migrated()).containsExactly(fits);
        assertThat(report.problems())
                .extracting(Obstacle::caseId, Obstacle::element)
                .contains(org.assertj.core.groups.Tuple.tuple(waits, "visit"));
        assertThat(theCase(waits).version()).isEqualTo(1);
        assertThat(theCase(fits).version()).isEqualTo(2);
        complete("visit");
        assertThat(contacts(waits)).hasSize(1);
    }

    @Test
    void isOnlyTriedInADryRun() {
        version(visit("plumber"));
        String caseId = open("dry-1");
        version(visit("drier"));

        Report report = migrations.migrate(new Order(KEY, 1, 2, null, true));

        assertThat(report.migrated()).containsExactly(caseId);
        assertThat(theCase(caseId).version()).isEqualTo(1);
        assertThat(cases.timeline(caseId, null, 100).items()).hasSize(2);
        complete("visit");
        assertThat(contacts(caseId))
                .singleElement()
                .satisfies(contact -> assertThat(contact.reported().party()).isEqualTo("plumber"));
    }

    @Test
    void isNotFoundOnAVersionItDoesntRunOn() {
        version(visit("plumber"));
        String caseId = open("absent-1");
        version(visit("drier"));
        assertThat(migrate(caseId).migrated()).containsExactly(caseId);

        assertThat(migrate(caseId, "nobody").problems())
                .extracting(Obstacle::caseId)
                .containsExactly(caseId, "nobody");
        assertThatThrownBy(() -> migrations.migrate(new Order(KEY, 1, 7, null, false)))
                .isInstanceOf(Migrations.VersionUnknown.class)
                .hasMessage("the journey 'moving' has no version 7");
    }

    @Test
    void isOneOfABatchWhenThereAreMany() {
        version(visit("plumber"));
        int many = Migrations.AT_ONCE + 1;
        IntStream.range(0, many).forEach(each -> open("many-" + each));
        version(visit("drier"));

        Report report = migrate();

        assertThat(report.cases()).isEqualTo(many);
        assertThat(report.migrated()).isEmpty();
        Batch batch = management.createBatchQuery().batchId(report.batch()).singleResult();
        assertThat(batch.getTotalJobs()).isEqualTo(many);
        while (management.createBatchQuery().count() > 0) {
            List<Job> due = management.createJobQuery().withRetriesLeft().list();
            due.forEach(each -> management.executeJob(each.getId()));
        }
        assertThat(theCase("many-0").version()).isEqualTo(2);
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey(KEY)
                        .processDefinitionId(journeys.latest(KEY).orElseThrow().definition())
                        .count())
                .isEqualTo(many);
    }

    @Test
    void isMigratedByTheEnginesOwnMeansJustAsWell() {
        version(visit("plumber"));
        String caseId = open("engine-1");
        String before = journeys.latest(KEY).orElseThrow().definition();
        version(visit("drier", "journey.fields", "dry"));
        String after = journeys.latest(KEY).orElseThrow().definition();

        runtime.newMigration(runtime.createMigrationPlan(before, after)
                        .mapEqualActivities()
                        .build())
                .processInstanceIds(theCase(caseId).processInstance())
                .execute();

        assertThat(theCase(caseId).version()).isEqualTo(2);
    }

    @Test
    void isDecidedByTheNewestTableFromTheNextContactOn() {
        String table = "contact-escalation-" + KEY;
        deploy("moving.dmn", Dmn.table(table, "contacts", ">= 9", "escalate", "-", "none"));
        version(visit("plumber"));
        String caseId = open("table-1");
        var first = runningCases
                .record(caseId, Reports.visit("plumber"))
                .assessment()
                .verdict();
        deploy("moving.dmn", Dmn.table(table, "contacts", ">= 2", "escalate", "-", "none"));
        var second = runningCases
                .record(caseId, Reports.visit("plumber"))
                .assessment()
                .verdict();

        assertThat(first.level()).isEqualTo(Level.NONE);
        assertThat(first.table().version()).isEqualTo(1);
        assertThat(second.level()).isEqualTo(Level.ESCALATE);
        assertThat(second.table().version()).isEqualTo(2);
    }
}

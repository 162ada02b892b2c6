package io.journeybpm.engine;

import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.phase;
import static io.journeybpm.testing.Bpmn.process;
import static io.journeybpm.testing.Bpmn.row;
import static io.journeybpm.testing.Bpmn.touchpoint;
import static io.journeybpm.testing.Bpmn.userTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.engine.RunningCases.NewRun;
import io.journeybpm.ledger.Level;
import io.journeybpm.ledger.NewPromise;
import io.journeybpm.ledger.Promise;
import io.journeybpm.testing.EngineTest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Tasks show what was promised, and how pressing their case is")
class PromisedTasksTest extends EngineTest {

    private static final String KEY = "promised";
    private static final Instant MONDAY = Instant.parse("2026-08-03T08:00:00Z");
    private static final Instant FROM = MONDAY.plus(Duration.ofDays(2));
    private static final Instant TO = FROM.plus(Duration.ofHours(2));
    private static int opened;

    private String caseId;

    @BeforeEach
    void aCallThenTwoVisitsAndOneWithADateOfItsOwn() {
        ClockUtil.setCurrentTime(Date.from(MONDAY));
        String call = userTask(
                "call",
                touchpoint(
                        "phone", "handler", "journey.promise", "the plumber comes", "journey.promise.within", "P1D"));
        String repair = userTask("repair", touchpoint("visit", "plumber"));
        String own = "<userTask id='own' camunda:dueDate='2030-01-01T00:00:00' camunda:priority='7'>"
                + touchpoint("visit", "plumber") + "</userTask>";
        String plain = userTask("file");
        String fork = "<startEvent id='f-start'/><parallelGateway id='fork'/>" + repair + own + plain
                + io.journeybpm.testing.Bpmn.flow("f-start", "fork", "repair")
                + io.journeybpm.testing.Bpmn.flow("fork", "own") + io.journeybpm.testing.Bpmn.flow("fork", "file");
        deploy(KEY + ".bpmn", document(process(KEY, row("j", phase("plan", row("a", call)), phase("mend", fork)))));
        caseId = "dated-" + ++opened;
        runningCases.open(new NewRun(KEY, caseId, null, List.of(), List.of(), Map.of()));
    }

    private Task one(String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(caseId)
                .taskDefinitionKey(key)
                .singleResult();
    }

    private Promise promise(String party, @Nullable Instant from, @Nullable Instant to) {
        NewPromise made = new NewPromise("come", null, party, from, to, NewPromise.Origin.CUSTOMER);
        return runningCases.change(caseId, file -> file.promises().make(made, MONDAY));
    }

    private static @Nullable Instant at(@Nullable Date date) {
        return date == null ? null : Instant.ofEpochMilli(date.getTime());
    }

    @Test
    void aTaskIsDueWhenTheWindowPromisedByTheModelCloses() {
        complete("call");
        assertThat(at(one("repair").getDueDate())).isEqualTo(MONDAY.plus(Duration.ofDays(1)));
        assertThat(at(one("repair").getFollowUpDate())).isEqualTo(MONDAY);
        assertThat(one("own").getDueDate()).as("the owner's own").hasYear(2030);
        assertThat(one("file").getDueDate()).as("meets nobody").isNull();
    }

    @ParameterizedTest(name = "from {0} to {1}")
    @CsvSource({
        "2026-10-24T10:00:00+02:00, 2026-10-25T10:00:00+01:00",
        "2027-03-27T10:00:00+01:00, 2027-03-28T10:00:00+02:00"
    })
    void aDayIsADayOfTheCalendarWhenTheClocksChange(String made, String due) {
        ClockUtil.setCurrentTime(Date.from(java.time.OffsetDateTime.parse(made).toInstant()));
        complete("call");
        Instant until = java.time.OffsetDateTime.parse(due).toInstant();
        Promise promise = theCase(caseId).openPromises().get(0);
        assertThat(promise.made().to()).isEqualTo(until);
        assertThat(until.atZone(ZoneId.of("Europe/Copenhagen")).getHour()).isEqualTo(10);
        assertThat(at(one("repair").getDueDate())).isEqualTo(until);

        comeAt(until);
        assertThat(theCase(caseId).openPromises()).as("its last moment").hasSize(1);
        comeAt(until.plusSeconds(1));
        assertThat(theCase(caseId).openPromises()).isEmpty();
    }

    private void comeAt(Instant moment) {
        ClockUtil.setCurrentTime(Date.from(moment));
        management.createJobQuery().timers().executable().list().forEach(each -> management.executeJob(each.getId()));
    }

    @Test
    void aPromiseMadeMovedOrWithdrawnLaterMovesTheTasksDueDateAlong() {
        complete("call");
        runningCases.change(caseId, file -> {
            file.promises().open().forEach(each -> file.promises()
                    .settle(each.entry(), Promise.State.WITHDRAWN, null, null));
            return file;
        });
        assertThat(one("repair").getDueDate()).as("nobody is booked").isNull();

        Promise booked = promise("plumber", FROM, TO);
        assertThat(at(one("repair").getDueDate())).isEqualTo(TO);
        assertThat(at(one("repair").getFollowUpDate())).isEqualTo(FROM);
        assertThat(one("own").getDueDate()).hasYear(2030);

        Instant later = TO.plus(Duration.ofDays(1));
        runningCases.change(caseId, file -> file.promises().move(booked.entry(), null, later, "ill", "ops"));
        assertThat(at(one("repair").getDueDate())).isEqualTo(later);
        assertThat(one("repair").getFollowUpDate()).isNull();
    }

    @Test
    void aDateGivenByHandStandsUntilSomethingNewIsPromised() {
        complete("call");
        Task repair = one("repair");
        Date byHand = Date.from(TO.plus(Duration.ofDays(9)));
        repair.setDueDate(byHand);
        tasks.saveTask(repair);
        promise("drier", FROM, TO);
        assertThat(one("repair").getDueDate()).isEqualTo(byHand);
        promise("plumber", null, MONDAY.plus(Duration.ofHours(3)));
        assertThat(at(one("repair").getDueDate())).isEqualTo(MONDAY.plus(Duration.ofHours(3)));
    }

    @Test
    void theLevelIsThePriorityOfOpenTasksAndOfThoseMadeLater() {
        runningCases.raise(caseId, Level.COORDINATE, "by hand", "ops");
        assertThat(one("call").getPriority()).isEqualTo(70);
        complete("call");
        assertThat(one("repair").getPriority()).isEqualTo(70);
        assertThat(one("file").getPriority()).isEqualTo(70);
        assertThat(one("own").getPriority()).isEqualTo(7);

        tasks.setPriority(one("file").getId(), 33);
        runningCases.raise(caseId, Level.EXECUTIVE, "by hand", "ops");
        assertThat(one("repair").getPriority()).isEqualTo(90);
        assertThat(one("file").getPriority()).as("given by hand").isEqualTo(33);
        runningCases.review(caseId, Level.NONE, "all is well", "ops");
        assertThat(one("repair").getPriority()).isEqualTo(50);
        assertThat(one("own").getPriority()).isEqualTo(7);
    }

    @Test
    void aCaseThatGoesOnAsAnotherVersionTakesItsTimerAlong() {
        complete("call");
        String before = onlyTimer();
        deploy(KEY + ".bpmn", document(process(KEY, row("j", phase("plan", row("a", userTask("call"))), mend()))));
        String source = version(1);
        String target = version(2);
        // as Cockpit does, not through us
        runtime.newMigration(runtime.createMigrationPlan(source, target)
                        .mapEqualActivities()
                        .build())
                .processInstanceIds(theCase(caseId).processInstance())
                .execute();
        assertThat(theCase(caseId).version()).isEqualTo(2);
        assertThat(onlyTimer()).isNotEqualTo(before);
        comeAt(MONDAY.plus(Duration.ofDays(2)));
        assertThat(theCase(caseId).openPromises()).isEmpty();
    }

    private static String mend() {
        return phase(
                "mend",
                "<startEvent id='f-start'/><parallelGateway id='fork'/>"
                        + userTask("repair", touchpoint("visit", "plumber")) + userTask("own") + userTask("file")
                        + io.journeybpm.testing.Bpmn.flow("f-start", "fork", "repair")
                        + io.journeybpm.testing.Bpmn.flow("fork", "own")
                        + io.journeybpm.testing.Bpmn.flow("fork", "file"));
    }

    private String version(int number) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(KEY)
                .processDefinitionVersion(number)
                .singleResult()
                .getId();
    }

    private String onlyTimer() {
        return management.createJobQuery().timers().singleResult().getId();
    }
}

package io.journeybpm.engine;

import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.phase;
import static io.journeybpm.testing.Bpmn.process;
import static io.journeybpm.testing.Bpmn.row;
import static io.journeybpm.testing.Bpmn.userTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.engine.RunningCases.NewRun;
import io.journeybpm.ledger.Level;
import io.journeybpm.ledger.NewPromise;
import io.journeybpm.ledger.Promise;
import io.journeybpm.testing.CountedStatements;
import io.journeybpm.testing.CountedStatements.Count;
import io.journeybpm.testing.Dmn;
import io.journeybpm.testing.EngineTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("Once a day the decision is asked about every open case")
@TestPropertySource(properties = {"journey.daily.enabled=true", "journey.daily.batch=2", "journey.daily.at=06:30"})
@Import(CountedStatements.class)
class DailyAskingTest extends EngineTest {

    private static final String KEY = "quiet";
    private static final Duration A_WEEK = Duration.ofDays(8);

    /** A Monday noon in summer, in Copenhagen. */
    private static final Instant NOON = Instant.parse("2031-07-07T10:00:00Z");

    private static int next;

    @Autowired
    @Qualifier("journeyStandingJobs")
    private ApplicationListener<ApplicationStartedEvent> standingJobs;

    @Autowired
    private ConfigurableApplicationContext application;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private CountedStatements statements;

    @BeforeEach
    void aJourneyThatWaits() {
        ClockUtil.setCurrentTime(Date.from(NOON));
        // the job of the real start was made for the real time
        jobs(DailyJob.TYPE).forEach(each -> management.deleteJob(each.getId()));
        serverStarts();
        deploy("quiet.bpmn", document(process(KEY, row("q", phase("wait", row("w", userTask("waiting")))))));
        table("daysWithoutContact", ">= 7");
    }

    private void table(String input, String condition) {
        deploy("quiet.dmn", Dmn.table("contact-escalation-" + KEY, input, condition, "escalate", "-", "none"));
    }

    private void serverStarts() {
        standingJobs.onApplicationEvent(
                new ApplicationStartedEvent(new SpringApplication(), new String[0], application, Duration.ZERO));
    }

    private String open() {
        String caseId = "quiet-%03d".formatted(++next);
        runningCases.open(new NewRun(KEY, caseId, null, List.of(), List.of(), Map.of()));
        return caseId;
    }

    private List<String> open(int cases) {
        return IntStream.range(0, cases).mapToObj(each -> open()).toList();
    }

    private JobEntity daily() {
        return jobs(DailyJob.TYPE).get(0);
    }

    private List<JobEntity> jobs(String type) {
        return management.createJobQuery().list().stream()
                .map(JobEntity.class::cast)
                .filter(each -> each.getJobHandlerType().equals(type))
                .toList();
    }

    private void later(Duration time) {
        ClockUtil.setCurrentTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(time)));
    }

    private void run() {
        management.executeJob(daily().getId());
    }

    /** As the job executor would: as long as the job is due. */
    private int runWhileDue() {
        int runs = 0;
        do {
            run();
            runs++;
        } while (!daily().getDuedate().after(ClockUtil.getCurrentTime()));
        return runs;
    }

    private Level level(String caseId) {
        return theCase(caseId).escalation().level();
    }

    @Test
    void byOneJobHoweverManyServersStart() {
        serverStarts();
        assertThat(jobs(DailyJob.TYPE)).hasSize(1);
        assertThat(daily().getDuedate())
                .as("half past six in Copenhagen")
                .isEqualTo(Date.from(Instant.parse("2031-07-08T04:30:00Z")));
        assertThat(daily().getProcessInstanceId()).isNull();
    }

    @Test
    void inBatchesAndOnlyThoseThatWouldRiseAreAskedForGood() {
        List<String> cases = open(5);
        runningCases.record(cases.get(0), Reports.visit("plumber"));
        later(A_WEEK);
        runningCases.record(cases.get(2), Reports.visit("plumber"));

        assertThat(runWhileDue()).isEqualTo(3);
        assertThat(jobs(DecisionJob.TYPE))
                .extracting(JobEntity::getJobHandlerConfigurationRaw)
                .containsExactlyInAnyOrder(cases.get(0), cases.get(1), cases.get(3), cases.get(4));
        assertThat(level(cases.get(0))).as("nothing is written yet").isEqualTo(Level.NONE);
        runJobs();
        assertThat(cases)
                .extracting(this::level)
                .containsExactly(Level.ESCALATE, Level.ESCALATE, Level.NONE, Level.ESCALATE, Level.ESCALATE);
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey(CaseEscalation.PROCESS)
                        .count())
                .isEqualTo(4);
        assertThat(daily().getDuedate()).isEqualTo(Date.from(Instant.parse("2031-07-16T04:30:00Z")));
    }

    @Test
    void onceADayAndNotTwice() {
        String caseId = open();
        later(A_WEEK);
        runWhileDue();
        assertThat(jobs(DecisionJob.TYPE)).hasSize(1);
        run();
        run();
        assertThat(jobs(DecisionJob.TYPE)).as("asked for again the same day").hasSize(1);
        runJobs();
        later(Duration.ofDays(1));
        runWhileDue();
        assertThat(jobs(DecisionJob.TYPE)).as("escalated already").isEmpty();
        assertThat(cases.rises(caseId)).hasSize(1);
    }

    @Test
    void fromWhereItLeftOffWhenAServerDies() {
        List<String> cases = open(5);
        later(A_WEEK);
        run();
        String reached = daily().getJobHandlerConfigurationRaw();
        assertThat(reached).isEqualTo("2031-07-15 " + cases.get(1));
        new TransactionTemplate(transactions).executeWithoutResult(dies -> {
            run();
            dies.setRollbackOnly();
        });
        assertThat(daily().getJobHandlerConfigurationRaw()).isEqualTo(reached);
        assertThat(jobs(DecisionJob.TYPE)).hasSize(2);
        runWhileDue();
        assertThat(jobs(DecisionJob.TYPE))
                .extracting(JobEntity::getJobHandlerConfigurationRaw)
                .containsExactlyInAnyOrderElementsOf(cases);
        assertThat(daily().getJobHandlerConfigurationRaw()).isEqualTo("2031-07-15");
    }

    @Test
    void andAPromiseWhoseTimeHasPassedIsBroken() {
        table("brokenPromises", ">= 1");
        String caseId = open();
        runningCases.change(caseId, file -> file.promises()
                .make(
                        new NewPromise(
                                "a visit",
                                null,
                                "plumber",
                                NOON,
                                NOON.plus(Duration.ofHours(2)),
                                NewPromise.Origin.NEXT_STEP),
                        NOON));
        runWhileDue();
        assertThat(jobs(DecisionJob.TYPE)).isEmpty();
        later(Duration.ofDays(1));
        runWhileDue();
        runJobs();
        assertThat(level(caseId)).isEqualTo(Level.ESCALATE);
        assertThat(cases.promises(caseId, Promise.State.BROKEN)).isEqualTo(1);
    }

    @Test
    void andATableThatFailsIsToldOfOnceInABatch() {
        List<String> cases = open(2);
        later(A_WEEK);
        deploy("broken.dmn", Dmn.table("contact-escalation-" + KEY, "daysWithoutContact", "> 1000", "watch"));
        runWhileDue();
        assertThat(cases).extracting(each -> theCase(each).decisionFailed()).containsExactly(true, false);
        List<Job> told = List.copyOf(jobs(DecisionJob.TYPE));
        assertThat(told).hasSize(1);
        runJobs();
        assertThat(runtime.createIncidentQuery().singleResult().getIncidentMessage())
                .contains("contact-escalation-" + KEY);
    }

    @Test
    void withoutAStatementForACaseOfWhichThereIsNothingToSay() {
        open(4);
        run();
        later(Duration.ofDays(1));
        Map<String, Count> sent = statements.during(this::run);
        assertThat(sent).containsEntry("select journey_case", new Count(1, 1));
        assertThat(sent.keySet()).filteredOn(each -> each.contains(" journey_")).containsExactly("select journey_case");
    }
}

package io.journeybpm.insight;

import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.phase;
import static io.journeybpm.testing.Bpmn.process;
import static io.journeybpm.testing.Bpmn.row;
import static io.journeybpm.testing.Bpmn.touchpoint;
import static io.journeybpm.testing.Bpmn.userTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.journeybpm.engine.ReportedContact;
import io.journeybpm.engine.RunningCases.NewRun;
import io.journeybpm.escalation.Escalations;
import io.journeybpm.escalation.Trials;
import io.journeybpm.insight.BacktestResult.CaseChange;
import io.journeybpm.insight.BacktestResult.Change;
import io.journeybpm.insight.BacktestResult.Recorded;
import io.journeybpm.insight.Backtests.Question;
import io.journeybpm.insight.Course.Reached;
import io.journeybpm.journey.Channel;
import io.journeybpm.journey.Outcome;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.CaseHistory;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.Costs;
import io.journeybpm.ledger.Count;
import io.journeybpm.ledger.Histories;
import io.journeybpm.ledger.Incident;
import io.journeybpm.ledger.LedgerProblem.EntrySettled;
import io.journeybpm.ledger.Level;
import io.journeybpm.ledger.NewHandoff;
import io.journeybpm.ledger.NewPromise;
import io.journeybpm.ledger.Promise;
import io.journeybpm.ledger.Replayed;
import io.journeybpm.ledger.Rise;
import io.journeybpm.ledger.Score;
import io.journeybpm.testing.Dmn;
import io.journeybpm.testing.EngineTest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("A table is tried on what the ledger has recorded")
class BacktestedHistoryTest extends EngineTest {

    /** A journey of its own for each test: the ledger keeps the cases of all of them. */
    private final String key = "tried" + System.nanoTime();

    private final String table = "contact-escalation-" + key;

    /** Depends on nearly everything a table is told, so that whatever is rebuilt wrongly shows. */
    private static final String EVERYTHING = "contacts + 2 * handoffs + handoffsWithoutBrief + 3 * brokenPromises"
            + " + 2 * overduePromises + unscheduledSteps + daysUnscheduled / 5 + failedContacts + missedContacts"
            + " + 2 * reworkContacts + incidents + repeatedQuestions + contactsInPhase + contactsLast7Days / 2 + parties"
            + " + rescheduledPromises + chasingContacts + daysInPhase / 20 + daysAtLevel / 30 + daysWithoutContact / 10 + totalContacts / 10"
            + " + companyCost / 1000 + (if lowestScore != null and lowestScore &lt; 30 then 3 else 0)"
            + " + (if lastScore != null and lastScore &lt; 60 then 1 else 0) + (if level = \"watch\" then 1 else 0)";

    @Autowired
    private Backtests backtests;

    @Autowired
    private Histories histories;

    @Autowired
    private Trials trials;

    private final String caseId = "T-" + System.nanoTime();
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");

    @BeforeEach
    void aJourney() {
        later(Duration.ZERO);
        deploy(
                key + ".bpmn",
                document(process(
                        key,
                        row(
                                "j",
                                phase(
                                        "find",
                                        row(
                                                "f",
                                                userTask("call", touchpoint("phone", "handler")),
                                                userTask(
                                                        "search",
                                                        touchpoint(
                                                                "visit",
                                                                "leak finder",
                                                                "journey.promise",
                                                                "repair",
                                                                "journey.promise.within",
                                                                "P5D",
                                                                "journey.handoff.to",
                                                                "plumber")))),
                                phase(
                                        "mend",
                                        row(
                                                "m",
                                                userTask("repair", touchpoint("visit", "plumber")),
                                                userTask("stay-open")))))));
    }

    private void later(Duration by) {
        now = now.plus(by);
        ClockUtil.setCurrentTime(Date.from(now));
    }

    private void open() {
        runningCases.open(new NewRun(key, caseId, null, List.of(), List.of(), Map.of()));
    }

    private Contact contact(String party, @Nullable Instant at, @Nullable NewPromise next) {
        return record(new Told(null, party, Outcome.DONE, at, next, null, 0, List.of(), null));
    }

    private record Told(
            @Nullable String touchpoint,
            String party,
            Outcome outcome,
            @Nullable Instant at,
            @Nullable NewPromise next,
            @Nullable Score score,
            int repeated,
            List<String> incidents,
            @Nullable String reason) {}

    private Contact record(Told told) {
        ReportedContact report = ReportedContact.builder()
                .touchpoint(told.touchpoint())
                .channel(told.touchpoint() == null ? Channel.PHONE : null)
                .party(told.party())
                .outcome(told.outcome())
                .occurredAt(told.at())
                .reason(told.reason())
                .incidents(told.incidents().stream().map(Incident::of).toList())
                .repeatedQuestions(told.repeated())
                .costs(new Costs(BigDecimal.valueOf(100), null, "DKK"))
                .score(told.score())
                .nextStep(told.next())
                .build();
        return runningCases.record(caseId, report).contact();
    }

    private NewPromise promise(String party, @Nullable Duration until) {
        return new NewPromise(
                "come", null, party, null, until == null ? null : now.plus(until), NewPromise.Origin.NEXT_STEP);
    }

    private CaseHistory theHistory() {
        return histories.of(List.of(caseId)).get(0);
    }

    private BacktestResult tried(String dmn) throws InterruptedException {
        Question question = new Question("new.dmn", backtests.read(dmn.getBytes(StandardCharsets.UTF_8)), null);
        BacktestView view = backtests.run(question, (done, total) -> {});
        assertThat(view.state()).as(view.toString()).isEqualTo("done");
        return view.result();
    }

    /** Both the rises and all that is counted come out as they did live. */
    private void theReplayIsWhatWasRecorded() {
        Escalations deployed = Escalations.trying(trials.deployed());
        CaseHistory history = theHistory();

        assertThat(Course.of(history, deployed).reached())
                .extracting(Reached::level, Reached::review, Reached::when, Reached::reason)
                .containsExactlyElementsOf(cases.rises(caseId).stream()
                        .map(each -> tuple(
                                each.to(),
                                each.review(),
                                each.raisedAt(),
                                each.cause().reason()))
                        .toList());

        CaseFile[] last = new CaseFile[1];
        history.replay(new Replayed.Witness() {
            @Override
            public void asked(CaseFile file, Instant asOf, @Nullable Contact contact) {
                last[0] = file;
                deployed.assess(file, asOf, contact);
            }

            @Override
            public void raised(@Nullable Rise rise) {}
        });
        Case live = theCase(caseId);
        Case replayed = last[0].view();
        assertThat(replayed.counts()).isEqualTo(live.counts());
        assertThat(replayed.sinceReview()).isEqualTo(live.sinceReview());
        assertThat(replayed.parties()).isEqualTo(live.parties());
        assertThat(replayed.companyCost()).isEqualByComparingTo(live.companyCost());
        assertThat(replayed.escalation().level()).isEqualTo(live.escalation().level());
        assertThat(replayed.openPromises()).isEqualTo(live.openPromises());
        assertThat(replayed.phase()).isEqualTo(live.phase());
    }

    @Test
    void aReviewVoidsLateContactsHandoffsAndPromisesComeOutAsTheyWereRecorded() throws Exception {
        deploy(
                "table.dmn",
                Dmn.table(table, EVERYTHING, ">= 22", "executive", ">= 12", "escalate", ">= 6", "watch", "-", "none"));
        open();
        later(Duration.ofHours(1));
        record(new Told(
                "call",
                "handler",
                Outcome.DONE,
                null,
                promise("leak finder", Duration.ofDays(2)),
                null,
                1,
                List.of(),
                null));
        later(Duration.ofDays(1));
        record(new Told(
                "search",
                "leak finder",
                Outcome.DONE,
                null,
                null,
                new Score("csat", BigDecimal.valueOf(2)),
                0,
                List.of("late"),
                null));
        later(Duration.ofDays(1));
        contact("handler", now.minus(Duration.ofHours(30)), promise("plumber", null));
        later(Duration.ofDays(3));
        Contact wrong = contact("carpenter", null, null);
        later(Duration.ofHours(1));
        runningCases.change(caseId, file -> file.contacts().voided(wrong.entry(), "another customer's", "ops"));
        later(Duration.ofDays(4));
        runningCases.decide(caseId);
        later(Duration.ofHours(1));
        runningCases.review(caseId, Level.WATCH, "called the customer", "ops");
        later(Duration.ofDays(1));
        runningCases.handOff(
                caseId,
                NewHandoff.reported("handler", "plumber", null, null),
                promise("plumber", Duration.ofDays(1)),
                "ops");
        later(Duration.ofHours(5));
        record(new Told("repair", "plumber", Outcome.FAILED, null, null, null, 0, List.of(), null));
        later(Duration.ofDays(2));
        runningCases.raise(caseId, Level.COORDINATE, "the chair asked", "ops");
        for (int i = 0; i < 6; i++) {
            later(Duration.ofDays(1));
            record(new Told(
                    null, i % 2 == 0 ? "handler" : "plumber", Outcome.DONE, null, null, null, 0, List.of(), "chasing"));
        }

        assertThat(cases.rises(caseId)).hasSizeGreaterThan(3);
        assertThat(theCase(caseId).reviews()).isEqualTo(1);
        theReplayIsWhatWasRecorded();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whateverHappensToACaseComesOutAsItWasRecorded(long seed) throws Exception {
        deploy(
                "table.dmn",
                Dmn.table(
                        table,
                        EVERYTHING,
                        ">= 40",
                        "executive",
                        ">= 26",
                        "escalate",
                        ">= 18",
                        "coordinate",
                        ">= 8",
                        "watch",
                        "-",
                        "none"));
        Random random = new Random(seed);
        open();
        for (int i = 0; i < 60; i++) {
            later(Duration.ofMinutes(7 + random.nextInt(3000)));
            act(random);
        }
        assertThat(cases.rises(caseId)).isNotEmpty();
        theReplayIsWhatWasRecorded();
    }

    private void act(Random random) {
        String party = List.of("handler", "plumber", "carpenter", "leak finder").get(random.nextInt(4));
        Duration until = random.nextInt(4) == 0 ? null : Duration.ofHours(5 + random.nextInt(100));
        switch (random.nextInt(17)) {
            case 0 -> runningCases.decide(caseId);
            case 1 -> runningCases.review(caseId, random.nextBoolean() ? Level.NONE : Level.WATCH, "seen", "ops");
            case 2 -> runningCases.change(caseId, file -> file.promises().make(promise(party, until), now));
            case 3 -> settle(random, Promise.State.KEPT);
            case 4 -> settle(random, Promise.State.WITHDRAWN);
            case 5 -> voidOne(random);
            case 6 ->
                runningCases.handOff(
                        caseId,
                        NewHandoff.reported(null, party, null, null),
                        random.nextBoolean() ? promise(party, until) : null,
                        "ops");
            case 7 -> acknowledge();
            case 8 -> runningCases.raise(caseId, Level.COORDINATE, "by hand", "ops");
            case 10 -> move(random);
            case 11, 12 -> timersCome();
            case 9 -> contact(party, now.minus(Duration.ofHours(random.nextInt(200))), null);
            default ->
                record(new Told(
                        List.of("call", "search", "repair", "elsewhere", "")
                                        .get(random.nextInt(5))
                                        .isEmpty()
                                ? null
                                : random.nextBoolean() ? "search" : "repair",
                        party,
                        Outcome.values()[random.nextInt(Outcome.values().length)],
                        null,
                        random.nextInt(3) == 0 ? promise(party, until) : null,
                        random.nextInt(3) == 0 ? new Score("nps", BigDecimal.valueOf(random.nextInt(11))) : null,
                        random.nextInt(2),
                        random.nextInt(4) == 0 ? List.of("late") : List.of(),
                        random.nextInt(4) == 0 ? "chasing" : null));
        }
    }

    private void settle(Random random, Promise.State state) {
        runningCases.change(caseId, file -> {
            List<Promise> open = file.promises().open();
            if (!open.isEmpty()) {
                file.promises().settle(open.get(random.nextInt(open.size())).entry(), state, "so", "ops");
            }
            return file;
        });
    }

    private void move(Random random) {
        runningCases.change(caseId, file -> {
            file.promises().open().stream()
                    .filter(each -> !each.isOverdue(now))
                    .findFirst()
                    .ifPresent(each -> file.promises()
                            .move(each.entry(), null, now.plus(Duration.ofHours(random.nextInt(100))), "so", "ops"));
            return file;
        });
    }

    private void timersCome() {
        management.createJobQuery().timers().executable().list().forEach(each -> management.executeJob(each.getId()));
    }

    private void voidOne(Random random) {
        List<Contact> all = contacts(caseId);
        if (!all.isEmpty()) {
            Contact one = all.get(random.nextInt(all.size()));
            try {
                runningCases.change(caseId, file -> file.contacts().voided(one.entry(), "wrong", "ops"));
            } catch (EntrySettled voidedBefore) {
                // then something else happens
            }
        }
    }

    private void acknowledge() {
        runningCases.change(caseId, file -> {
            file.handoffs().open().forEach(each -> file.handoffs().acknowledge(each.entry(), "plumber"));
            return file;
        });
    }

    @Test
    void movedBrokenHealedAndContradictedPromisesComeOutAsTheyWereRecorded() throws Exception {
        deploy("table.dmn", Dmn.table(table, EVERYTHING, ">= 6", "escalate", ">= 3", "watch", "-", "none"));
        open();
        NewPromise advertised = new NewPromise("at once", "call", null, null, null, NewPromise.Origin.CAMPAIGN);
        Promise first = runningCases.change(caseId, file -> {
            file.promises().make(advertised, now);
            return file.promises().make(promise("plumber", Duration.ofHours(5)), now);
        });
        later(Duration.ofHours(1));
        runningCases.change(caseId, file -> file.promises()
                .move(first.entry(), null, now.plus(Duration.ofHours(20)), "ill", "ops"));
        later(Duration.ofHours(1));
        record(new Told("call", "handler", Outcome.FAILED, null, null, null, 0, List.of(), null));
        later(Duration.ofHours(18));
        timersCome();
        later(Duration.ofDays(1));
        timersCome();
        assertThat(theCase(caseId).counts()).containsEntry(Count.BROKEN_PROMISES, 2);
        later(Duration.ofHours(1));
        contact("plumber", now.minus(Duration.ofDays(2)).plus(Duration.ofHours(10)), null);
        assertThat(theCase(caseId).counts()).containsEntry(Count.BROKEN_PROMISES, 1);
        contact("plumber", null, promise("carpenter", Duration.ofHours(2)));
        runningCases.change(caseId, file -> file.promises().make(promise("painter", Duration.ofDays(2)), now));
        later(Duration.ofHours(3));
        runningCases.close(caseId, "over", "ops");

        assertThat(theCase(caseId).counts())
                .containsEntry(Count.BROKEN_PROMISES, 2)
                .containsEntry(Count.RESCHEDULED_PROMISES, 1);
        theReplayIsWhatWasRecorded();
    }

    @Test
    void aContactVoidedLaterCountsUntilThen() throws Exception {
        deploy("table.dmn", Dmn.table(table, "contacts", ">= 4", "watch", "-", "none"));
        open();
        Contact wrong = contact("handler", null, null);
        later(Duration.ofDays(1));
        contact("handler", null, null);
        later(Duration.ofDays(1));
        Contact third = contact("handler", null, null);
        later(Duration.ofDays(1));
        runningCases.change(caseId, file -> file.contacts().voided(wrong.entry(), "wrong", "ops"));

        BacktestResult result = tried(Dmn.table(table, "contacts", ">= 3", "watch", "-", "none"));

        assertThat(mine(result).differences()).singleElement().satisfies(each -> {
            assertThat(each.change()).isEqualTo("more");
            assertThat(each.renewed().when()).isEqualTo(third.occurredAt());
        });
    }

    @Test
    void bothTablesStandSideBySide() throws Exception {
        deploy("table.dmn", Dmn.table(table, "contacts", ">= 4", "escalate", ">= 2", "watch", "-", "none"));
        open();
        Instant[] times = new Instant[5];
        for (int i = 0; i < times.length; i++) {
            later(Duration.ofDays(1));
            times[i] = contact("handler", null, null).occurredAt();
        }

        String renewed = Dmn.table(table, "contacts", ">= 3", "escalate", ">= 5", "watch", "-", "none")
                .replace("somebody", "somebody-else");
        BacktestResult result = tried(renewed);

        assertThat(result.cases()).isEqualTo(result.differ()).isEqualTo(1);
        assertThat(result.recorded()).isEqualTo(new Recorded(1, 0));
        assertThat(result.changes().get(0).level()).isEqualTo("watch");
        assertThat(result.changes().get(0).all()).isEqualTo(new Change(1, 0, 0, 1, 0, 0));
        assertThat(result.changes().get(2).all()).isEqualTo(new Change(1, 1, 0, 0, 1, 0));
        assertThat(result.changes().get(2).owners())
                .extracting(BacktestResult.OwnerChange::owner, BacktestResult.OwnerChange::change)
                .containsExactly(
                        tuple("somebody", new Change(1, 0, 0, 1, 0, 0)),
                        tuple("somebody-else", new Change(0, 1, 1, 0, 0, 0)));
        CaseChange mine = mine(result);
        assertThat(mine.old().when()).isEqualTo(times[3]);
        assertThat(mine.renewed().when()).isEqualTo(times[2]);
        assertThat(mine.renewed().reason()).isEqualTo("because of rule-1");
        assertThat(mine.journey()).isEqualTo(key);
    }

    private CaseChange mine(BacktestResult result) {
        return result.first().stream()
                .filter(each -> each.caseId().equals(caseId))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theGenericTableConcernsOnlyJourneysWithoutOneOfTheirOwn() throws Exception {
        deploy("table.dmn", Dmn.table(table, "contacts", "-", "none"));
        open();
        contact("handler", null, null);

        String generic = Dmn.table("contact-escalation", "contacts", "-", "executive");
        assertThat(tried(generic).first()).extracting(CaseChange::caseId).doesNotContain(caseId);
        repository
                .createDeploymentQuery()
                .deploymentName("table.dmn")
                .list()
                .forEach(each -> repository.deleteDeployment(each.getId()));
        assertThat(tried(generic).changes().get(3).all().more()).isPositive();
        assertThat(histories.of(List.of(caseId))).hasSize(1);
    }

    @Test
    void tryingATableLeavesNothingBehind() throws Exception {
        deploy("table.dmn", Dmn.table(table, "contacts", ">= 4", "watch", "-", "none"));
        open();
        contact("handler", null, null);
        List<?> before = cases.timeline(caseId, null, 100).items();

        tried(Dmn.table(table, "contacts", ">= 1", "executive", "-", "none"));

        assertThat(cases.timeline(caseId, null, 100).items()).isEqualTo(before);
        assertThat(theCase(caseId).escalation().level()).isEqualTo(Level.NONE);
        assertThat(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(table)
                        .count())
                .isEqualTo(1);
        assertThat(history.createHistoricDecisionInstanceQuery()
                        .decisionDefinitionKey(table)
                        .count())
                .isZero();
        assertThat(management.createJobQuery().count()).isZero();
    }
}

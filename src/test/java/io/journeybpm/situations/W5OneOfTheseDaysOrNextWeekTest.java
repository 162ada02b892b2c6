package io.journeybpm.situations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeybpm.testing.Caller.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("W5: 'one of these days, or next week' becomes a promise with a window, watched by a timer")
class W5OneOfTheseDaysOrNextWeekTest extends Promised {

    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));

    @Test
    void whatTheModelPromisesIsWarnedOfInTimeAndBrokenAfter() {
        open("");
        completeTask("call");

        Job timer = timers().get(0);
        assertThat(timers()).hasSize(1);
        assertThat(((JobEntity) timer).getJobHandlerType()).isEqualTo("journey-promises");
        assertThat(timer.getProcessInstanceId())
                .isEqualTo(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseId)
                        .singleResult()
                        .getId());
        assertThat(timer.getDuedate().toInstant()).isEqualTo(TUESDAY.minus(Duration.ofHours(2)));

        passTo(TUESDAY.minus(Duration.ofHours(2)));
        assertThat(timeline()).containsOnlyOnce("promise-due-soon").doesNotContain("promise-broken");
        assertThat(listed("&state=due-soon")).hasSize(1);
        assertThat(theCase().at("/promises").toString())
                .isEqualTo("{\"open\":1,\"dueSoon\":1,\"overdue\":0,\"kept\":0,\"broken\":0}");
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(caseId)
                        .count())
                .as("nobody needs a task to be warned")
                .isEqualTo(1);
        assertLevel("none");

        passTo(TUESDAY.plusSeconds(1));
        assertThat(timeline()).containsOnlyOnce("promise-broken").containsOnlyOnce("escalation");
        assertThat(theCase().at("/counts/brokenPromises").asInt()).isEqualTo(1);
        assertLevel("escalate");
        assertThat(listed("&state=due-soon")).isEmpty();
        assertThat(listed("&state=broken")).hasSize(1);
        assertThat(timers()).isEmpty();
        JsonNode brief = as("ops").get("/api/cases/" + caseId + "/brief").json();
        assertThat(brief.at("/escalation/reason").asText()).isEqualTo("because of rule-1");
    }

    @Test
    void aVisitInTimeKeepsItAndTheTimerFindsNothingToDo() {
        open("");
        completeTask("call");
        passTo(TUESDAY.minus(Duration.ofHours(5)));
        completeTask("repair");
        passTo(TUESDAY.plus(Duration.ofDays(1)));
        assertThat(timeline()).doesNotContain("promise-due-soon", "promise-broken");
        assertThat(listed("&state=kept")).hasSize(1);
        assertThat(timers()).isEmpty();
    }

    @Test
    void oneOfTheseDaysIsStoredAsUnscheduledAndRaisesAnAlertUntilSomebodySaysWhen() {
        open("");
        Answer promise = promise("");
        assertThat(promise.at("/state")).isEqualTo("unscheduled");
        assertThat(listed("&state=unscheduled")).hasSize(1);
        assertThat(timers()).isEmpty();

        moved(promise, "2026-08-05T06:00:00Z", "2026-08-05T10:00:00Z", "booked").expect(200);
        assertThat(timers()).hasSize(1);
        assertThat(theCase().at("/counts/rescheduledPromises").asInt())
                .as("a first window is no other one")
                .isZero();
        moved(promise, "2026-08-06T06:00:00Z", "2026-08-06T10:00:00Z", "the van broke down")
                .expect(200);
        passTo(Instant.parse("2026-08-05T12:00:00Z"));

        JsonNode shown = as("owner").get(promise.header("Location")).json();
        assertThat(shown.at("/state").asText())
                .as("moved and told before it closed")
                .isEqualTo("open");
        assertThat(shown.at("/moves").asInt()).isEqualTo(2);
        assertThat(shown.at("/history/1/before/to").asText()).isEqualTo("2026-08-05T10:00:00Z");
        assertThat(shown.at("/history/1/after/to").asText()).isEqualTo("2026-08-06T10:00:00Z");
        assertThat(shown.at("/history/1/reason").asText()).isEqualTo("the van broke down");
        assertThat(shown.at("/history/1/actor").asText()).isEqualTo("ops");
        assertThat(theCase().at("/counts/rescheduledPromises").asInt()).isEqualTo(1);
        assertThat(timeline().stream().filter("promise-moved"::equals)).hasSize(2);
        assertThat(timers()).hasSize(1);
    }

    @Test
    void aPromiseThatIsBrokenCannotBeMovedAway() {
        open("");
        Answer promise = promise(between("2026-08-03T09:00:00Z", "2026-08-03T11:00:00Z"));
        passTo(MONDAY.plus(Duration.ofHours(4)));
        assertThat(state(promise)).isEqualTo("broken");
        moved(promise, "2026-08-06T06:00:00Z", "2026-08-06T10:00:00Z", "sorry").problem(409);
        Answer late = promise(between("2026-08-03T11:00:00Z", "2026-08-03T11:30:00Z"));
        assertThat(late.at("/overdue")).as("its timer has not come yet").isEqualTo("true");
        moved(late, "2026-08-06T06:00:00Z", "2026-08-06T10:00:00Z", "sorry").problem(409);
    }

    @Test
    void aVisitToldLateHealsTheBreakAndTheLevelStays() {
        open("");
        promise(between("2026-08-03T09:00:00Z", "2026-08-03T11:00:00Z"));
        passTo(MONDAY.plus(Duration.ofHours(4)));
        assertLevel("escalate");
        Answer contact = contact("'channel':'visit','party':'" + PLUMBER + "','occurredAt':'2026-08-03T10:15:00Z'")
                .expect(201);
        assertThat(theCase().at("/counts/brokenPromises").asInt()).isZero();
        assertThat(theCase().at("/sinceReview/brokenPromises").asInt()).isZero();
        assertThat(theCase().at("/counts/keptPromises").asInt()).isEqualTo(1);
        assertLevel("escalate");
        assertThat(timeline()).containsOnlyOnce("promise-broken").containsOnlyOnce("promise-healed");
        String kept = listed("&state=kept").get(0);
        JsonNode shown =
                as("ops").get("/api/cases/" + caseId + "/promises/" + kept).json();
        assertThat(shown.at("/contactId").asText()).isEqualTo(contact.at("/contactId"));
        assertThat(shown.at("/brokenAt").asText()).isNotEmpty();
    }

    @Test
    void aBreakReviewedBeforeItHealsIsNotTakenOffWhatCameAfter() {
        open("");
        promise(between("2026-08-03T09:00:00Z", "2026-08-03T11:00:00Z"));
        passTo(MONDAY.plus(Duration.ofHours(4)));
        as("ops")
                .post("/api/cases/" + caseId + "/reviews", "{'level':'none','reason':'called her'}")
                .expect(200);
        promise(between("2026-08-03T12:30:00Z", "2026-08-03T13:00:00Z"));
        passTo(MONDAY.plus(Duration.ofHours(6)));
        contact("'channel':'visit','party':'" + PLUMBER + "','occurredAt':'2026-08-03T10:15:00Z'")
                .expect(201);
        assertThat(theCase().at("/counts/brokenPromises").asInt()).isEqualTo(1);
        assertThat(theCase().at("/sinceReview/brokenPromises").asInt()).isEqualTo(1);
    }

    @Test
    void ofSeveralPromisesOfAPartyAContactKeepsTheOneItsTimeFallsInto() {
        open("");
        Answer today = promise(between("2026-08-03T12:00:00Z", "2026-08-03T14:00:00Z"));
        Answer now = promise(between("2026-08-03T09:00:00Z", "2026-08-03T18:00:00Z"));
        passTo(Instant.parse("2026-08-03T09:30:00Z"));
        contact("'channel':'visit','party':'" + PLUMBER + "'").expect(201);
        assertThat(state(now)).isEqualTo("kept");
        assertThat(state(today)).isEqualTo("open");
    }

    @Test
    void aContactMayNameThePromiseItKeeps() {
        open("");
        Answer first = promise(between("2026-08-03T09:00:00Z", "2026-08-03T11:00:00Z"));
        Answer second = promise(between("2026-08-03T12:00:00Z", "2026-08-03T14:00:00Z"));
        passTo(Instant.parse("2026-08-03T10:00:00Z"));
        contact("'channel':'visit','party':'" + PLUMBER + "','keeps':'" + second.at("/promiseId") + "'")
                .expect(201);
        assertThat(state(second)).isEqualTo("kept");
        assertThat(state(first)).isEqualTo("open");
        String named = "'channel':'visit','keeps':'";
        contact(named + caseId + "~9999'").problem(400, "keeps");
        contact(named + "K-other~1'").problem(400, "keeps");
        contact(named + second.at("/promiseId") + "'").problem(409);

        passTo(Instant.parse("2026-08-03T13:00:00Z"));
        assertThat(state(first)).isEqualTo("broken");
        contact(named + first.at("/promiseId") + "'").expect(201);
        assertThat(state(first)).as("somebody came after all").isEqualTo("late");
        assertThat(theCase().at("/counts/brokenPromises").asInt()).isEqualTo(1);
    }

    @Test
    void whoSaysThatItWasKeptMaySayWhy() {
        open("");
        Answer promise = promise(between("2026-08-03T09:00:00Z", "2026-08-03T11:00:00Z"));
        Answer kept = as("ops")
                .post(promise.header("Location") + "/kept", "{'reason':'she told us by telephone'}")
                .expect(200);
        assertThat(kept.at("/reason")).isEqualTo("she told us by telephone");
        assertThat(as("ops").get(promise.header("Location")).at("/reason")).isEqualTo("she told us by telephone");
    }

    @Test
    void closingACaseLeavesNobodyAPromiseToKeep() {
        open("");
        Answer running = promise(between("2026-08-03T09:00:00Z", "2026-08-03T18:00:00Z"));
        Answer someDay = promise("");
        Answer over = promise(between("2026-08-03T08:00:00Z", "2026-08-03T08:30:00Z"));
        ClockUtil.setCurrentTime(Date.from(MONDAY.plusSeconds(3600)));
        as("ops")
                .post("/api/cases/" + caseId + "/close", "{'reason':'she went elsewhere'}")
                .expect(200);
        assertThat(state(running)).isEqualTo("withdrawn");
        assertThat(as("ops").get(running.header("Location")).at("/reason")).isEqualTo("the case was closed");
        assertThat(state(someDay)).isEqualTo("withdrawn");
        assertThat(state(over)).isEqualTo("broken");
        assertThat(listed("&state=open")).isEmpty();
        assertThat(listed("&state=unscheduled")).isEmpty();
        assertThat(timers()).isEmpty();
    }

    @Test
    void aCaseOpenedAgainIsWatchedWithoutAProcess() {
        open("");
        as("ops").post("/api/cases/" + caseId + "/close", "{'reason':'done'}").expect(200);
        as("ops")
                .post("/api/cases/" + caseId + "/reopen", "{'reason':'it leaks'}")
                .expect(200);
        Answer promise = promise(between("2026-08-03T09:00:00Z", "2026-08-03T11:00:00Z"));
        assertThat(timers()).singleElement().satisfies(each -> assertThat(each.getProcessInstanceId())
                .isNull());
        passTo(MONDAY.plus(Duration.ofHours(4)));
        assertThat(state(promise)).isEqualTo("broken");

        promise(between("2026-08-04T09:00:00Z", "2026-08-04T11:00:00Z"));
        as("ops").post("/api/cases/" + caseId + "/close", "{'reason':'done'}").expect(200);
        assertThat(timers()).isEmpty();
    }

    @Test
    void aSoonerPromiseBringsTheSameTimerForward() {
        open("");
        promise(between("2026-08-10T09:00:00Z", "2026-08-10T11:00:00Z"));
        String timer = timers().get(0).getId();
        promise(between("2026-08-05T09:00:00Z", "2026-08-05T11:00:00Z"));
        promise(between("2026-08-20T09:00:00Z", "2026-08-20T11:00:00Z"));
        assertThat(timers()).singleElement().satisfies(each -> {
            assertThat(each.getId()).isEqualTo(timer);
            assertThat(each.getDuedate().toInstant())
                    .as("a quarter of two hours before")
                    .isEqualTo(Instant.parse("2026-08-05T10:30:00Z"));
        });
    }

    @Test
    void aTimerSomebodyDeletedIsMadeAnew() {
        open("");
        promise(between("2026-08-03T09:00:00Z", "2026-08-03T11:00:00Z"));
        management().deleteJob(timers().get(0).getId());
        passTo(MONDAY.plus(Duration.ofHours(4)));
        contact("'channel':'phone','party':'handler'").expect(201);
        assertThat(timers()).hasSize(1);
        passTo(MONDAY.plus(Duration.ofHours(5)));
        assertThat(timeline()).containsOnlyOnce("promise-broken");
    }

    /** Whichever comes first, the visit in time or the timer, the promise ends as kept, and nothing is counted twice. */
    @Test
    void aVisitToldWhileTheTimerComesIsNeitherLostNorCountedTwice() throws Exception {
        open("");
        Answer promise = promise(between("2026-08-03T09:00:00Z", "2026-08-03T11:00:00Z"));
        ClockUtil.setCurrentTime(Date.from(MONDAY.plus(Duration.ofHours(4))));
        String timer = timers().get(0).getId();
        CompletableFuture<Void> comes = CompletableFuture.runAsync(() -> {
            try {
                management().executeJob(timer);
            } catch (OptimisticLockingException again) {
                management().executeJob(timer);
            }
        });
        contact("'channel':'visit','party':'" + PLUMBER + "','occurredAt':'2026-08-03T10:15:00Z'")
                .expect(201);
        comes.get();
        assertThat(state(promise)).isEqualTo("kept");
        assertThat(theCase().at("/counts/brokenPromises").asInt()).isZero();
        assertThat(theCase().at("/counts/keptPromises").asInt()).isEqualTo(1);
        assertThat(theCase().at("/counts/contacts").asInt()).isEqualTo(1);
        assertThat(timers()).isEmpty();
    }

    private Answer moved(Answer promise, String from, String to, String reason) {
        return as("ops")
                .post(
                        promise.header("Location") + "/moved",
                        "{'from':'" + from + "','to':'" + to + "','reason':'" + reason + "'}");
    }
}

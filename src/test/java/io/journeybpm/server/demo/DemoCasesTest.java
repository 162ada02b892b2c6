package io.journeybpm.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.journeybpm.journey.Outcome;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Cases;
import io.journeybpm.ledger.Contact;
import io.journeybpm.ledger.Count;
import io.journeybpm.ledger.Event;
import io.journeybpm.ledger.Fact;
import io.journeybpm.ledger.HandoffEntry;
import io.journeybpm.ledger.Level;
import io.journeybpm.ledger.Promise;
import io.journeybpm.ledger.Score;
import io.journeybpm.ledger.TimelineEntry;
import io.journeybpm.server.JourneyServer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What somebody finds who starts the server for the first time. */
@SpringBootTest(
        classes = JourneyServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:demo-cases;DB_CLOSE_DELAY=-1",
            "journey.daily.enabled=false",
            // the engine named default is the one of ServerTest, which /engine-rest asks for by that name
            "camunda.bpm.generate-unique-process-engine-name=true",
            "spring.datasource.username=sa",
            "spring.datasource.password=",
            "logging.level.root=warn"
        })
class DemoCasesTest {

    private static final String AS_IT_HAPPENED = "WD-2026-0803";
    private static final String RUN_WELL = "WD-2026-0804";
    private static final int PATIENT = 80;

    @Autowired
    private Cases cases;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private DemoCases demo;

    private Case theCase(String caseId) {
        return cases.find(caseId).orElseThrow();
    }

    private <T extends TimelineEntry> List<T> timeline(String caseId, Class<T> kind) {
        return cases.timeline(caseId, null, 1000).items().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private List<Contact> counted(String caseId) {
        return timeline(caseId, Contact.class).stream().filter(Contact::counted).toList();
    }

    private List<Contact> by(String caseId, String user) {
        return counted(caseId).stream()
                .filter(each -> user.equals(each.reported().user()))
                .toList();
    }

    private List<String> openTasks(String caseId) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(caseId).list().stream()
                .map(Task::getTaskDefinitionKey)
                .toList();
    }

    @Test
    void asItHappenedFourteenContactsLeadNowhere() {
        Case after = theCase(AS_IT_HAPPENED);

        assertThat(after.status()).isEqualTo(Case.Status.OPEN);
        assertThat(after.phase().id()).isEqualTo("dry-out");
        assertThat(after.ambassador()).isEqualTo("mette");
        assertThat(cases.customer(after.customer()).orElseThrow().name()).isEqualTo("Ida Holm");
        assertThat(after.counts())
                .contains(
                        entry(Count.CONTACTS, 14),
                        entry(Count.PLANNED_CONTACTS, 3),
                        entry(Count.EXTRA_CONTACTS, 11),
                        entry(Count.REWORK_CONTACTS, 2),
                        entry(Count.CHASING_CONTACTS, 2),
                        entry(Count.INCIDENTS, 3),
                        entry(Count.HANDOFFS, 13),
                        entry(Count.HANDOFFS_WITHOUT_BRIEF, 13),
                        entry(Count.BROKEN_PROMISES, 0));
        assertThat(openTasks(AS_IT_HAPPENED))
                .containsExactlyInAnyOrder(
                        "set-up-drying", "one-plan-one-call", "take-the-case", "directors-weekly-list");
    }

    @Test
    void asItHappenedTheLevelClimbsToTheTop() {
        assertThat(cases.rises(AS_IT_HAPPENED))
                .extracting(each -> each.to().word(), each -> each.cause().rule())
                .containsExactly(
                        tuple("watch", "watch-2-extra-contacts"),
                        tuple("coordinate", "coordinate-3-extra-contacts"),
                        tuple("escalate", "escalate-5-extra-contacts"),
                        tuple("executive", "executive-3-incidents"));
        assertThat(theCase(AS_IT_HAPPENED).escalation().level()).isEqualTo(Level.EXECUTIVE);
        assertThat(engine.getManagementService().createJobQuery().count()).isZero();
    }

    @Test
    void asItHappenedEveryContactWasGood() {
        assertThat(counted(AS_IT_HAPPENED))
                .extracting(each -> each.reported().score())
                .doesNotContainNull()
                .extracting(Score::percent)
                .allSatisfy(percent -> assertThat(percent.intValue()).isGreaterThanOrEqualTo(75));
    }

    @Test
    void asItHappenedReturnsLeadBackToTheVisitThatBeganIt() {
        List<Contact> finn = by(AS_IT_HAPPENED, "finn");
        List<Contact> poul = by(AS_IT_HAPPENED, "poul");

        assertThat(finn.get(0).causedBy()).isNull();
        assertThat(finn.get(1).causedBy()).isEqualTo(finn.get(0).entry());
        assertThat(poul.get(1).rework()).as("derived").isTrue();
        assertThat(poul.get(1).causedBy()).isEqualTo(poul.get(0).entry());
        assertThat(poul.get(0).causedBy()).isEqualTo(finn.get(0).entry());
        for (String returning : List.of("carl", "eva", "pia")) {
            List<Contact> visits = by(AS_IT_HAPPENED, returning);
            assertThat(visits).hasSize(2);
            assertThat(visits.get(1).causedBy()).isEqualTo(visits.get(0).entry());
        }
    }

    @Test
    void asItHappenedNobodyCanSayWhenTheNextOneComes() {
        assertThat(theCase(AS_IT_HAPPENED).openPromises()).singleElement().satisfies(promise -> {
            assertThat(promise.state()).isEqualTo(Promise.State.UNSCHEDULED);
            assertThat(promise.made().party()).isEqualTo("drying-firm");
        });
    }

    @Test
    void runWellFourteenContactsBringTheHouseBack() {
        Case after = theCase(RUN_WELL);

        assertThat(after.status()).isEqualTo(Case.Status.CLOSED);
        assertThat(after.ambassador()).isEqualTo("mette");
        assertThat(after.counts())
                .contains(
                        entry(Count.CONTACTS, 14),
                        entry(Count.PLANNED_CONTACTS, 12),
                        entry(Count.EXTRA_CONTACTS, 2),
                        entry(Count.REWORK_CONTACTS, 1),
                        entry(Count.CHASING_CONTACTS, 0),
                        entry(Count.INCIDENTS, 0),
                        entry(Count.HANDOFFS, 10),
                        entry(Count.HANDOFFS_WITHOUT_BRIEF, 0),
                        entry(Count.BROKEN_PROMISES, 0));
        assertThat(counted(RUN_WELL))
                .filteredOn(each -> !each.planned())
                .as("the extra ones are explained")
                .allSatisfy(each -> assertThat(each.causedBy()).isNotNull());
        assertThat(openTasks(RUN_WELL)).isEmpty();
    }

    @Test
    void runWellTheHandlerCoordinatesOnceAndItStaysQuiet() {
        Case after = theCase(RUN_WELL);

        assertThat(cases.rises(RUN_WELL)).singleElement().satisfies(rise -> {
            assertThat(rise.to()).isEqualTo(Level.COORDINATE);
            assertThat(rise.cause().rule()).isEqualTo("coordinate-1-redone");
        });
        assertThat(after.reviews()).isEqualTo(1);
        assertThat(after.escalation().level()).isEqualTo(Level.NONE);
        assertThat(timeline(RUN_WELL, Event.class))
                .filteredOn(each -> each.kind() == Event.Kind.REVIEW)
                .singleElement()
                .satisfies(each -> assertThat(each.actor()).isEqualTo("mette"));
    }

    @Test
    void runWellEveryPromiseIsKeptInItsTime() {
        List<Promise> promises = timeline(RUN_WELL, Promise.class);

        assertThat(promises).allSatisfy(each -> {
            assertThat(each.state()).isEqualTo(Promise.State.KEPT);
            assertThat(each.made().to()).isNotNull();
        });
        assertThat(promises)
                .filteredOn(each -> each.moves() == 1)
                .singleElement()
                .satisfies(moved -> {
                    Contact warning = timeline(RUN_WELL, Contact.class).stream()
                            .filter(each -> "warning".equals(each.reported().reason()))
                            .findFirst()
                            .orElseThrow();
                    assertThat(warning.counted()).isFalse();
                    assertThat(warning.occurredAt())
                            .isBefore(moved.made().from().minus(3, ChronoUnit.DAYS));
                });
        assertThat(timeline(RUN_WELL, HandoffEntry.class))
                .allSatisfy(each -> assertThat(each.acknowledgedAt()).isNotNull());
    }

    @Test
    void runWellTheDryingFirmReadsHowThePressureTestWent() {
        assertThat(timeline(RUN_WELL, HandoffEntry.class))
                .filteredOn(each -> each.made().to().equals("drying-firm"))
                .singleElement()
                .satisfies(each -> assertThat(each.made().done()).isEqualTo("The pressure holds, for an hour."));
    }

    @Test
    void runWellTheMoistureIsCheckedThreeWeeksApartAndTheEndIsNine() {
        List<Contact> checks = timeline(RUN_WELL, Contact.class).stream()
                .filter(each -> "moisture-check".equals(each.reported().place().touchpoint()))
                .toList();
        assertThat(checks).hasSize(2).allSatisfy(each -> {
            assertThat(each.planned()).isTrue();
            assertThat(each.outcome()).isEqualTo(Outcome.DONE);
        });
        assertThat(ChronoUnit.DAYS.between(
                        checks.get(0).occurredAt(), checks.get(1).occurredAt()))
                .isEqualTo(21);
        assertThat(timeline(RUN_WELL, Contact.class))
                .extracting(each -> each.reported().score())
                .filteredOn(score -> score != null && score.scale().equals("nps"))
                .singleElement()
                .satisfies(score -> assertThat(score.value().intValue()).isEqualTo(9));
    }

    @Test
    void nothingLiesInTheFutureAndTheClockGoesOn() {
        assertThat(ClockUtil.getCurrentTime().toInstant())
                .isCloseTo(Instant.now(), within(PATIENT, ChronoUnit.SECONDS));
        assertThat(theCase(RUN_WELL).closedAt()).isBefore(Instant.now());
        assertThat(List.of(AS_IT_HAPPENED, RUN_WELL))
                .flatMap(each -> cases.timeline(each, null, 1000).items())
                .allSatisfy(each -> assertThat(each.at()).isBefore(Instant.now()));
    }

    @Test
    void isNotPlayedTwice() {
        int before = cases.timeline(AS_IT_HAPPENED, null, 1000).items().size();

        assertThat(demo.play(List.of(AsItHappened.told(), RunWell.told()))).isEmpty();

        assertThat(cases.timeline(AS_IT_HAPPENED, null, 1000).items()).hasSize(before);
    }

    @Test
    void aCaseThatBreaksOffInTheMiddleLeavesNothingBehind() {
        Story broken = new Story(
                "WD-BROKEN",
                AsItHappened.told().customer(),
                AsItHappened.told().facts().toArray(Fact[]::new));
        broken.on("2026-08-03", "09:10", Cast.METTE).completes("report-damage").done("water");
        broken.on("2026-08-04", "08:00", Cast.PIA).completes("walk-through").done("too early");

        assertThat(demo.play(List.of(broken))).isEmpty();

        assertThat(cases.find("WD-BROKEN")).isEmpty();
        assertThat(openTasks("WD-BROKEN")).isEmpty();
        assertThat(ClockUtil.getCurrentTime().toInstant())
                .isCloseTo(Instant.now(), within(PATIENT, ChronoUnit.SECONDS));
    }
}

package io.journeybpm.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.testing.Caller;
import io.journeybpm.testing.Caller.Answer;
import io.journeybpm.testing.ServerTest;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Promised windows stand in people's calendars")
class PromiseCalendarTest extends ServerTest {

    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    private final String party = "party-" + UUID.randomUUID();
    private final String caseId = newCaseLater();

    private String newCaseLater() {
        return "I-" + UUID.randomUUID();
    }

    @AfterEach
    void letTimeBe() {
        ClockUtil.reset();
    }

    private void open() {
        as("integrator")
                .post("/api/journeys/" + KITCHEN + "/cases", "{'caseId':'" + caseId + "'}")
                .expect(201);
    }

    private Answer promise(String what, String window) {
        String body = "{\"what\":\"" + what + "\",\"party\":\"" + party + "\"" + window.replace('\'', '"') + "}";
        Caller integrator = as("integrator");
        return integrator
                .send(integrator
                        .request("/api/cases/" + caseId + "/promises")
                        .header("Content-Type", "application/json")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body))
                        .build())
                .expect(201);
    }

    private List<VEvent> read(String path) throws Exception {
        Answer answer = as("owner").get(path).expect(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(answer.body().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(76));
        Calendar calendar = new CalendarBuilder().build(new StringReader(answer.body()));
        assertThat(calendar.validate(true).getEntries()).isEmpty();
        return calendar.getComponents("VEVENT");
    }

    private List<VEvent> ofCase() throws Exception {
        return read("/api/cases/" + caseId + "/calendar.ics");
    }

    private static String value(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }

    private static Instant start(VEvent event) {
        Temporal start = event.getStartDate().orElseThrow().getDate();
        return Instant.from(start);
    }

    @Test
    void aMovedPromiseIsTheSameEventElsewhereAndAWithdrawnOneIsCancelled() throws Exception {
        open();
        Answer made = promise("the sink", ",'from':'2999-08-03T08:00:00Z','to':'2999-08-03T10:00:00Z'");
        promise("some day", "");
        VEvent before = ofCase().get(0);
        assertThat(ofCase()).as("nobody can enter some day into a calendar").hasSize(1);
        assertThat(value(before, "SEQUENCE")).isEqualTo("0");
        assertThat(value(before, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(value(before, "SUMMARY")).isEqualTo("the sink");
        assertThat(value(before, "DESCRIPTION"))
                .isEqualTo("Who comes: " + party + "\nCase: " + caseId + "\nPromise: open");

        as("ops")
                .post(
                        made.header("Location") + "/moved",
                        "{'from':'2999-08-04T08:00:00Z','to':'2999-08-04T10:00:00Z','reason':'ill'}")
                .expect(200);
        VEvent moved = ofCase().get(0);
        assertThat(value(moved, "UID")).isEqualTo(value(before, "UID")).startsWith(made.at("/promiseId"));
        assertThat(value(moved, "SEQUENCE")).isEqualTo("1");
        assertThat(start(moved)).isEqualTo(Instant.parse("2999-08-04T08:00:00Z"));

        as("ops").post(made.header("Location") + "/withdrawn", "{}").expect(200);
        VEvent withdrawn = ofCase().get(0);
        assertThat(value(withdrawn, "UID")).isEqualTo(value(before, "UID"));
        assertThat(value(withdrawn, "SEQUENCE")).isEqualTo("2");
        assertThat(value(withdrawn, "STATUS")).isEqualTo("CANCELLED");
    }

    @Test
    void aPartySeesItsPromisesOfAllCasesFromAMonthAgoOn() throws Exception {
        open();
        promise("now", ",'to':'2999-08-03T10:00:00Z'");
        promise("long ago", ",'to':'" + Instant.now().minus(Duration.ofDays(40)) + "'");
        promise("lately", ",'to':'" + Instant.now().minus(Duration.ofDays(20)) + "'");
        List<VEvent> events = read("/api/calendar.ics?party=" + party);
        assertThat(events)
                .extracting(each -> value(each, "SUMMARY"))
                .containsExactly("At the latest: lately", "At the latest: now");
        as("owner").get("/api/calendar.ics").problem(400, "party");
        as("owner").get("/api/cases/no-such/calendar.ics").problem(404);
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        open();
        promise("the sink", ",'to':'2999-08-03T10:00:00Z'");
        String path = "/api/cases/" + caseId + "/calendar.ics";
        String tag = as("ops").get(path).header("ETag");
        assertThat(as("ops").send("GET", path, null, "If-None-Match", tag).status())
                .isEqualTo(304);
        promise("another", ",'to':'2999-08-04T10:00:00Z'");
        assertThat(as("ops").send("GET", path, null, "If-None-Match", tag).status())
                .isEqualTo(200);
    }

    @Test
    void hostileWordsStayWords() throws Exception {
        open();
        promise(
                "sink; x,y \\\\ z\\r\\nEND:VEVENT\\r\\nATTENDEE:mailto:evil@example.com",
                ",'to':'2999-08-03T10:00:00Z'");
        promise(
                "\\r\\rBEGIN:VALARM \\u2028 <script>æøå</script> " + "long ".repeat(150),
                ",'to':'2999-08-04T10:00:00Z'");
        List<VEvent> events = ofCase();
        assertThat(events).hasSize(2).allSatisfy(each -> {
            assertThat(each.getProperty("ATTENDEE")).isEmpty();
            assertThat(each.getAlarms()).isEmpty();
        });
        assertThat(value(events.get(0), "SUMMARY"))
                .isEqualTo("At the latest: sink; x,y \\ z END:VEVENT ATTENDEE:mailto:evil@example.com");
        assertThat(value(events.get(1), "SUMMARY")).startsWith("At the latest: BEGIN:VALARM <script>æøå</script> long");
    }

    @Test
    void aWindowOnTheDayTheClocksChangeIsAsLongAsItIs() throws Exception {
        open();
        promise("autumn", ",'from':'2026-10-25T01:30:00+02:00','to':'2026-10-25T03:30:00+01:00'");
        promise("spring", ",'from':'2027-03-28T01:30:00+01:00','to':'2027-03-28T03:30:00+02:00'");
        List<VEvent> events = ofCase();
        assertThat(Duration.between(start(events.get(0)), end(events.get(0)))).isEqualTo(Duration.ofHours(3));
        assertThat(Duration.between(start(events.get(1)), end(events.get(1)))).isEqualTo(Duration.ofHours(1));
        assertThat(start(events.get(0)).atZone(COPENHAGEN).toLocalTime()).hasToString("01:30");
        assertThat(end(events.get(1)).atZone(COPENHAGEN).toLocalTime()).hasToString("03:30");
    }

    private static Instant end(VEvent event) {
        Temporal end = event.getEndDate().orElseThrow().getDate();
        return Instant.from(end);
    }

    @Test
    void aDayOfTheWorkListIsADayOfTheCalendarWhenTheClocksChange() {
        open();
        String lastOfOctober = promise("autumn", ",'to':'2026-10-25T22:59:00Z'").at("/promiseId");
        promise("the day after", ",'to':'2026-10-25T23:00:00Z'");
        String firstOfMarch = promise("spring", ",'to':'2027-03-28T21:59:00Z'").at("/promiseId");
        promise("the day after too", ",'to':'2027-03-28T22:00:00Z'");
        for (String[] each : new String[][] {{"2026-10-25", lastOfOctober}, {"2027-03-28", firstOfMarch}}) {
            assertThat(as("ops")
                            .get("/api/promises?party=" + party + "&day=" + each[0])
                            .json()
                            .at("/items")
                            .findValuesAsText("promiseId"))
                    .containsExactly(each[1]);
        }
    }
}

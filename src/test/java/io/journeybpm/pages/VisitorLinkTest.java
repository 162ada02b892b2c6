package io.journeybpm.pages;

import static io.journeybpm.testing.PhotoFixtures.claiming;
import static io.journeybpm.testing.PhotoFixtures.fromAPhone;
import static io.journeybpm.testing.PhotoFixtures.jpeg;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeybpm.testing.Caller.Answer;
import io.journeybpm.testing.PhotoFixtures;
import io.journeybpm.testing.ServerTest;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("engine")
@DisplayName("A visitor without a login")
class VisitorLinkTest extends ServerTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    private static final int SENDERS = 8;

    @AfterEach
    void letTimeGoOn() {
        ClockUtil.reset();
    }

    /** A case whose carpenter is expected the day after tomorrow from 8 to 10. */
    private String expectingTheCarpenter() {
        String caseId = "V-" + UUID.randomUUID();
        as("integrator")
                .post("/api/journeys/kitchen/cases", """
                        {'caseId':'%s','customer':{'reference':'REF-%s','name':'Ida Holm','phone':'+45 20 30 40 50',
                          'email':'ida@example.org','address':'Main Street 1'},
                         'facts':[{'name':'gate code','value':'4711'},{'name':'dog','value':'barks, kind','showAt':'carpentry'},
                          {'name':'pipes','value':'lead','showAt':'plumbing'}]}""".formatted(caseId, caseId))
                .expect(201);
        as("integrator")
                .post("/api/cases/" + caseId + "/contacts", """
                        {'touchpoint':'first-call','party':'handler','user':'mette','note':'oak, 3 doors','open':'measure the niche',
                         'nextStep':{'what':'carpentry','touchpoint':'carpentry','party':'carpenter','from':'%s','to':'%s'}}""".formatted(at(2, 8), at(2, 10)))
                .expect(201);
        return caseId;
    }

    private static Instant at(int days, int hour) {
        return LocalDate.now(ZONE).plusDays(days).atTime(hour, 0).atZone(ZONE).toInstant();
    }

    /** The address of a link, without the server. */
    private String link(String caseId, String visit) {
        Answer made = as("ops")
                .post("/api/cases/" + caseId + "/links", "{'purpose':'visit'," + visit + "}")
                .expect(201);
        return made.at("/url").replaceAll("^.*(/v/)", "$1");
    }

    private String link(String caseId) {
        return link(
                caseId,
                "'party':'carpenter','touchpoint':'carpentry','visitor':{'name':'Bo','phone':'+45 11 22 33 44'}");
    }

    private JsonNode page(String link) {
        return anonymous().get(link + "/visit").expect(200).json();
    }

    private Answer answer(String link, String body) {
        return anonymous().post(link + "/answer", body);
    }

    private JsonNode theCase(String caseId) {
        return as("ops").get("/api/cases/" + caseId).expect(200).json();
    }

    private JsonNode timeline(String caseId, String type) {
        JsonNode items = as("ops")
                .get("/api/cases/" + caseId + "/timeline?limit=200")
                .json()
                .at("/items");
        com.fasterxml.jackson.databind.node.ArrayNode found =
                com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
        items.forEach(each -> {
            if (each.at("/type").asText().equals(type)) {
                found.add(each);
            }
        });
        return found;
    }

    private Answer photo(String link, byte[] photo, String key) {
        HttpRequest request = anonymous()
                .request(link + "/photos")
                .header("Content-Type", "image/jpeg")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofByteArray(photo))
                .build();
        return anonymous().send(request);
    }

    @Test
    void readsWhatMattersAtTheDoorAndNothingElse() {
        String caseId = expectingTheCarpenter();
        Answer answer = anonymous().get(link(caseId) + "/visit").expect(200);
        JsonNode page = answer.json();

        assertThat(page.at("/state").asText()).isEqualTo("open");
        assertThat(page.at("/what").asText()).isEqualTo("Touchpoint");
        assertThat(page.at("/visitor").asText()).isEqualTo("Bo");
        assertThat(page.at("/customer/name").asText()).isEqualTo("Ida Holm");
        assertThat(page.at("/customer/phone").asText()).isEqualTo("+45 20 30 40 50");
        assertThat(page.at("/customer/address").asText()).isEqualTo("Main Street 1");
        assertThat(page.at("/office/name").asText()).isEqualTo("mette");
        assertThat(page.at("/appointment/from").asText()).isEqualTo(at(2, 8).toString());
        assertThat(page.at("/before/0/note").asText()).isEqualTo("oak, 3 doors");
        assertThat(page.at("/open/0/what").asText()).isEqualTo("measure the niche");
        assertThat(page.at("/facts").findValuesAsText("name")).containsExactly("dog", "gate code");
        assertThat(answer.body())
                .doesNotContain("REF-", "ida@example.org", "lead", "level", "cost", "score", "escalation", "reference");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void seesTheGateCodeFromADayBeforeTheAppointment() {
        String caseId = expectingTheCarpenter();
        String link = link(caseId);
        JsonNode hidden = page(link).at("/facts/1");
        assertThat(hidden.has("value")).isFalse();
        assertThat(hidden.at("/from").asText()).isEqualTo(at(1, 8).toString());

        ClockUtil.setCurrentTime(java.util.Date.from(at(1, 8).plusSeconds(1)));
        assertThat(page(link).at("/facts/1/value").asText()).isEqualTo("4711");
    }

    @Test
    void seesTheGateCodeOfAnUnscheduledVisitOnceATimeIsAgreed() {
        String caseId = newCase();
        as("integrator")
                .post("/api/cases/" + caseId + "/facts", "{'name':'Portkode','value':'4711'}")
                .expect(200);
        as("integrator")
                .post("/api/cases/" + caseId + "/contacts", "{'touchpoint':'first-call'}")
                .expect(201);
        String link = link(caseId);
        assertThat(page(link).at("/facts/0/value").asText())
                .as("nobody waits for an appointment")
                .isEqualTo("4711");
        as("ops")
                .post("/api/cases/" + caseId + "/promises", "{'what':'carpentry','party':'carpenter'}")
                .expect(201);
        assertThat(page(link).at("/facts/0").has("value")).isFalse();
        assertThat(page(link).at("/appointment/movable").asBoolean()).isTrue();
        anonymous()
                .post(
                        link + "/appointment",
                        "{'day':'%s','from':'00:00','to':'23:59'}"
                                .formatted(LocalDate.now(ZONE).plusDays(1)))
                .expect(200);
        JsonNode agreed = page(link);
        assertThat(agreed.at("/facts/0/value").asText()).isEqualTo("4711");
        assertThat(agreed.at("/appointment/confirmedAt").asText()).isNotEmpty();
    }

    @Test
    void isNotTakenForAReaderWhenAMessengerLooksAtTheLink() {
        String caseId = expectingTheCarpenter();
        as("ops")
                .post("/api/cases/" + caseId + "/handoffs", "{'from':'handler','to':'carpenter','open':'niche'}")
                .expect(201);
        String link = link(caseId);
        for (String method : List.of("GET", "HEAD")) {
            assertThat(anonymous().send(method, link, null).status()).isEqualTo(200);
            anonymous().send(method, link + "/visit", null);
        }
        assertThat(timeline(caseId, "handoff").at("/0/handoff/acknowledgedAt").isNull())
                .isTrue();
        assertThat(as("ops").get("/api/cases/" + caseId + "/links").at("/items/0/openedAt"))
                .isEqualTo("null");

        anonymous().post(link + "/opened", "{}").expect(200);
        JsonNode handoff = timeline(caseId, "handoff").at("/0/handoff");
        assertThat(handoff.at("/acknowledgedBy").asText()).isEqualTo("Bo (by link)");
        String since = handoff.at("/acknowledgedAt").asText();
        anonymous().post(link + "/opened", "{}").expect(200);
        assertThat(timeline(caseId, "handoff").at("/0/handoff/acknowledgedAt").asText())
                .isEqualTo(since);
    }

    @Test
    void completesTheWaitingTouchpointOnceHoweverManyTimesTheAnswerComes() throws Exception {
        String caseId = expectingTheCarpenter();
        String link = link(caseId);
        String said = """
                {'outcome':'partly','note':'doors hung','open':'handles','at':'%s',
                 'next':{'what':'handles','day':'%s','from':'09:00','to':'11:00'}}""".formatted(Instant.now(), LocalDate.now(ZONE).plusDays(5));
        List<Answer> answers = new ArrayList<>();
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try {
            List<Future<Answer>> sent = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                sent.add(senders.submit(() -> answer(link, said)));
            }
            for (Future<Answer> each : sent) {
                answers.add(each.get());
            }
        } finally {
            senders.shutdownNow();
        }
        assertThat(answers)
                .allSatisfy(each -> assertThat(each.status()).as(each.body()).isEqualTo(200));
        assertThat(page(link).at("/state").asText()).isEqualTo("answered");
        assertThat(page(link).at("/recorded/note").asText()).isEqualTo("doors hung");
        assertThat(page(link).at("/coming/0/what").asText()).isEqualTo("handles");
        assertThat(page(link).at("/facts/1/value").asText())
                .as("until the link ends")
                .isEqualTo("4711");

        JsonNode contacts = timeline(caseId, "contact");
        assertThat(contacts).hasSize(2);
        assertThat(contacts.at("/1/contact/touchpoint").asText()).isEqualTo("carpentry");
        assertThat(contacts.at("/1/contact/party").asText()).isEqualTo("carpenter");
        assertThat(contacts.at("/1/contact/outcome").asText()).isEqualTo("partly");
        assertThat(contacts.at("/1/contact/planned").asBoolean()).isTrue();
        JsonNode after = theCase(caseId);
        assertThat(after.at("/counts/contacts").asInt()).isEqualTo(2);
        assertThat(after.at("/counts/handoffsWithoutBrief").asInt()).isZero();
        assertThat(after.at("/nextStep/what").asText()).isEqualTo("handles");
        assertThat(after.at("/nextStep/from").asText()).isEqualTo(at(5, 9).toString());
        assertThat(after.at("/ambassador").asText()).isEqualTo("mette");
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(caseId)
                        .list())
                .extracting(each -> each.getTaskDefinitionKey())
                .containsExactly("plumbing");
    }

    @Test
    void isToldPolitelyThatAnotherAnswerIsRecorded() {
        String caseId = expectingTheCarpenter();
        String link = link(caseId);
        answer(link, "{'outcome':'done','note':'all is well'}").expect(200);
        answer(link, "{'outcome':'done','note':'all is well','at':'" + Instant.now() + "'}")
                .expect(200);
        answer(link, "{'outcome':'failed','note':'it fell down'}").problem(409);
        JsonNode page = page(link);
        assertThat(page.at("/recorded/outcome").asText()).isEqualTo("done");
        assertThat(page.at("/recorded/note").asText()).isEqualTo("all is well");
        assertThat(timeline(caseId, "contact")).hasSize(2);
    }

    @Test
    void isToldInPlainWordsThatTheVisitWasReportedOtherwise() {
        String caseId = expectingTheCarpenter();
        String first = link(caseId);
        as("integrator")
                .post("/api/cases/" + caseId + "/contacts", "{'touchpoint':'carpentry','note':'told by phone'}")
                .expect(201);
        assertThat(page(first).at("/state").asText()).isEqualTo("reported");
        assertThat(page(first).at("/recorded/note").asText()).isEqualTo("told by phone");
        answer(first, "{'outcome':'done'}").problem(409);
        assertThat(timeline(caseId, "contact")).hasSize(2);

        String second = link(caseId, "'party':'plumber','touchpoint':'plumbing'");
        as("ops")
                .post("/api/cases/" + caseId + "/close", "{'reason':'moved away'}")
                .expect(200);
        assertThat(page(second).at("/state").asText()).isEqualTo("closed");
        assertThat(page(second).at("/facts").findValuesAsText("name")).containsExactly("pipes");
        answer(second, "{'outcome':'done'}").problem(409);
    }

    @Test
    void isNotCountedBesideWhatTheOfficeReportedOfTheSameParty() {
        String caseId = expectingTheCarpenter();
        String link = link(caseId, "'party':'carpenter'");
        assertThat(page(link).at("/state").asText()).isEqualTo("open");
        as("integrator")
                .post("/api/cases/" + caseId + "/contacts", "{'touchpoint':'carpentry'}")
                .expect(201);
        assertThat(page(link).at("/state").asText()).isEqualTo("reported");
        answer(link, "{'outcome':'done'}").problem(409);
        assertThat(timeline(caseId, "contact")).hasSize(2);
    }

    @Test
    void isNobodysAmbassador() {
        String caseId = newCase();
        String link = link(caseId, "'party':'handler','visitor':{'name':'Bo'}");
        answer(link, "{'outcome':'done'}").expect(200);
        assertThat(theCase(caseId).at("/ambassador").isNull()).isTrue();
        assertThat(timeline(caseId, "contact").at("/0/contact/touchpoint").asText())
                .as("found by the party alone")
                .isEqualTo("first-call");
    }

    @Test
    void reportsAVisitNobodyHasDrawnToo() {
        String caseId = newCase();
        String link = link(caseId, "'party':'locksmith'");
        assertThat(page(link).at("/state").asText()).isEqualTo("open");
        answer(link, "{'outcome':'done','note':'new lock'}").expect(200);
        answer(link, "{'outcome':'done','note':'new lock'}").expect(200);
        JsonNode contacts = timeline(caseId, "contact");
        assertThat(contacts).hasSize(1);
        assertThat(contacts.at("/0/contact/channel").asText()).isEqualTo("visit");
        assertThat(contacts.at("/0/contact/party").asText()).isEqualTo("locksmith");
    }

    @Test
    void confirmsAndMovesTheAppointmentByTheSameRulesAsEverybody() {
        String caseId = expectingTheCarpenter();
        String link = link(caseId);
        String path = link + "/appointment";
        anonymous().post(path, "{'confirmed':true}").expect(200);
        anonymous().post(path, "{'confirmed':true}").expect(200);
        assertThat(timeline(caseId, "promise-confirmed")).hasSize(1);
        assertThat(timeline(caseId, "promise-confirmed").at("/0/actor").asText())
                .isEqualTo("Bo (by link)");

        String later = "{'day':'%s','from':'13:00','to':'15:00','reason':'the van is broken'}"
                .formatted(LocalDate.now(ZONE).plusDays(3));
        anonymous().post(path, later).expect(200);
        anonymous().post(path, later).expect(200);
        assertThat(timeline(caseId, "promise-moved")).hasSize(1);
        assertThat(timeline(caseId, "promise-moved").at("/0/detail").asText()).isEqualTo("the van is broken");
        assertThat(page(link).at("/appointment/from").asText())
                .isEqualTo(at(3, 13).toString());

        String today = LocalDate.now(ZONE).toString();
        anonymous()
                .post(path, "{'day':'2020-01-01','from':'08:00','to':'10:00'}")
                .problem(400, "day");
        anonymous()
                .post(path, "{'day':'9999-01-01','from':'08:00','to':'10:00'}")
                .problem(400, "day");
        anonymous()
                .post(path, "{'day':'" + today + "','from':'23:59','to':'08:00'}")
                .problem(400, "to");
        anonymous().post(path, "{'from':'08:00','to':'10:00'}").problem(400, "day");
        anonymous().post(path, "{'day':'tomorrow','from':'8','to':'10'}").problem(400, "from");

        ClockUtil.setCurrentTime(java.util.Date.from(at(3, 15).plusSeconds(1)));
        assertThat(page(link).at("/appointment/movable").asBoolean()).isFalse();
        anonymous()
                .post(
                        path,
                        "{'day':'%s','from':'08:00','to':'10:00'}"
                                .formatted(LocalDate.now(ZONE).plusDays(5)))
                .problem(409);
    }

    @Test
    void knowsWhoWasThereBeforeAndTheirNumber() {
        String caseId = expectingTheCarpenter();
        String first = link(caseId);
        link(caseId, "'party':'painter','visitor':{'name':'Never Looked','phone':'+45 99 99 99 99'}");
        answer(first, "{'outcome':'done','note':'doors hung'}").expect(200);
        JsonNode page = page(link(caseId, "'party':'plumber','touchpoint':'plumbing','visitor':{'name':'Pia'}"));
        assertThat(page.at("/people")).hasSize(1);
        assertThat(page.at("/people/0/name").asText()).isEqualTo("Bo");
        assertThat(page.at("/people/0/phone").asText()).isEqualTo("+45 11 22 33 44");
        assertThat(page.at("/before/0/by").asText()).isEqualTo("Bo");
        assertThat(page.at("/before/1").has("by")).isFalse();
        assertThat(page.at("/before/1/party").asText()).isEqualTo("handler");
    }

    @Test
    void isNotToldWhatTheCustomerCalledAboutBesides() {
        String caseId = expectingTheCarpenter();
        as("integrator")
                .post(
                        "/api/cases/" + caseId + "/contacts",
                        "{'channel':'phone','direction':'inbound','reason':'chasing','note':'angry about the bill'}")
                .expect(201);
        assertThat(anonymous().get(link(caseId) + "/visit").body()).doesNotContain("angry");
    }

    @Test
    void addsPhotosOnceAndForADayAfterTheAnswer() {
        String caseId = expectingTheCarpenter();
        String link = link(caseId);
        photo(link, fromAPhone(300, 200), "photo-0001").expect(200);
        JsonNode page =
                photo(link, fromAPhone(300, 200), "photo-0001").expect(200).json();
        assertThat(page.at("/photos")).hasSize(1);
        assertThat(page.at("/photosLeft").asInt()).isEqualTo(11);
        assertThat(page.at("/photos/0/mine").asBoolean()).isTrue();
        String id = page.at("/photos/0/id").asText();
        Answer picture = anonymous().get(link + "/photos/" + id + "?size=small").expect(200);
        assertThat(picture.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(picture.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(picture.header("Content-Disposition")).startsWith("inline");
        assertThat(picture.body()).doesNotContain(PhotoFixtures.SECRET);

        answer(link, "{'outcome':'done'}").expect(200);
        photo(link, jpeg(30, 20), "photo-0002").expect(200);
        ClockUtil.setCurrentTime(java.util.Date.from(Instant.now().plus(Duration.ofHours(25))));
        photo(link, jpeg(30, 20), "photo-0003").problem(409);
        assertThat(page(link).has("photosUntil")).isFalse();
        assertThat(page(link).at("/photos")).hasSize(2);
    }

    @Test
    void addsNoMoreAndNothingElseThanPhotos() {
        String link = link(expectingTheCarpenter());
        photo(link, "<html>".getBytes(StandardCharsets.UTF_8), "photo-html").problem(415);
        photo(link, claiming(60_000, 60_000), "photo-bomb").problem(413);
        photo(link, new byte[(8 << 20) + 1], "photo-large").problem(413);
        photo(link, jpeg(20, 20), "../../etc").problem(400, "Idempotency-Key");
        anonymous().post(link + "/photos", "{}").problem(400);
        for (int at = 0; at < 12; at++) {
            photo(link, jpeg(20, 20), "photo-1" + at + "xxxx").expect(200);
        }
        photo(link, jpeg(20, 20), "photo-13th").problem(409);
        assertThat(page(link).at("/photosLeft").asInt()).isZero();
    }

    @Test
    void reachesNoPhotoOfAnotherCase() {
        String mine = link(expectingTheCarpenter());
        String id = photo(mine, jpeg(20, 20), "photo-0001")
                .json()
                .at("/photos/0/id")
                .asText();
        String other = link(expectingTheCarpenter());
        anonymous().get(mine + "/photos/" + id).expect(200);
        anonymous().get(other + "/photos/" + id).problem(404);
        assertThat(anonymous().get(mine + "/photos/../" + id).status()).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/visit", "/photos/1"})
    void getsInByItsOwnAddressOnly(String path) {
        String caseId = expectingTheCarpenter();
        String link = link(caseId);
        String token = link.substring(3);
        char last = token.charAt(10) == 'A' ? 'B' : 'A';
        String forged = "/v/" + token.substring(0, 10) + last + token.substring(11);
        Answer customers = as("ops")
                .post("/api/cases/" + caseId + "/links", "{'purpose':'customer'}")
                .expect(201);
        String otherPurpose = "/v/" + customers.at("/url").replaceAll(".*/", "");
        for (String wrong : List.of(forged, otherPurpose, "/v/x", "/v/" + "A".repeat(43))) {
            anonymous().get(wrong + path).expect(404);
        }
        String id = as("ops").get("/api/cases/" + caseId + "/links").json().at("/items").findParents("linkId").stream()
                .filter(each -> each.at("/purpose").asText().equals("visit"))
                .findFirst()
                .orElseThrow()
                .at("/linkId")
                .asText();
        anonymous().get("/v/" + id + path).expect(404);
        as("ops").send("DELETE", "/api/cases/" + caseId + "/links/" + id, null).expect(200);
        anonymous().get(link + path).expect(404);

        String brief = link(caseId, "'party':'carpenter','expires':'PT1H'");
        ClockUtil.setCurrentTime(java.util.Date.from(Instant.now().plus(Duration.ofMinutes(61))));
        anonymous().get(brief + path).expect(404);
    }

    @Test
    void writesNothingByAnAddressThatHasEnded() {
        String caseId = expectingTheCarpenter();
        String link = link(caseId, "'party':'carpenter','expires':'PT1H'");
        ClockUtil.setCurrentTime(java.util.Date.from(Instant.now().plus(Duration.ofMinutes(61))));
        answer(link, "{'outcome':'done'}").problem(404);
        anonymous().post(link + "/opened", "{}").problem(404);
        anonymous().post(link + "/appointment", "{'confirmed':true}").problem(404);
        photo(link, jpeg(20, 20), "photo-0001").problem(404);
        assertThat(timeline(caseId, "contact")).hasSize(1);
    }

    @Test
    void isToldWhichPartOfTheAnswerIsWrong() {
        String link = link(expectingTheCarpenter());
        answer(link, "{}").problem(400, "outcome");
        answer(link, "{'outcome':'sent-away'}").problem(400, "outcome");
        answer(link, "{'outcome':'done','note':'" + "x".repeat(4001) + "'}").problem(400, "note");
        answer(link, "{'outcome':'done','next':{'day':'2020-01-01','from':'08:00','to':'09:00'}}")
                .problem(400, "next.what");
        answer(link, "[1").problem(400, "body");
        answer(link, "{'note':'" + "x".repeat(70_000) + "'}").problem(400, "body");
        assertThat(page(link).at("/state").asText()).isEqualTo("open");
    }

    @Test
    void isStoppedWhenAProgramAsks() {
        String link = link(expectingTheCarpenter());
        int last = 0;
        for (int at = 0; at < 70 && last != 429; at++) {
            last = anonymous().get(link + "/visit").status();
        }
        assertThat(last).isEqualTo(429);
        assertThat(anonymous().get(link + "/visit").header("Retry-After")).isEqualTo("60");
    }
}

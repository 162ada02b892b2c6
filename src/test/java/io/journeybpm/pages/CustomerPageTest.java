package io.journeybpm.pages;

import static io.journeybpm.testing.Bpmn.document;
import static io.journeybpm.testing.Bpmn.phase;
import static io.journeybpm.testing.Bpmn.process;
import static io.journeybpm.testing.Bpmn.row;
import static io.journeybpm.testing.Bpmn.touchpoint;
import static io.journeybpm.testing.Bpmn.userTask;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import io.journeybpm.testing.Caller.Answer;
import io.journeybpm.testing.Dmn;
import io.journeybpm.testing.ServerTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

@Tag("engine")
@DisplayName("A customer's own page shows what is meant for the customer, and takes what the customer writes")
class CustomerPageTest extends ServerTest {

    private static final String KEY = "bathroom";
    private static final String TASK = "answer-customer";

    private final String caseId = "B-" + UUID.randomUUID();
    private final String reference = "ref-" + UUID.randomUUID();
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void aCaseWhoseJourneySaysSomethingToCustomersAndMuchThatItDoesnt() {
        logged.start();
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(logged);
        if (engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(KEY)
                        .count()
                == 0) {
            deploy();
        }
        as("integrator")
                .post(
                        "/api/journeys/" + KEY + "/cases",
                        "{'caseId':'" + caseId + "','customer':{'reference':'" + reference
                                + "','name':'SECRET-name','email':'secret@example.com','phone':'+45 99 88 77 66',"
                                + "'address':'SECRET-address'},'facts':[{'name':'SECRET-fact','value':'SECRET-value'}],"
                                + "'variables':{'trade':'tile-setter','inside':'SECRET-variable'}}")
                .expect(201);
    }

    @AfterEach
    void listenNoMore() {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(logged);
    }

    private void deploy() {
        String call = userTask(
                "call",
                touchpoint("phone", "desk", "journey.cost.company", "1234 DKK", "journey.promise", "tiles are laid"));
        String tiles = userTask(
                "tiles",
                touchpoint(
                        "visit",
                        "${trade}",
                        "journey.cost.company",
                        "5678 DKK",
                        "journey.customer.title",
                        "Your tiles are laid by the ${trade}",
                        "journey.customer.why",
                        "So that the floor is tight."));
        String check = userTask("check", touchpoint("visit", "SECRET-inspector"));
        engine.getRepositoryService()
                .createDeployment()
                .addString(
                        "bathroom.bpmn",
                        document(process(
                                        KEY,
                                        row(
                                                KEY,
                                                phase("SECRET-phase", row("a", call)),
                                                phase("b", row("b", tiles, check))))
                                .replace("Touchpoint'", "SECRET-title'")))
                .addString(
                        "bathroom.dmn",
                        Dmn.table("contact-escalation-" + KEY, "chasingContacts", ">= 2", "watch", "-", "none"))
                .deploy();
    }

    private String page() {
        return link().replaceAll("^https?://[^/]+", "");
    }

    private String link() {
        return as("ops")
                .post("/api/cases/" + caseId + "/links", "{'purpose':'customer'}")
                .expect(201)
                .at("/url");
    }

    private void complete(String task) {
        engine.getTaskService()
                .complete(engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(caseId)
                        .taskDefinitionKey(task)
                        .singleResult()
                        .getId());
    }

    private String promise(String window) {
        return as("ops")
                .post("/api/cases/" + caseId + "/promises", "{'what':'new tap','party':'plumber'" + window + "}")
                .expect(201)
                .at("/promiseId")
                .replaceAll(".*~", "");
    }

    private static String tomorrow() {
        Instant from = Instant.now().plus(Duration.ofDays(1));
        return ",'from':'" + from + "','to':'" + from.plus(Duration.ofHours(2)) + "'";
    }

    private Answer send(String page, String body, String... headers) {
        return anonymous().post(page + "/messages", body, headers);
    }

    private static String id() {
        return "'id':'" + UUID.randomUUID() + "'";
    }

    private JsonNode contacts() {
        return as("ops")
                .get("/api/cases/" + caseId + "/timeline?limit=100")
                .json()
                .at("/items");
    }

    private List<String> reasons() {
        return Stream.of(contacts())
                .flatMap(all -> all.findValuesAsText("reason").stream())
                .filter(each -> List.of("chasing", "question", "suggestion", "reschedule")
                        .contains(each))
                .toList();
    }

    private List<Task> tasks() {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseId)
                .taskDefinitionKey(TASK)
                .list();
    }

    private String messages(Task task) {
        return String.valueOf(engine.getTaskService().getVariable(task.getId(), "customerMessages"));
    }

    @Test
    void itSaysWhatHappenedAndWhatComesNextInTheJourneysWordsForCustomers() {
        String page = page();
        complete("call");
        JsonNode shown = anonymous().get(page + "/page.json").expect(200).json();
        assertThat(shown.at("/happened")).isEmpty();
        JsonNode next = shown.at("/next");
        assertThat(next.findValuesAsText("title")).containsExactly("Your tiles are laid by the tile-setter");
        assertThat(next.findValuesAsText("why")).containsExactly("So that the floor is tight.");
        assertThat(next.findValuesAsText("when")).containsOnly("UNSCHEDULED");

        complete("tiles");
        shown = anonymous().get(page + "/page.json").json();
        assertThat(shown.at("/happened").findValuesAsText("title"))
                .containsExactly("Your tiles are laid by the tile-setter");
        assertThat(shown.at("/happened/0/party").asText()).isEqualTo("tile setter");
        assertThat(shown.at("/open").asBoolean()).isTrue();
    }

    @Test
    void nothingThatIsNotMeantForCustomersIsInAnyAnswer() {
        String page = page();
        complete("call");
        as("integrator")
                .post(
                        "/api/cases/" + caseId + "/contacts",
                        "{'channel':'visit','party':'plumber','user':'SECRET-user','note':'SECRET-note','open':'SECRET-open',"
                                + "'reason':'SECRET-reason','incidents':['SECRET-incident'],'outcome':'failed',"
                                + "'touchpoint':'SECRET-touchpoint','externalId':'SECRET-id',"
                                + "'score':{'scale':'nps','value':1},"
                                + "'costs':[{'payer':'company','amount':98765,'currency':'DKK'}]}")
                .expect(201);
        String promise = promise(tomorrow());
        Instant later = Instant.now().plus(Duration.ofDays(3));
        as("ops")
                .post(
                        "/api/cases/" + caseId + "/promises/" + caseId + "~" + promise + "/moved",
                        "{'to':'" + later + "','reason':'SECRET-moved'}")
                .expect(200);
        as("ops")
                .post(
                        "/api/cases/" + caseId + "/handoffs",
                        "{'from':'plumber','to':'painter','done':'SECRET-done','open':'SECRET-left'}")
                .expect(201);
        as("ops")
                .post("/api/cases/" + caseId + "/level", "{'level':'executive','reason':'SECRET-level'}")
                .expect(200);
        as("ops")
                .send("PUT", "/api/cases/" + caseId + "/ambassador", "{'user':'SECRET-ghost','reason':'SECRET-why'}")
                .expect(200);
        complete("tiles");

        List<Answer> answers = List.of(
                anonymous().get(page),
                anonymous().get(page + "/page.json"),
                anonymous().get(page + "/calendar.ics"),
                send(page, "{'kind':'when'," + id() + "}"),
                send(page, "{'kind':'unfit'," + id() + ",'promise':" + promise + "}"),
                send(page, "{'kind':'question'," + id() + ",'text':'own words'}"),
                send(page, "{'kind':'suggestion'," + id() + ",'text':'own words'}"),
                send(page, "{'kind':'unfit'," + id() + ",'promise':999}"),
                send(page, "{'kind':'nothing'," + id() + "}"),
                send(page, "{'SECRET"),
                anonymous().get(page + "/nothing"),
                anonymous().get(page + "/"));
        assertThat(answers.stream().map(Answer::status))
                .containsExactly(200, 200, 200, 200, 200, 200, 200, 409, 400, 400, 404, 404);
        String token = page.substring(3);
        assertThat(answers).allSatisfy(each -> assertThat(each.body() + each.headers())
                .doesNotContain(caseId, reference, "SECRET", "secret@", "99 88", "own words", token)
                .doesNotContain("1234", "5678", "98765", "executive", "escalat", "failed\"", "integrator", "\"score"));
    }

    @Test
    void whenIsAnsweredFromThePromiseAndCountsAsChasing() {
        String page = page();
        promise(tomorrow());
        Answer answer = send(page, "{'kind':'when'," + id() + "}").expect(200);
        assertThat(answer.at("/handedOn")).isEqualTo("false");
        assertThat(answer.at("/page/next/0/when")).isEqualTo("BOOKED");
        assertThat(answer.at("/page/wrote/0/kind")).isEqualTo("when");
        assertThat(tasks()).as("the promise has answered").isEmpty();
        JsonNode shown = as("ops").get("/api/cases/" + caseId).json();
        assertThat(shown.at("/counts/chasingContacts").asInt()).isEqualTo(1);
        assertThat(shown.at("/counts/contacts").asInt()).isEqualTo(1);
    }

    @Test
    void askedAgainWithinHoursItIsTheSameQuestion() {
        String page = page();
        send(page, "{'kind':'when'," + id() + "}").expect(200);
        send(page, "{'kind':'when'," + id() + "}").expect(200);
        assertThat(reasons()).containsExactly("chasing");
        assertThat(tasks()).hasSize(1);
    }

    @Test
    void whereNobodyHasNamedATimeSomebodyIsToldOnce() {
        String page = page();
        promise("");
        Answer answer = send(page, "{'kind':'when'," + id() + "}").expect(200);
        assertThat(answer.at("/handedOn")).isEqualTo("true");
        assertThat(tasks()).hasSize(1);
        assertThat(messages(tasks().get(0))).startsWith("Tell the customer when somebody comes");
        assertThat(as("ops").get("/api/cases/" + caseId + "/brief").body()).contains("Tell the customer when");
    }

    @Test
    void whatDoesntFitNamesThePromiseAndIsOneTaskWithWhatTheCustomerStillAsks() {
        String page = page();
        String promise = promise(tomorrow());
        send(page, "{'kind':'unfit'," + id() + ",'promise':" + promise + ",'text':'<b>after four</b>'}")
                .expect(200);
        send(page, "{'kind':'question'," + id() + ",'text':'is the water off?'}")
                .expect(200);
        send(page, "{'kind':'suggestion'," + id() + ",'text':'ring before you come'}")
                .expect(200);
        assertThat(tasks()).hasSize(1);
        assertThat(messages(tasks().get(0)))
                .contains(
                        "'new tap' (promise " + caseId + "~" + promise + ")", "<b>after four</b>", "is the water off?")
                .doesNotContain("ring before you come");
        assertThat(reasons()).containsExactlyInAnyOrder("reschedule", "question", "suggestion");
        JsonNode unfit = contacts().get(contacts().size() - 3);
        assertThat(as("ops").get("/api/cases/" + caseId + "/brief").body()).contains("is the water off?");
        assertThat(unfit.toString()).contains("web", "inbound");
        assertThat(as("ops")
                        .get("/api/cases/" + caseId + "/promises/" + caseId + "~" + promise)
                        .at("/state"))
                .as("nobody has moved it yet")
                .isEqualTo("open");
    }

    @Test
    void theTaskIsTheAmbassadorsWhoCanLogIn() {
        String page = page();
        as("ops")
                .send("PUT", "/api/cases/" + caseId + "/ambassador", "{'user':'ops','reason':'knows the house'}")
                .expect(200);
        engine.getIdentityService().setUserInfo("ops", "phone", "+45 11 22 33 44");
        send(page, "{'kind':'question'," + id() + ",'text':'who comes?'}").expect(200);
        assertThat(tasks().get(0).getAssignee()).isEqualTo("ops");
        assertThat(anonymous().get(page + "/page.json").at("/contact/phone")).isEqualTo("+45 11 22 33 44");

        engine.getTaskService().complete(tasks().get(0).getId());
        as("ops")
                .send("PUT", "/api/cases/" + caseId + "/ambassador", "{'user':'ghost','reason':'left'}")
                .expect(200);
        send(page, "{'kind':'question'," + id() + ",'text':'and now?'}").expect(200);
        assertThat(tasks().get(0).getAssignee()).isNull();
        assertThat(anonymous().get(page + "/page.json").body()).doesNotContain("ghost");
        as("ops")
                .post("/api/cases/" + caseId + "/close", "{'reason':'settled'}")
                .expect(200);
        assertThat(tasks()).isEmpty();
    }

    @Test
    void twoTapsOfOneFingerAreOneMessage() {
        String page = page();
        String same = "{'kind':'question'," + id() + ",'text':'is it safe?'}";
        List<CompletableFuture<Answer>> taps = IntStream.range(0, 4)
                .mapToObj(each -> CompletableFuture.supplyAsync(
                        () -> send(page, each % 2 == 0 ? same : "{'kind':'when'," + id() + "}")))
                .toList();
        taps.forEach(each -> each.join().expect(200));
        assertThat(reasons()).containsExactlyInAnyOrder("question", "chasing");
        assertThat(tasks()).hasSize(1);
    }

    @Test
    void chasingRaisesTheLevelAsTheTableSays() {
        String page = page();
        send(page, "{'kind':'when'," + id() + "}").expect(200);
        as("integrator")
                .post(
                        "/api/cases/" + caseId + "/contacts",
                        "{'channel':'phone','direction':'inbound','reason':'chasing'}")
                .expect(201);
        assertThat(as("ops").get("/api/cases/" + caseId).at("/escalation/level"))
                .isEqualTo("watch");
    }

    @Test
    void aClosedCaseIsReadForAWhileButNotWrittenTo() {
        String page = page();
        as("ops")
                .post("/api/cases/" + caseId + "/close", "{'reason':'settled'}")
                .expect(200);
        assertThat(anonymous().get(page + "/page.json").expect(200).at("/open")).isEqualTo("false");
        send(page, "{'kind':'question'," + id() + ",'text':'still there?'}").expect(409);
    }

    @Test
    void everyLinkThatOpensNothingLooksTheSame() {
        String good = page();
        String revoked = page();
        String newest = as("ops").get("/api/cases/" + caseId + "/links").at("/items/0/linkId");
        as("ops")
                .send("DELETE", "/api/cases/" + caseId + "/links/" + newest, null)
                .expect(200);
        String visit = as("ops")
                .post("/api/cases/" + caseId + "/links", "{'purpose':'visit','party':'plumber'}")
                .at("/url")
                .replaceAll(".*/v/", "/c/");
        String forged = good.substring(0, good.length() - 6) + "AAAAAA";
        assertThat(Stream.of(good, revoked).filter(each -> anonymous().get(each).status() == 200))
                .hasSize(1);
        String gone = anonymous().get(good).status() == 200 ? revoked : good;
        List<Answer> pages = Stream.of(gone, visit, forged, "/c/x", "/c/" + "x".repeat(5000))
                .map(each -> anonymous().get(each).expect(404))
                .toList();
        assertThat(pages.stream().map(Answer::body).distinct()).hasSize(1);
        assertThat(pages.get(0).body()).contains("data-state=\"gone\"");
        assertThat(Stream.of(gone, visit, forged)
                        .map(each ->
                                anonymous().get(each + "/page.json").expect(404).body())
                        .distinct())
                .hasSize(1);
        send(gone, "{'kind':'when'," + id() + "}").expect(404);
        anonymous().get(gone + "/calendar.ics").expect(404);
    }

    @Test
    void whoeverAsksMoreThanPeopleDoIsToldToWait() {
        String page = page();
        List<Answer> answers = IntStream.range(0, 65)
                .mapToObj(each -> anonymous().get(page + "/page.json"))
                .toList();
        assertThat(answers.stream().map(Answer::status).distinct()).containsExactly(200, 429);
        assertThat(answers.get(64).header("Retry-After")).isEqualTo("60");
        assertThat(anonymous().get(page).expect(429).body()).contains("data-state=\"busy\"");
        assertThat(anonymous().get(page()).status()).as("another link").isEqualTo(200);
    }

    @Test
    void anotherSiteCantWriteThroughTheCustomersBrowser() {
        String page = page();
        String body = "{'kind':'question'," + id() + ",'text':'hello'}";
        send(page, body, "Sec-Fetch-Site", "cross-site").expect(403);
        send(page, body, "Sec-Fetch-Site", "same-site").expect(403);
        send(page, body, "Content-Type", "text/plain").expect(415);
        send(page, body, "Content-Type", "application/x-www-form-urlencoded").expect(415);
        assertThat(reasons()).isEmpty();
        send(page, body, "Sec-Fetch-Site", "same-origin").expect(200);
    }

    @Test
    void whatIsWrongIsSaidWithItsField() {
        String page = page();
        assertThat(send(page, "{'kind':'question'," + id() + "}").expect(400).at("/errors/0/field"))
                .isEqualTo("text");
        assertThat(send(page, "{'kind':'question'," + id() + ",'text':'" + "x".repeat(2001) + "'}")
                        .expect(400)
                        .at("/errors/0/field"))
                .isEqualTo("text");
        assertThat(send(page, "{'kind':'question','id':'a b','text':'x'}")
                        .expect(400)
                        .at("/errors/0/field"))
                .isEqualTo("id");
        assertThat(send(page, "{'kind':'unfit'," + id() + "}").expect(400).at("/errors/0/field"))
                .isEqualTo("promise");
        send(page, "{'kind':'suggestion'," + id() + ",'text':'a\\u0000b \\ud800 \\u202e <script>'}")
                .expect(200);
    }

    @Test
    void theAddressStandsInNoLog() {
        String page = page();
        String token = page.substring(3);
        for (String path :
                List.of("", "/", "/page.json", "/nothing.css", "/messages", "/calendar.ics", "%2e%2e", "/../x")) {
            anonymous().get(page + path);
            anonymous().send("PUT", page + path, "{");
            anonymous().post(page + path, "{");
        }
        assertThat(logged.list.stream().map(ILoggingEvent::getFormattedMessage))
                .noneMatch(each -> each.contains(token));
    }

    @Test
    void theCalendarHoldsWindowsInTheCustomersLanguage() {
        String page = page();
        promise(",'to':'" + Instant.now().plus(Duration.ofDays(2)) + "'");
        promise("");
        String calendar = anonymous()
                .send("GET", page + "/calendar.ics", null, "Accept-Language", "da-DK,da;q=0.9,en;q=0.8")
                .expect(200)
                .body();
        assertThat(calendar)
                .containsOnlyOnce("BEGIN:VEVENT")
                .contains("SUMMARY:Senest: new tap", "Hvem kommer: plumber");
        assertThat(anonymous().get(page + "/calendar.ics").body()).contains("SUMMARY:At the latest: new tap");
    }

    @Test
    void thePageSpeaksTheBrowsersLanguage() {
        String page = page();
        assertThat(anonymous()
                        .send("GET", page, null, "Accept-Language", "sv-SE,sv")
                        .body())
                .contains("<html lang=\"sv\"", "Ditt ärende");
        assertThat(anonymous().send("GET", page, null, "Accept-Language", "da").body())
                .contains("<html lang=\"da\"", "Din sag");
        Answer english = anonymous().send("GET", page, null, "Accept-Language", "de");
        assertThat(english.body()).contains("<html lang=\"en\"", "Your case").doesNotContain("{{");
        assertThat(english.header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void theFirstLookIsRememberedOnTheLink() {
        String page = page();
        anonymous().get(page).expect(200);
        assertThat(as("ops")
                        .get("/api/cases/" + caseId + "/links")
                        .json()
                        .at("/items/0/openedAt")
                        .isNull())
                .as("programs that look ahead at links in messages fetch no more than the page")
                .isTrue();
        anonymous().get(page + "/page.json").expect(200);
        send(page, "{'kind':'when'," + id() + "}").expect(200);
        JsonNode link = as("ops").get("/api/cases/" + caseId + "/links").json().at("/items/0");
        assertThat(link.at("/openedAt").isNull()).isFalse();
        assertThat(link.at("/answeredAt").isNull()).isFalse();
    }
}

package io.journeybpm.cockpit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.journeybpm.testing.Browser;
import io.journeybpm.testing.Caller;
import io.journeybpm.testing.DemoServer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The packaged server with its sample cases, in a browser. The case that went badly is on top, as it should be. */
@DisplayName("In the browser")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CockpitIT {

    /** The zone the server tells times in unless it is told otherwise. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    private static final String AS_IT_HAPPENED = "14 contacts = 3 planned + 11 extra";

    /** Longer than anybody reads, as long as the ledger takes. */
    private static final String LONG = "wet ".repeat(990);

    /** Markup, a link, an override of the direction, and a picture of many parts. */
    private static final String HOSTILE =
            "<script>window.hacked=1</script><img src=x onerror='window.hacked=1'> javascript:alert(1) \u202Egnp.exe \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";

    private static Browser browser;

    @BeforeAll
    static void openTheBrowser() {
        browser = Browser.onDemo();
        rentals(30);
    }

    @AfterAll
    static void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    @Order(1)
    void theDashboardLeadsToTheCaseThatNeedsSomebody() {
        Page page = browser.open("cockpit", "ops");
        page.navigate(browser.address("cockpit", "#/dashboard"));
        Locator dashboard = page.locator(".journey-dashboard");
        assertThat(dashboard.getByText("Open cases by level")).isVisible();
        assertThat(dashboard.getByText("drying, one of these days or next week"))
                .isVisible();
        dashboard.scrollIntoViewIfNeeded();
        Browser.take(page, "cockpit-dashboard");

        assertThat(dashboard.locator(".journey-tile").nth(1)).containsText("promises due today");
        dashboard
                .locator("tr")
                .filter(new Locator.FilterOptions().setHasText("Water damage claim"))
                .locator("td a")
                .click();
        assertThat(page.locator(".journey-cases tbody tr")).hasCount(1);
        assertThat(page.locator(".journey-sentence")).containsText(AS_IT_HAPPENED);
        assertThat(page.getByRole(
                        AriaRole.COMBOBOX,
                        new Page.GetByRoleOptions().setName("Level").setExact(true)))
                .hasValue("executive");
    }

    @Test
    @Order(2)
    void theListIsSortedSearchedAndWalkedThroughByKeyboard() {
        Page page = browser.open("cockpit", "ops");
        page.navigate(browser.address("cockpit", "#/journeys"));
        Locator lines = page.locator(".journey-cases tbody tr");
        assertThat(lines).hasCount(25);
        assertThat(lines.first()).containsText("executive");
        Browser.take(page, "cockpit-journeys");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show more"))
                .focus();
        page.keyboard().press("Enter");
        assertThat(lines).not().hasCount(25);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Opened")))
                .focus();
        page.keyboard().press("Enter");
        assertThat(lines.first()).not().containsText("executive");
        page.getByRole(AriaRole.SEARCHBOX).fill("+45 12 34 56 78");
        assertThat(lines).hasCount(1);
        assertThat(lines.first()).containsText("Ida Holm");
        page.getByRole(AriaRole.SEARCHBOX).fill("nobody at all");
        assertThat(page.getByText("No case fits.")).isVisible();
    }

    @Test
    @Order(3)
    void theTabOfAnInstanceTellsTheCaseFromTheBriefToTheCauses() {
        Page page = browser.open("cockpit", "ops");
        page.navigate(browser.address("cockpit", "#/journeys?level=executive"));
        page.locator(".journey-cases a").first().click();
        Locator brief = page.locator(".journey-brief");
        assertThat(brief).containsText(AS_IT_HAPPENED);
        assertThat(brief).containsText("Why this level");
        assertThat(brief).containsText("next: drying firm, nobody has said when");
        assertThat(brief).containsText("at home on Mondays");
        Locator items = page.locator(".journey-item");
        assertThat(items).hasCount(25);
        assertThat(items.filter(new Locator.FilterOptions().setHasText("caused by"))
                        .first())
                .containsText("Leak search");
        Browser.take(page, "cockpit-journey");
        page.setViewportSize(1400, 2000);
        Browser.take(page, "cockpit-journey-tall");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show more"))
                .click();
        assertThat(items).hasCount(50);
    }

    @Test
    @Order(4)
    void openingATaskIsReadingTheBriefForWhomItIsAndOnlyForThem() throws Exception {
        JsonNode task = task("set-up-drying");
        Page page = browser.open("tasklist", "demo");
        page.navigate(browser.address("tasklist", "#/?task=" + task.path("id").asText()));
        Locator beside = page.locator(".journey-beside");
        assertThat(beside).containsText("drying firm has not read this yet");
        assertThat(page.locator(".task-card .nav-tabs")).isVisible();
        Browser.take(page, "tasklist-brief");

        caller("demo")
                .post("/engine-rest/task/" + task.path("id").asText() + "/claim", "{'userId':'demo'}")
                .expect(204);
        page.reload();
        assertThat(beside).containsText("access to the house");
        assertThat(beside).not().containsText("has not read this yet");
        page.getByText("Journey", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".tab-content .journey-brief")).containsText(Pattern.compile("brief read .* by demo"));
        assertThat(page.locator(".journey-item").first()).isVisible();
        assertThat(beside).isHidden();
    }

    @Test
    @Order(5)
    void whatCustomersAndPartnersWriteIsTextEverywhere() throws Exception {
        String caseId = "HOSTILE-1";
        ObjectMapper json = new ObjectMapper();
        String text = json.writeValueAsString(HOSTILE);
        send("/api/journeys/car-rental/cases", """
                {"caseId":"%s","customer":{"reference":"C-1","name":%s,"phone":%s,"address":%s},
                 "facts":[{"name":%s,"value":%s}]}""".formatted(
                        caseId, text, json.writeValueAsString("javascript:alert(1)"), text, text, text));
        send("/api/cases/" + caseId + "/contacts", """
                {"channel":"phone","direction":"inbound","party":"support","note":%s,"outcome":"partly","open":%s,
                 "reason":"<b>lost</b>","nextStep":{"what":%s,"party":"<i>us</i>"}}""".formatted(
                        json.writeValueAsString(HOSTILE + LONG.substring(0, 3700)), text, text));
        caller("integrator")
                .send("POST", "/api/cases/" + caseId + "/contacts", """
                        {"channel":"phone","direction":"inbound","note":"%s"}""".formatted("x".repeat(10_000)))
                .problem(400);

        Page cockpit = browser.open("cockpit", "ops");
        for (String place : List.of("#/dashboard", "#/journeys?search=" + caseId + "&status=open", instance(caseId))) {
            cockpit.navigate(browser.address("cockpit", place));
            assertThat(cockpit.locator(".journey").getByText("<script>").first())
                    .isVisible();
            assertIsText(cockpit);
        }
        Browser.take(cockpit, "cockpit-hostile");
        assertThat(cockpit.locator(".journey-brief")).containsText(HOSTILE);
        cockpit.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("all of it"))
                .first()
                .click();
        assertIsText(cockpit);

        Page tasklist = browser.open("tasklist", "demo");
        tasklist.navigate(browser.address(
                "tasklist", "#/?task=" + task("book-car", caseId).path("id").asText()));
        assertThat(tasklist.locator(".journey-beside").getByText("<script>").first())
                .isVisible();
        assertIsText(tasklist);
    }

    @Test
    @Order(6)
    void nothingWasLoadedFromElsewhereAndNothingFailed() {
        assertThat(browser.outside()).isEmpty();
        assertThat(browser.errors()).isEmpty();
    }

    private static void assertIsText(Page page) {
        assertThat(page.evaluate("window.hacked")).isNull();
        assertThat(page.evaluate("document.querySelectorAll('.journey script, .journey img, .journey b b').length"))
                .isEqualTo(0);
        assertThat(page.evaluate("[...document.querySelectorAll('a')].filter(a => a.protocol === 'javascript:'"
                        + " && a.closest('.journey')).length"))
                .isEqualTo(0);
        assertThat(page.evaluate(
                        "[...document.querySelectorAll('.journey')].every(e => e.scrollWidth <= e.clientWidth)"))
                .as("nothing is wider than its place")
                .isEqualTo(true);
    }

    private static String instance(String caseId) {
        JsonNode found = caller("demo")
                .get("/engine-rest/process-instance?businessKey=" + caseId)
                .json();
        return "#/process-instance/" + found.get(0).path("id").asText() + "/runtime?tab=journey-case";
    }

    private static JsonNode task(String key) {
        return caller("demo")
                .get("/engine-rest/task?taskDefinitionKey=" + key)
                .expect(200)
                .json()
                .get(0);
    }

    private static JsonNode task(String key, String caseId) {
        return caller("demo")
                .get("/engine-rest/task?taskDefinitionKey=" + key + "&processInstanceBusinessKey=" + caseId)
                .expect(200)
                .json()
                .get(0);
    }

    private static void rentals(int count) {
        for (int each = 1; each <= count; each++) {
            caller("integrator")
                    .post(
                            "/api/journeys/car-rental/cases",
                            "{'caseId':'RENTAL-" + each + "','customer':{'reference':'R-" + each + "','name':'Customer "
                                    + each + "'}}")
                    .expect(201);
            if (each % 3 == 0) {
                rented("RENTAL-" + each);
            }
        }
    }

    /** Booked, with a time for the hand-over at the end of the day. */
    private static void rented(String caseId) {
        LocalDate today = LocalDate.now(ZONE);
        Instant from = today.atTime(23, 0).atZone(ZONE).toInstant();
        Instant to = today.atTime(23, 59).atZone(ZONE).toInstant();
        caller("integrator")
                .post(
                        "/api/cases/" + caseId + "/contacts",
                        "{'touchpoint':'book-car','user':'mette','outcome':'done','nextStep':{'what':'hand over the car',"
                                + "'party':'station','from':'" + from + "','to':'" + to + "'}}")
                .expect(201);
    }

    /** A body with apostrophes and all. */
    private static void send(String path, String body) {
        Caller integrator = caller("integrator");
        integrator
                .send(integrator
                        .request(path)
                        .header("Content-Type", "application/json")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body))
                        .build())
                .expect(201);
    }

    private static Caller caller(String user) {
        return DemoServer.as(user);
    }
}

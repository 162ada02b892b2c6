package io.journeybpm.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.journeybpm.testing.Accessible;
import io.journeybpm.testing.Browser;
import io.journeybpm.testing.Caller.Answer;
import io.journeybpm.testing.DemoServer;
import io.journeybpm.testing.Look;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The customer's page in the browser")
class CustomerPageIT {

    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    /** Markup, a link, an override of the direction, and a picture of many parts. */
    private static final String HOSTILE =
            "<script>window.hacked=1</script><img src=x onerror='window.hacked=1'> javascript:alert(1) \u202Egnp.exe \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 ";

    private static Browser browser;

    @BeforeAll
    static void openTheBrowser() {
        browser = Browser.onDemo();
    }

    @AfterAll
    static void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void nothingCameFromElsewhereAndNoScriptFailed() {
        assertThat(browser.outside()).isEmpty();
        assertThat(browser.errors()).isEmpty();
    }

    private static String open() {
        String caseId = "ida-" + UUID.randomUUID();
        DemoServer.as("integrator")
                .post(
                        "/api/journeys/water-damage-claim/cases",
                        "{'caseId':'" + caseId + "','customer':{'reference':'" + caseId + "','name':'Ida'}}")
                .expect(201);
        DemoServer.as("ops")
                .send("PUT", "/api/cases/" + caseId + "/ambassador", "{'user':'ops','reason':'answered the call'}")
                .expect(200);
        contact(caseId, "'touchpoint':'report-damage'");
        contact(caseId, "'touchpoint':'plan-and-appointment','nextStep':{'what':'leak search','party':'leak-finder'}");
        return caseId;
    }

    private static void contact(String caseId, String what) {
        DemoServer.as("integrator")
                .post("/api/cases/" + caseId + "/contacts", "{" + what + "}")
                .expect(201);
    }

    private static String page(String caseId) {
        return DemoServer.as("ops")
                .post("/api/cases/" + caseId + "/links", "{'purpose':'customer'}")
                .expect(201)
                .at("/url")
                .replaceAll("^https?://[^/]+", "");
    }

    private static String window(int days, int from, int to) {
        LocalDate day = LocalDate.now(ZONE).plusDays(days);
        return "'from':'" + day.atTime(LocalTime.of(from, 0)).atZone(ZONE).toOffsetDateTime() + "','to':'"
                + day.atTime(LocalTime.of(to, 0)).atZone(ZONE).toOffsetDateTime() + "'";
    }

    private static void bookLeakSearch(String caseId) {
        JsonNode promise = DemoServer.as("ops")
                .get("/api/promises?party=leak-finder&state=unscheduled&limit=500")
                .json()
                .at("/items");
        for (JsonNode each : promise) {
            if (each.at("/caseId").asText().equals(caseId)) {
                DemoServer.as("ops")
                        .post(
                                "/api/cases/" + caseId + "/promises/"
                                        + each.at("/promiseId").asText() + "/moved",
                                "{" + window(2, 8, 10) + ",'reason':'booked'}")
                        .expect(200);
            }
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void aCustomerSeesWhoComesWhenAndWhyAndSaysThatItDoesntFit() {
        String caseId = open();
        bookLeakSearch(caseId);
        Page page = browser.page(page(caseId), Look.PHONE.in("da-DK"));
        assertThat(page.locator("html")).hasAttribute("lang", "da");
        assertThat(page.locator("h1")).hasText("Din sag");
        Locator next = page.locator(".next").first();
        assertThat(next.locator(".time"))
                .hasText(Pattern.compile("^[a-zæøå]+dag (den )?[0-9]+\\. [a-z]+, 08\\.00–10\\.00$"));
        assertThat(next).not().containsText("Tidspunktet er ændret");
        assertThat(next).containsText("leak finder");
        assertThat(next).containsText("We open the floor only where the water comes from.");
        assertThat(page.locator("body")).not().containsText(caseId);
        Browser.takeWhole(page, "customer-phone-da");
        Accessible.check(page);

        button(page, "Hvornår kommer der nogen?").click();
        assertThat(page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("leak search:")))
                .isVisible();
        button(page, "Det passer mig ikke").click();
        page.getByLabel("Hvornår passer det bedre?").fill(HOSTILE + "efter kl. 16");
        button(page, "Send").first().click();
        assertThat(page.getByText("Vi har fået besked om, at tiden ikke passer"))
                .isVisible();
        assertThat(page.getByText("Du fortalte os, at en tid ikke passer")).isVisible();
        Answer task = DemoServer.as("demo")
                .get("/engine-rest/task?processDefinitionKey=customer-message&processInstanceBusinessKey=" + caseId)
                .expect(200);
        assertThat(task.json()).hasSize(1);
        assertThat(task.at("/0/assignee")).isEqualTo("ops");
        assertThat(page.evaluate("window.hacked")).isNull();
    }

    @Test
    void whereNobodyHasNamedATimeThePageSaysSoAndTellsThePersonByName() {
        String caseId = open();
        Page page = browser.page(page(caseId), Look.PHONE.inTheDark().in("sv-SE"));
        assertThat(page.locator(".next .time").first()).hasText("Ingen har bokat en tid ännu.");
        button(page, "När kommer någon?").click();
        assertThat(page.getByText("har nu fått veta att du väntar.")).isVisible();
        Browser.takeWhole(page, "customer-phone-dark-sv");
        Accessible.check(page);

        page.getByLabel("Med dina ord").fill("Är vattnet avstängt?");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Din fråga har lämnats vidare")).isVisible();
        assertThat(page.getByLabel("Med dina ord")).hasValue("");
        assertThat(DemoServer.as("ops").get("/api/cases/" + caseId).at("/counts/chasingContacts"))
                .isEqualTo("1");
    }

    @Test
    void whatAnybodyHasWrittenIsTextAndLongWordsDontBreakThePage() {
        String caseId = open();
        DemoServer.as("ops")
                .post(
                        "/api/cases/" + caseId + "/promises",
                        "{'what':\"" + HOSTILE.replace("'", "") + "x".repeat(700) + "\",'party':'<b>painter</b>',"
                                + window(3, 0, 23) + "}")
                .expect(201);
        Page page = browser.page(page(caseId), Look.PHONE);
        assertThat(page.locator(".next")).hasCount(2);
        assertThat(page.locator("body")).containsText("<script>window.hacked=1</script>");
        assertThat(page.locator("body")).containsText("<b>painter</b>");
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        assertThat(page.evaluate("window.hacked")).isNull();
        Accessible.check(page);
        Browser.takeWhole(page, "customer-hostile");
    }

    @Test
    void whatDoesntArriveIsKeptAndSentAgainOnce() {
        String caseId = open();
        bookLeakSearch(caseId);
        Page page = browser.page(page(caseId), Look.WIDE);
        Locator words = page.getByLabel("Your words");
        words.fill("Do I have to be at home?");
        page.route("**/messages", route -> {
            route.fetch();
            route.abort();
        });
        button(page, "Send").click();
        assertThat(page.getByText("nothing is sent twice")).isVisible();
        assertThat(words).hasValue("Do I have to be at home?");
        page.unroute("**/messages");
        button(page, "Send").click();
        assertThat(page.getByText("Your question has been handed on")).isVisible();
        String timeline =
                DemoServer.as("ops").get("/api/cases/" + caseId + "/timeline").body();
        assertThat(timeline.split("Do I have to be at home", -1).length - 1)
                .as("note and what is left open of one contact")
                .isEqualTo(2);
        Browser.takeWhole(page, "customer-wide");
    }

    @Test
    void aLinkThatOpensNothingSaysWhatToDo() {
        Page page = browser.page("/c/nothing", Look.PHONE.in("da-DK"));
        assertThat(page.locator("h1")).hasText("Linket åbner ikke noget");
        Accessible.check(page);
        Browser.take(page, "customer-gone");
    }
}

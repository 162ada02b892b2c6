package io.journeybpm.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.journeybpm.testing.Accessible;
import io.journeybpm.testing.Browser;
import io.journeybpm.testing.Caller;
import io.journeybpm.testing.DemoServer;
import io.journeybpm.testing.Look;
import io.journeybpm.testing.Multipart;
import io.journeybpm.testing.PhotoFixtures;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The packaged server and a phone: a leak finder is expected tomorrow morning. */
@DisplayName("A visitor's page on a phone")
class VisitorPageIT {

    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Markup, a link, an override of the direction, a picture of many parts, and a word that doesn't end. */
    private static final String HOSTILE = "<script>window.hacked=1</script><img src=x onerror=window.hacked=1>"
            + " javascript:alert(1) \u202Egnp.exe \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 " + "W".repeat(120);

    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = Browser.onDemo();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static Caller as(String user) {
        return DemoServer.as(user);
    }

    private static Instant tomorrow(int hour) {
        return LocalDate.now(ZONE).plusDays(1).atTime(hour, 0).atZone(ZONE).toInstant();
    }

    /** A case that has come to its leak search. */
    private static String expectingTheLeakFinder(String text) throws JsonProcessingException {
        String caseId = "VISIT-" + UUID.randomUUID();
        String said = JSON.writeValueAsString(text);
        Caller integrator = as("integrator");
        integrator
                .send("POST", "/api/journeys/water-damage-claim/cases", """
                        {"caseId":"%s","customer":{"reference":"%s","name":%s,"phone":"+45 20 30 40 50","address":%s},
                         "facts":[{"name":"gate code","value":"4711"},{"name":"the dog","value":%s}]}""".formatted(
                                caseId,
                                caseId,
                                text.isEmpty() ? "\"Ida Holm\"" : said,
                                text.isEmpty() ? "\"Kirkevej 12, 8000 Aarhus\"" : said,
                                text.isEmpty() ? "\"barks, but is kind\"" : said))
                .expect(201);
        integrator
                .send("POST", "/api/cases/" + caseId + "/contacts", """
                        {"touchpoint":"report-damage","user":"mette","note":%s}""".formatted(
                                text.isEmpty() ? "\"Water under the kitchen floor since Sunday.\"" : said))
                .expect(201);
        integrator
                .send("POST", "/api/cases/" + caseId + "/contacts", """
                        {"touchpoint":"plan-and-appointment","user":"mette","note":"Plan agreed.","open":%s,
                         "nextStep":{"what":"leak search","party":"leak-finder","from":"%s","to":"%s"}}""".formatted(
                        text.isEmpty() ? "\"Nobody has looked under the bath yet.\"" : said, tomorrow(8), tomorrow(10)))
                .expect(201);
        Multipart.ofFile("photo", "floor.jpg", PhotoFixtures.jpeg(640, 480))
                .field("party", "handler")
                .post(as("ops"), "/api/cases/" + caseId + "/photos")
                .expect(201);
        return caseId;
    }

    private static String link(String caseId, String party, String name) throws JsonProcessingException {
        return as("ops")
                .send("POST", "/api/cases/" + caseId + "/links", """
                        {"purpose":"visit","party":"%s","visitor":{"name":%s,"phone":"+45 11 22 33 44"}}""".formatted(party, JSON.writeValueAsString(name)))
                .expect(201)
                .at("/url")
                .replaceAll("^.*(/v/)", "$1");
    }

    private static JsonNode contacts(String caseId) {
        JsonNode items = as("ops")
                .get("/api/cases/" + caseId + "/timeline?limit=200")
                .json()
                .at("/items");
        com.fasterxml.jackson.databind.node.ArrayNode found = JSON.createArrayNode();
        items.forEach(each -> {
            if (each.at("/type").asText().equals("contact")) {
                found.add(each.at("/contact"));
            }
        });
        return found;
    }

    private static int photos(String caseId) {
        return as("ops")
                .get("/api/cases/" + caseId + "/photos")
                .json()
                .at("/items")
                .size();
    }

    private static void addPhoto(Page page, String name) {
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload(name, "image/jpeg", PhotoFixtures.fromAPhone(3000, 2000)));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void assertNothingBroke(Page page) {
        assertThat(browser.errors()).isEmpty();
        assertThat(browser.outside()).isEmpty();
        assertThat(page.evaluate("window.hacked")).isNull();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    @Test
    void saysAllThatMattersAtTheDoorAndKnowsWhoHasReadIt() throws Exception {
        String caseId = expectingTheLeakFinder("");
        String link = link(caseId, "leak-finder", "Bo Finder");
        AtomicLong loaded = new AtomicLong();
        Page page = browser.page(Look.PHONE);
        page.onResponse(response -> {
            if (!response.url().contains("/photos/")) {
                loaded.addAndGet(response.body().length);
            }
        });
        page.navigate(DemoServer.url() + link);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Leak search");
        assertThat(page.locator("#page")).containsText("Kirkevej 12, 8000 Aarhus");
        boolean soon = !Instant.now().isBefore(tomorrow(8).minus(Duration.ofDays(1)));
        assertThat(page.locator("#facts ~ dl")).containsText(soon ? "4711" : "Shown here from");
        assertThat(page.locator("#page")).containsText("Nobody has looked under the bath yet.");
        assertThat(page.locator("#page")).containsText("Water under the kitchen floor since Sunday.");
        assertThat(page.locator(".when")).containsText("08:00–10:00");
        assertThat(page.locator("#page")).not().containsText(Pattern.compile("DKK|level|VISIT-"));
        assertThat(page.locator(".photos img")).hasCount(1);
        page.waitForResponse("**/opened", () -> {});
        JsonNode handoff =
                as("ops").get("/api/cases/" + caseId + "/brief").json().at("/handoffs/0");
        assertThat(handoff.at("/acknowledgedBy").asText()).isEqualTo("Bo Finder (by link)");
        System.out.printf("a visitor's page without photos: %.1f kB%n", loaded.get() / 1000.0);
        assertThat(loaded.get()).isLessThan(90_000);
        Accessible.check(page);
        Browser.takeWhole(page, "visitor-phone");

        button(page, "The time is right").click();
        assertThat(page.getByText("You have confirmed this time.")).isVisible();
        button(page, "Another time").click();
        page.locator("#move-from").fill("13:00");
        page.locator("#move-to").fill("15:00");
        page.locator("#move-reason").fill("The van is broken.");
        Accessible.check(page);
        Browser.take(page, "visitor-moving");
        button(page, "Save the new time").click();
        assertThat(page.locator(".when")).containsText("13:00–15:00");
        assertThat(as("ops").get("/api/cases/" + caseId).at("/nextStep/from"))
                .isEqualTo(tomorrow(13).toString());
        assertNothingBroke(page);
        page.context().close();
    }

    @Test
    void keepsAnswerAndPhotosUntilThereIsAConnectionAndSendsThemOnce() throws Exception {
        String caseId = expectingTheLeakFinder("");
        Page page = browser.page(link(caseId, "leak-finder", "Bo Finder"), Look.PHONE);
        assertThat(page.locator("#how")).isVisible();
        addPhoto(page, "before.jpg");
        assertThat(page.locator(".photos img")).hasCount(2);
        assertThat(page.locator(".pending")).hasCount(0);

        page.context().setOffline(true);
        addPhoto(page, "after.jpg");
        assertThat(page.locator(".pending")).hasCount(1);
        page.getByLabel("Partly done").check();
        page.getByLabel("What did you do or find?").fill("Marked a spot at the bath. Unsure, 70 %.");
        page.getByLabel("What is left to do?").fill("Open the floor at the mark.");
        page.getByLabel("I come again").check();
        page.getByLabel("What for?").fill("measuring again");
        page.locator("#next-day").fill(LocalDate.now(ZONE).plusDays(4).toString());
        Browser.takeWhole(page, "visitor-answering");
        button(page, "Send").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("kept on this phone");
        Accessible.check(page);
        Browser.take(page, "visitor-offline");
        assertThat(contacts(caseId)).hasSize(2);

        page.context().setOffline(false);
        assertThat(page.getByText("Thank you. Your answer is recorded.")).isVisible();
        assertThat(page.locator(".pending")).hasCount(0);
        assertThat(page.locator(".photos img")).hasCount(3);
        JsonNode contacts = contacts(caseId);
        assertThat(contacts).hasSize(3);
        assertThat(contacts.at("/2/touchpoint").asText()).isEqualTo("leak-search");
        assertThat(contacts.at("/2/note").asText()).isEqualTo("Marked a spot at the bath. Unsure, 70 %.");
        assertThat(photos(caseId)).isEqualTo(3);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Leak search");
        assertThat(page.locator("#coming ~ ul")).containsText("measuring again");
        Accessible.check(page);
        Browser.takeWhole(page, "visitor-answered");
        page.reload();
        assertThat(page.getByText("Thank you. Your answer is recorded.")).isVisible();
        assertThat(contacts(caseId)).hasSize(3);

        Page next = browser.page(link(caseId, "plumber", "Pia Plumber"), Look.PHONE.inTheDark());
        assertThat(next.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Repair of the pipe");
        assertThat(next.locator("#page")).containsText("Unsure, 70 %");
        assertThat(next.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Call Bo Finder")))
                .hasAttribute("href", "tel:+4511223344");
        Accessible.check(next);
        Browser.takeWhole(next, "visitor-next-dark");
        assertNothingBroke(next);
        next.context().close();
        page.context().close();
    }

    @Test
    void forgetsNothingWhenItIsLoadedAgain() throws Exception {
        String caseId = expectingTheLeakFinder("");
        Page page = browser.page(link(caseId, "leak-finder", "Bo Finder"), Look.PHONE);
        page.getByLabel("It did not work").check();
        page.getByLabel("What did you do or find?").fill("The wall is too wet.");
        page.reload();
        assertThat(page.getByLabel("What did you do or find?")).hasValue("The wall is too wet.");
        assertThat(page.getByLabel("It did not work")).isChecked();

        page.route(Pattern.compile(".*/(answer|opened)$"), route -> route.abort());
        page.getByLabel("It did not work").focus();
        page.keyboard().press("ArrowDown");
        assertThat(page.getByLabel("Nobody at home")).isChecked();
        button(page, "Send").focus();
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("kept on this phone");
        page.reload();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("kept on this phone");
        assertThat(contacts(caseId)).hasSize(2);
        page.unroute(Pattern.compile(".*/(answer|opened)$"));
        page.evaluate("dispatchEvent(new Event('online'))");
        assertThat(page.getByText("Thank you. Your answer is recorded.")).isVisible();
        assertThat(contacts(caseId)).hasSize(3);
        assertThat(contacts(caseId).at("/2/outcome").asText()).isEqualTo("missed");
        assertNothingBroke(page);
        page.context().close();
    }

    @Test
    void speaksDanishAndSwedish() throws Exception {
        String caseId = expectingTheLeakFinder("");
        String link = link(caseId, "leak-finder", "Bo Finder");
        Map<String, String> texts = Map.of("da-DK", "Hvordan gik det?", "sv-SE", "Hur gick det?");
        texts.forEach((locale, text) -> {
            Page page = browser.page(link, Look.PHONE.in(locale));
            assertThat(page.locator("#how")).hasText(text);
            assertThat(page.locator("html")).hasAttribute("lang", locale.substring(0, 2));
            Browser.takeWhole(page, "visitor-" + locale);
            page.context().close();
        });
        Page wide = browser.page(link, Look.WIDE.in("da-DK").inTheDark());
        assertThat(wide.locator("#how")).hasText("Hvordan gik det?");
        Browser.takeWhole(wide, "visitor-wide-dark");
        wide.context().close();
    }

    @Test
    void asksWhatTheJourneyGoesOnBy() throws Exception {
        String caseId = expectingTheLeakFinder("");
        for (String touchpoint : new String[] {"leak-search", "repair"}) {
            as("integrator")
                    .post("/api/cases/" + caseId + "/contacts", "{'touchpoint':'" + touchpoint + "'}")
                    .expect(201);
        }
        Page page = browser.page(link(caseId, "plumber", "Pia Plumber"), Look.PHONE);
        page.getByLabel("Done", new Page.GetByLabelOptions().setExact(true)).check();
        button(page, "Send").click();
        assertThat(page.getByText("Is the leak stopped?")).isVisible();
        assertThat(page.getByText("Thank you. Your answer is recorded.")).isHidden();
        page.getByLabel("Yes", new Page.GetByLabelOptions().setExact(true)).check();
        button(page, "Send").click();
        assertThat(page.getByText("Thank you. Your answer is recorded.")).isVisible();
        assertThat(as("ops").get("/api/cases/" + caseId).at("/phase")).isEqualTo("dry-out");
        assertNothingBroke(page);
        page.context().close();
    }

    @Test
    void takesWhatPeopleWriteForText() throws Exception {
        String caseId = expectingTheLeakFinder(HOSTILE);
        Page page = browser.page(link(caseId, "leak-finder", HOSTILE.substring(0, 200)), Look.PHONE);
        assertThat(page.locator("#page").getByText("<script>").first()).isVisible();
        page.getByLabel("Done", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("What did you do or find?").fill(HOSTILE);
        button(page, "Send").click();
        assertThat(page.getByText("Thank you. Your answer is recorded.")).isVisible();
        Browser.takeWhole(page, "visitor-hostile");
        assertNothingBroke(page);
        Accessible.check(page);
        page.context().close();
    }

    @Test
    void saysWhenThereIsNothingLeftToAnswer() throws Exception {
        String caseId = expectingTheLeakFinder("");
        String link = link(caseId, "leak-finder", "Bo Finder");
        Page page = browser.page(link, Look.PHONE);
        page.getByLabel("Done", new Page.GetByLabelOptions().setExact(true)).check();
        as("ops")
                .post("/api/cases/" + caseId + "/close", "{'reason':'moved away'}")
                .expect(200);
        button(page, "Send").click();
        assertThat(page.getByText("The case is closed. There is nothing left to answer."))
                .isVisible();
        Browser.take(page, "visitor-closed");

        Page ended = browser.page("/v/nobody", Look.PHONE);
        assertThat(ended.getByText("This link does not work any more.")).isVisible();
        Accessible.check(ended);
        Browser.take(ended, "visitor-ended");
        assertNothingBroke(ended);
        ended.context().close();
        page.context().close();
    }
}

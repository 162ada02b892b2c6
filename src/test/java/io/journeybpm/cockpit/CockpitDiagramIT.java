package io.journeybpm.cockpit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import io.journeybpm.testing.Accessible;
import io.journeybpm.testing.Browser;
import io.journeybpm.testing.DemoServer;
import io.journeybpm.testing.Multipart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A car rental whose owner and whose customers write hostile texts, on the packaged server. */
@DisplayName("On Cockpit's diagrams, in the browser")
class CockpitDiagramIT {

    private static final String KEY = "rental-on-diagram";
    private static final String HOSTILE = "<img src=x onerror='window.hacked=1'> \u202Egnp.exe javascript:alert(1)";

    private static Browser browser;

    @BeforeAll
    static void openTheBrowserAndRentCars() throws Exception {
        browser = Browser.onDemo();
        String title = HOSTILE.replace("<", "&lt;");
        String model = Files.readString(Path.of("processes/car-rental.bpmn"))
                .replace("\"car-rental\"", "\"" + KEY + "\"")
                .replaceFirst("(\"journey.touchpoint\" value=\")[^\"]*", "$1" + title);
        Multipart.ofFile("journey", "rental.bpmn", model)
                .post(DemoServer.as("owner"), "/engine-rest/deployment/create")
                .expect(200);
        for (int each = 1; each <= 3; each++) {
            DemoServer.as("integrator")
                    .post("/api/journeys/" + KEY + "/cases", "{'caseId':'DIAGRAM-" + each + "'}")
                    .expect(201);
        }
        contact(
                1,
                "{'touchpoint':'book-car','occurredAt':'2026-09-01T08:00:00Z','costs':"
                        + "[{'payer':'company','amount':120,'currency':'DKK'}],"
                        + "'nextStep':{'what':'hand over the car','party':'station','from':'2026-09-02T08:00:00Z','to':'2026-09-02T10:00:00Z'}}");
        contact(
                1,
                "{'channel':'phone','direction':'inbound','reason':'<b>lost</b>','occurredAt':'2026-09-01T09:00:00Z'}");
        contact(1, "{'touchpoint':'hand-over','outcome':'failed','occurredAt':'2026-09-03T08:00:00Z'}");
        contact(
                1,
                "{'touchpoint':'hand-over','channel':'store','party':'<i>us</i>','occurredAt':'2026-09-04T08:00:00Z'}");
        contact(
                2,
                "{'touchpoint':'hand-over','channel':'store','party':'station','occurredAt':'2026-09-04T08:00:00Z'}");
    }

    private static void contact(int rental, String body) {
        DemoServer.as("integrator")
                .post("/api/cases/DIAGRAM-" + rental + "/contacts", body)
                .expect(201);
    }

    @AfterAll
    static void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void theDefinitionShowsWhatHappenedWhereAndRemembersWhatWasChosen() {
        Page page = browser.open("cockpit", "ops");
        page.navigate(browser.address("cockpit", definition(KEY)));
        Locator panel = page.locator(".journey-panel");
        assertThat(panel).containsText("3 cases of all versions, as of");
        assertThat(panel).containsText("Ad hoc, on no element: 1");
        assertThat(badge(page, "hand-over").first()).hasText("3");
        assertThat(page.locator("[data-element-id=hand-over].journey-heat-5")).hasCount(1);
        assertIsText(page);
        Accessible.check(page, ".journey-panel");
        Browser.take(page, "cockpit-diagram");

        choose(page, "Failure");
        assertThat(badge(page, "hand-over").first()).hasText("1/3");
        choose(page, "Waiting time");
        assertThat(badge(page, "hand-over").first()).hasText(Pattern.compile("\\d+(\\.\\d)? (h|d)"));
        Browser.take(page, "cockpit-diagram-waiting");
        choose(page, "Missing");
        assertThat(badge(page, "book-car").first()).hasText("1");

        choose(page, "nothing");
        assertThat(page.locator(".journey-badge")).hasCount(0);
        assertThat(page.locator("[class*=journey-heat]")).hasCount(0);
        page.reload();
        assertThat(panel.getByRole(AriaRole.COMBOBOX)).hasValue("nothing");
        assertThat(page.locator(".journey-badge")).hasCount(0);

        choose(page, "Contacts");
        page.setViewportSize(390, 844);
        page.locator(".hide-collapsable").first().click();
        page.reload();
        assertThat(badge(page, "hand-over").first()).hasText("3");
        Browser.take(page, "cockpit-diagram-phone");
        assertNothingFailed();
    }

    @Test
    void theTabTellsTheSameInTablesThatAreSorted() {
        Page page = browser.open("cockpit", "ops");
        page.navigate(browser.address("cockpit", definition(KEY)));
        page.locator(".ctn-content-bottom .nav-tabs")
                .getByText("Journey", new Locator.GetByTextOptions().setExact(true))
                .click();
        Locator touchpoints = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Touchpoints"));
        assertThat(touchpoints.locator("tbody tr").first()).containsText("<img src=x");
        Locator contacts = touchpoints.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Contacts"));
        contacts.focus();
        page.keyboard().press("Enter");
        assertThat(touchpoints.locator("th[aria-sort=descending]")).containsText("Contacts");
        assertThat(touchpoints.locator("tbody tr").first()).containsText("1 (33 %)");
        Locator adHoc = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(Pattern.compile("Ad hoc")));
        assertThat(adHoc.locator("tbody")).containsText("<b>lost</b>");
        assertThat(page.locator(".journey-page")).containsText("<i>us</i>");
        assertIsText(page);
        Accessible.check(page, ".journey-page");
        page.setViewportSize(1400, 1500);
        Browser.take(page, "cockpit-figures");
        assertNothingFailed();
    }

    @Test
    void thePathOfACaseIsNumberedAndIsGoneWithItsPage() {
        Page page = browser.open("cockpit", "ops");
        page.navigate(browser.address("cockpit", instance("DIAGRAM-1")));
        Locator stops = page.locator(".djs-overlay .journey-stop");
        assertThat(stops).hasText(new String[] {"1", "3✗", "4"});
        assertThat(page.locator(".journey-panel")).containsText("Ad hoc, on no element: 1");
        assertThat(page.locator(".journey-badge-waits")).hasCount(1);
        assertIsText(page);
        Accessible.check(page, ".journey-panel");
        Browser.take(page, "cockpit-path");

        stops.nth(1).focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".journey-item.journey-found")).containsText("failed");

        page.getByLabel("Path of this case").uncheck();
        assertThat(stops).hasCount(0);
        page.getByLabel("Path of this case").check();
        assertThat(stops).hasCount(3);
        page.navigate(browser.address("cockpit", definition(KEY)));
        assertThat(badge(page, "hand-over").first()).isVisible();
        assertThat(stops).hasCount(0);
        assertThat(page.locator(".journey-panel")).hasCount(1);

        page.navigate(browser.address("cockpit", instance("DIAGRAM-1")));
        page.setViewportSize(390, 844);
        assertThat(stops).hasCount(3);
        assertThat(page.locator(".journey-panel")).isHidden();
        page.locator(".hide-collapsable").first().click();
        assertThat(page.locator(".journey-panel")).isVisible();
        Browser.take(page, "cockpit-path-phone");
        assertNothingFailed();
    }

    @Test
    void aProcessThatIsNoJourneyStaysAsItIs() {
        Page page = browser.open("cockpit", "ops");
        page.waitForResponse(
                Pattern.compile(".*/diagram/definitions/.*"),
                () -> page.navigate(browser.address("cockpit", definition("case-escalation"))));
        assertThat(page.locator(".djs-container")).isVisible();
        assertThat(page.locator(".journey-panel")).hasCount(0);
        assertNothingFailed();
    }

    private static Locator badge(Page page, String element) {
        return page.locator(".djs-overlays[data-container-id=" + element + "] .journey-on-above .journey-badge");
    }

    private static void choose(Page page, String figure) {
        page.locator(".journey-panel select").selectOption(new SelectOption().setLabel(figure));
    }

    private static void assertIsText(Page page) {
        assertThat(page.evaluate("window.hacked")).isNull();
        assertThat(page.evaluate(
                        "document.querySelectorAll('.journey img, .journey i, .djs-overlay img, .journey b b').length"))
                .isEqualTo(0);
    }

    private static void assertNothingFailed() {
        assertThat(browser.outside()).isEmpty();
        assertThat(browser.errors()).isEmpty();
    }

    private static String definition(String key) {
        return "#/process-definition/"
                + DemoServer.as("demo")
                        .get("/engine-rest/process-definition/key/" + key)
                        .expect(200)
                        .at("/id")
                + "/runtime";
    }

    private static String instance(String caseId) {
        return "#/process-instance/"
                + DemoServer.as("demo")
                        .get("/engine-rest/process-instance?businessKey=" + caseId)
                        .json()
                        .get(0)
                        .path("id")
                        .asText()
                + "/runtime?tab=journey-case";
    }
}

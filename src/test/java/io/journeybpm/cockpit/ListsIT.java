package io.journeybpm.cockpit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.journeybpm.testing.Accessible;
import io.journeybpm.testing.Browser;
import io.journeybpm.testing.Caller;
import io.journeybpm.testing.DemoServer;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The dashboard and the list of cases, found, filtered, sorted, passed on and taken along. */
@DisplayName("Lists in Cockpit")
class ListsIT {

    private static final String HOSTILE =
            "=1+1<script>window.hacked=1</script> \u202Egnp.exe \uD83D\uDC68\u200D\uD83D\uDC67";

    private static final String CAMUNDA_LOOKS_AT_THE_ADDRESS =
            "angular.element(document.documentElement).injector().get('$rootScope').$apply()";

    private static final String WIDER_THAN_A_PHONE =
            "[...document.querySelectorAll('.journey-page tbody *, .journey-filters *, .journey-tile')]"
                    + ".filter(e => e.getBoundingClientRect().right > 390).map(e => e.outerHTML.slice(0, 100)).join()";

    private static Browser browser;

    @BeforeAll
    static void openTheBrowser() {
        browser = Browser.onDemo();
        open("LISTED-1", "Vibeke Aagaard", "vibeke@aagaard.example", "Rosenvej 7");
        open("LISTED-2", "Vibeke Aagaard", "vibeke@aagaard.example", "Rosenvej 7");
        open("LISTED-3", "Vibeke Bundgaard " + HOSTILE + "x".repeat(150), "vb@example.org", "Tulipanvej " + HOSTILE);
        for (int each = 0; each < 3; each++) {
            caller("integrator").post("/api/cases/LISTED-2/contacts", """
                            {'channel':'phone','direction':'inbound','costs':[{'payer':'company','amount':1250,'currency':'EUR'},
                             {'payer':'customer','amount':40,'currency':'EUR'}]}""").expect(201);
        }
        caller("ops")
                .put("/api/cases/LISTED-2/ambassador", "{'user':'ops','reason':'knows the house'}")
                .expect(200);
        caller("ops")
                .post("/api/cases/LISTED-1/close", "{'reason':'moved away'}")
                .expect(200);
    }

    private static void open(String caseId, String name, String email, String address) {
        caller("integrator")
                .post("/api/journeys/car-rental/cases", """
                        {'caseId':'%s','customer':{'reference':'R-%s','name':'%s','email':'%s','address':'%s'}}""".formatted(
                                caseId, name.substring(0, 9), name, email, address))
                .expect(201);
    }

    private static Caller caller(String user) {
        return DemoServer.as(user);
    }

    @AfterAll
    static void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void theDashboardTellsHowTheLastDaysWentAndWhoHasNoNextStep() {
        Page page = browser.open("cockpit", "ops");
        page.navigate(browser.address("cockpit", "#/dashboard"));
        Locator charts = page.locator(".journey-chart");
        assertThat(charts).hasCount(3);
        assertThat(charts.first()).containsText("opened");
        charts.first().scrollIntoViewIfNeeded();
        page.setViewportSize(1400, 1700);
        Browser.takeWhole(page, "cockpit-dashboard-trend");
        page.getByText("As a table").click();
        assertThat(page.locator(".journey-tile details tbody tr")).hasCount(30);
        Accessible.check(page, ".journey-dashboard");

        Locator tile = page.locator(".journey-tile").nth(3);
        assertThat(tile).containsText("without a next step");
        tile.locator("h4 a").click();
        assertThat(page.getByLabel("Next step")).hasValue("next-step");
        assertThat(page.locator(".journey-cases tbody tr").first())
                .containsText(Pattern.compile("nothing promised|has said when"));
    }

    @Test
    void aListIsFoundFilteredSortedAndPassedOnByItsAddress() {
        Page page = browser.open("cockpit", "ops");
        page.navigate(browser.address("cockpit", "#/journeys?status="));
        Locator lines = page.locator(".journey-cases tbody tr");
        page.getByRole(AriaRole.SEARCHBOX).fill("aagaard rosenvej");
        assertThat(lines).hasCount(2);
        page.evaluate(CAMUNDA_LOOKS_AT_THE_ADDRESS);
        assertThat(page.getByRole(AriaRole.SEARCHBOX)).isFocused();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Cost"))
                .click();
        assertThat(lines.first()).containsText("LISTED-2");
        assertThat(lines.first()).containsText("company 3,750 EUR");
        assertThat(lines.first()).containsText("customer 120 EUR");
        page.getByLabel("Ambassador").focus();
        page.getByLabel("Ambassador").selectOption("@me");
        assertThat(lines).hasCount(1);
        assertThat(page.getByLabel("Ambassador")).isFocused();
        String address = page.url();
        assertThat(address).contains("search=aagaard+rosenvej", "sort=cost", "ambassador=%40me", "status=");
        Browser.take(page, "cockpit-list");
        Accessible.check(page, ".journey-page");

        page.goBack();
        assertThat(lines).hasCount(2);
        assertThat(page.getByLabel("Ambassador")).hasValue("");
        Page other = browser.open("cockpit", "ops");
        other.navigate(address);
        assertThat(other.locator(".journey-cases tbody tr")).hasCount(1);
        other.reload();
        assertThat(other.locator(".journey-cases tbody tr")).hasCount(1);
        assertThat(other.getByLabel("Sort by")).hasValue("cost");
        assertThat(other.getByRole(AriaRole.SEARCHBOX)).hasValue("aagaard rosenvej");
    }

    @Test
    void aClosedCaseIsStillReachedFromItsLine() {
        Page page = browser.open("cockpit", "ops");
        page.navigate(browser.address("cockpit", "#/journeys?status=closed&search=LISTED-1"));
        Locator lines = page.locator(".journey-cases tbody tr");
        assertThat(lines).hasCount(1);
        lines.locator("a").first().click();
        page.waitForURL(Pattern.compile(".*case=LISTED-1"));
        assertThat(page.locator(".journey"))
                .containsText(List.of("Vibeke Aagaard").toArray(String[]::new));
    }

    @Test
    void aListIsTakenAlongAsATable() throws Exception {
        Page page = browser.open("cockpit", "ops");
        page.navigate(browser.address("cockpit", "#/journeys?status=&search=Vibeke"));
        assertThat(page.locator(".journey-cases tbody tr")).hasCount(3);
        Download file =
                page.waitForDownload(() -> page.getByText("Export all that fit").click());
        assertThat(file.suggestedFilename()).isEqualTo("cases.csv");
        List<String> rows = Files.readAllLines(file.path());
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0)).contains("Open for (days)", "Cost to the company (currency)");
        assertThat(rows).anyMatch(each -> each.contains("3750,120,EUR") || each.contains("3750.0000,120.0000,EUR"));
    }

    @Test
    void onAPhoneEachCaseIsACard() {
        Page page = browser.open("cockpit", "ops");
        page.setViewportSize(390, 844);
        page.navigate(browser.address("cockpit", "#/journeys?status=&search=Vibeke&sort=contacts"));
        Locator lines = page.locator(".journey-cases tbody tr");
        assertThat(lines).hasCount(3);
        assertThat(lines.first()).containsText("LISTED-2");
        assertThat(page.evaluate("window.hacked")).isNull();
        Browser.takeWhole(page, "cockpit-list-phone");
        assertThat(page.evaluate(WIDER_THAN_A_PHONE)).isEqualTo("");
        Accessible.check(page, ".journey-page");
        page.navigate(browser.address("cockpit", "#/dashboard"));
        assertThat(page.locator(".journey-chart")).hasCount(3);
        page.setViewportSize(390, 3200);
        Browser.take(page, "cockpit-dashboard-phone");
        assertThat(page.evaluate(WIDER_THAN_A_PHONE)).isEqualTo("");
        assertThat(browser.errors()).isEmpty();
        assertThat(browser.outside()).isEmpty();
    }
}

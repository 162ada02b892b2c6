package io.journeybpm.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.journeybpm.testing.Accessible;
import io.journeybpm.testing.Bpmn;
import io.journeybpm.testing.Browser;
import io.journeybpm.testing.DemoServer;
import io.journeybpm.testing.Look;
import io.journeybpm.testing.Multipart;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The map of a journey in a browser")
class JourneyMapIT {

    private static final String CLAIM = "/journeys/water-damage-claim";
    private static final String LONG = "long-journey";
    private static final int TOUCHPOINTS = 24;

    private static final String HOSTILE =
            "<script>window.hacked=1</script><img src=x onerror='window.hacked=1'> \u202Egnp.exe \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 ";

    /** Pages of an A4 sheet in a PDF, as it lists them. */
    private static final Pattern SHEETS = Pattern.compile("/Type\\s*/Page\\b");

    private static Browser browser;

    @BeforeAll
    static void openTheBrowser() {
        browser = Browser.onDemo();
        deployALongJourney();
    }

    @AfterAll
    static void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void showsWhatHappenedAtEachTouchpoint() {
        Page page = browser.page("/journeys", Look.WIDE.as("ops"));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("Water damage claim")))
                .click();
        assertThat(page.locator("h1")).hasText("Water damage claim");
        assertThat(page.locator(".totals")).containsText("14.0");
        assertThat(page.locator(".totals")).containsText("7.5 planned + 6.5 extra");
        assertThat(page.locator(".totals")).containsText("49,563 DKK");
        assertThat(page.locator(".head")).containsText("All cases since");
        assertThat(page.locator(".on-screen svg").first()).containsText("Find and stop the leak");
        assertThat(page.locator(".on-screen svg").first()).containsText("4 = 2 planned + 2 extra");
        assertThat(page.locator(".boundaries tbody tr")).hasCount(10);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show all"))
                .click();
        assertThat(page.locator(".boundaries tbody tr")).not().hasCount(10);
        page.getByText("All numbers as a table").click();
        assertThat(page.locator("details tbody tr").first()).containsText("Report the damage (moment of truth)");
        Accessible.check(page);
        assertFits(page);
        page.evaluate("window.scrollTo(0, 0)");
        Browser.take(page, "map");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Accessible.check(page);
        Browser.take(page, "map-dark");
    }

    @Test
    void fitsAPhone() {
        Page phone = browser.page(CLAIM, Look.PHONE.as("owner"));
        assertThat(phone.locator(".on-screen svg").first()).isVisible();
        assertFits(phone);
        phone.locator(".on-screen .band").nth(1).evaluate("each => each.scrollIntoView()");
        Browser.take(phone, "map-phone");
        phone.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        phone.evaluate("window.scrollTo(0, 0)");
        Browser.take(phone, "map-phone-dark");
    }

    @Test
    void isPrintedOnAFewSheets() {
        Page page = browser.page(CLAIM, Look.WIDE.as("owner"));
        assertThat(page.locator(".on-screen svg").first()).isVisible();
        for (String format : List.of("A4", "A3")) {
            String pdf = new String(
                    page.pdf(new Page.PdfOptions()
                            .setFormat(format)
                            .setLandscape(true)
                            .setPrintBackground(true)),
                    StandardCharsets.ISO_8859_1);
            Matcher sheets = SHEETS.matcher(pdf);
            assertThat(sheets.results().count()).as(format).isBetween(2L, 5L);
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(1047, 720);
        assertThat(page.locator(".on-paper svg").first()).isVisible();
        assertThat(page.locator(".on-screen")).isHidden();
        assertFits(page);
        assertThat(page.evaluate("document.querySelector('.on-paper .band').getBoundingClientRect().bottom <= 718"))
                .as("the first band stands on the first sheet of A4")
                .isEqualTo(true);
        Browser.takeWhole(page, "map-print");
    }

    @Test
    void isKeptAsAPictureOfItsOwn() throws IOException {
        Page page = browser.page(CLAIM, Look.WIDE.as("owner"));
        Download download = page.waitForDownload(
                () -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save as a picture"))
                        .click());
        assertThat(download.suggestedFilename()).isEqualTo("water-damage-claim.svg");
        String picture = Files.readString(download.path());
        assertThat(picture).startsWith("<svg").contains("<style>", "Survey", "All cases since");
    }

    @Test
    void staysReadableWithManyTouchpointsAndHostileNames() throws IOException {
        Page page = browser.page("/journeys/" + LONG, Look.WIDE.as("ops"));
        assertThat(page.getByText("No case has been on this journey yet.")).isVisible();
        assertThat(page.locator(".on-screen .p-card")).hasCount(TOUCHPOINTS);
        Accessible.check(page);

        report();
        page.reload();
        for (Look look : List.of(Look.WIDE, Look.PHONE)) {
            page.setViewportSize(look.width(), 1000);
            assertThat(page.locator(".on-screen .band")).hasCount(look == Look.WIDE ? 4 : 13);
            assertThat(page.locator(".boundaries").getByText("<script>").first())
                    .isVisible();
            assertThat(page.evaluate("window.hacked")).isNull();
            assertThat(page.evaluate("document.querySelectorAll('main script, main img, main foreignObject').length"))
                    .isEqualTo(0);
            assertFits(page);
            Browser.take(page, "map-many-" + look.width());
        }
    }

    @Test
    void saysWhyThereIsNothingToSee() {
        Page page = browser.page(Look.WIDE.as("ops"));
        Response missing = page.navigate(DemoServer.url() + "/journeys/nowhere");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(page.locator("h1")).hasText("There is no such journey");
        Accessible.check(page);

        Page stranger = browser.page(CLAIM, Look.PHONE.as("integrator"));
        assertThat(stranger.locator("h1")).hasText("Not with this login");
        Accessible.check(stranger);

        Page offline = browser.page(Look.WIDE.as("ops"));
        offline.route("**/map", route -> route.abort());
        offline.navigate(DemoServer.url() + CLAIM);
        assertThat(offline.getByRole(AriaRole.ALERT)).containsText("The server does not answer");
        offline.unroute("**/map");
        offline.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try again"))
                .click();
        assertThat(offline.locator("h1")).hasText("Water damage claim");
    }

    @Test
    void loadsNothingFromElsewhereAndFailsNowhere() {
        assertThat(browser.outside()).isEmpty();
        assertThat(browser.errors()).isEmpty();
    }

    private static void assertFits(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing is wider than the window")
                .isEqualTo(true);
    }

    /** As many touchpoints as nobody should draw, with titles as long as somebody might write. */
    private static void deployALongJourney() {
        List<String> phases = new ArrayList<>();
        for (int phase = 0; phase < 4; phase++) {
            List<String> tasks = new ArrayList<>();
            for (int each = 0; each < TOUCHPOINTS / 4; each++) {
                int number = phase * TOUCHPOINTS / 4 + each;
                String title = number == 3
                        ? "Donaudampfschifffahrtsgesellschaftskapitänsmütze".repeat(4)
                        : "Touchpoint " + number
                                + (number == 5 ? " that takes a good many words to say".repeat(6) : "");
                tasks.add(Bpmn.userTask(
                        "touchpoint-" + number,
                        Bpmn.properties(
                                "journey.touchpoint",
                                title,
                                "journey.channel",
                                "phone",
                                "journey.party",
                                "party-" + each % 3,
                                "journey.direction",
                                "outbound",
                                "journey.moment",
                                each == 2 ? "truth" : "normal")));
            }
            phases.add(Bpmn.phase("phase-" + phase, Bpmn.row("phase-" + phase, tasks.toArray(String[]::new))));
        }
        Multipart.ofFile(
                        "data",
                        LONG + ".bpmn",
                        Bpmn.document(Bpmn.process(LONG, Bpmn.row(LONG, phases.toArray(String[]::new)))))
                .post(DemoServer.as("owner"), "/engine-rest/deployment/create")
                .expect(200);
    }

    /** What systems may send: any words at all. */
    private static void report() throws JsonProcessingException {
        send("/api/journeys/" + LONG + "/cases", Map.of("caseId", "LONG-1"));
        for (int each = 0; each < 4; each++) {
            send(
                    "/api/cases/LONG-1/contacts",
                    Map.of(
                            "touchpoint",
                            each == 3 ? "touchpoint-0" : HOSTILE.trim() + each,
                            "channel",
                            "visit",
                            "direction",
                            "outbound",
                            "party",
                            each % 2 == 0 ? HOSTILE.trim() : "x".repeat(60),
                            "outcome",
                            "failed",
                            "score",
                            Map.of("scale", "0-10", "value", 3),
                            "costs",
                            List.of(Map.of("payer", "customer", "amount", 1_234_567.5, "currency", "DKK"))));
        }
    }

    private static void send(String path, Map<String, Object> body) throws JsonProcessingException {
        var integrator = DemoServer.as("integrator");
        integrator
                .send(integrator
                        .request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(new ObjectMapper().writeValueAsString(body)))
                        .build())
                .expect(201);
    }
}

package io.journeybpm.cockpit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.journeybpm.testing.Browser;
import io.journeybpm.testing.ServerProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host's own application: nothing of our server, another name of the engine, another place of the web applications. */
@DisplayName("In somebody else's application")
class ElsewhereIT {

    private static final Path HOST =
            Path.of(System.getProperty("journey.hosts"), "elsewhere", "target", "elsewhere.jar");

    private static final String ENGINE = "acme";
    private static final String PATH = "/bpm";
    private static final String USER = "boss";

    @TempDir
    private static Path folder;

    private static ServerProcess host;
    private static Browser browser;

    @BeforeAll
    static void startTheHost() throws Exception {
        host = new ServerProcess(
                folder,
                Map.of(),
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        HOST.toString(),
                        "--spring.datasource.url=jdbc:h2:mem:elsewhere;DB_CLOSE_DELAY=-1"));
        host.launch();
        browser = Browser.on(host.url()).at(PATH, ENGINE);
        host.awaitLine("STARTED return-1");
    }

    @AfterAll
    static void stopTheHost() {
        if (browser != null) {
            browser.close();
        }
        host.close();
    }

    @Test
    void theDashboardTheListTheTabAndTheBriefAreThere() {
        Page cockpit = browser.open("cockpit", USER);
        cockpit.navigate(browser.address("cockpit", "#/dashboard"));
        assertThat(cockpit.locator(".journey-dashboard")).containsText("Parcel return");
        assertThat(cockpit.locator(".journey-chart svg")).hasCount(3);

        cockpit.locator(".journey-tile th a").click();
        Locator line = cockpit.locator(".journey-cases tbody tr");
        assertThat(line).containsText("return-1");
        assertThat(cockpit.getByText("Export all that fit")).hasAttribute("href", cases(PATH, ENGINE));
        line.locator("a").first().click();
        assertThat(cockpit.locator(".journey-brief")).containsText("nothing promised");
        assertThat(cockpit.locator(".journey-item").first()).isVisible();

        Page tasklist = browser.open("tasklist", USER);
        tasklist.getByText("Pick up the parcel").first().click();
        assertThat(tasklist.locator(".journey-beside .journey-brief")).containsText("no contacts yet");
        assertThat(browser.errors()).isEmpty();
        assertThat(browser.outside()).isEmpty();
    }

    private static java.util.regex.Pattern cases(String path, String engine) {
        return java.util.regex.Pattern.compile(
                ".*" + path + "/api/cockpit/plugin/journey/" + engine + "/cases\\.csv\\?.*journey=parcel-return.*");
    }
}

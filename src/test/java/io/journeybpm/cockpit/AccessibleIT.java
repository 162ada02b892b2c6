package io.journeybpm.cockpit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import io.journeybpm.testing.Accessible;
import io.journeybpm.testing.Browser;
import io.journeybpm.testing.DemoServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Nobody is kept out of our parts of Cockpit and Tasklist")
class AccessibleIT {

    private static final String OURS = ".journey";

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

    @Test
    void inCockpit() {
        Page page = browser.open("cockpit", "ops");
        page.navigate(browser.address("cockpit", "#/dashboard"));
        assertThat(page.locator(".journey-dashboard").getByText("Open cases by level"))
                .isVisible();
        Accessible.check(page, OURS);
        page.navigate(browser.address("cockpit", "#/journeys?level=executive"));
        assertThat(page.locator(".journey-cases tbody tr").first()).isVisible();
        Accessible.check(page, OURS);
        page.locator(".journey-cases a").first().click();
        assertThat(page.locator(".journey-item").first()).isVisible();
        Accessible.check(page, OURS);
    }

    @Test
    void inTasklist() {
        JsonNode task = DemoServer.as("demo")
                .get("/engine-rest/task?taskDefinitionKey=set-up-drying")
                .json()
                .get(0);
        Page page = browser.open("tasklist", "ops");
        page.navigate(browser.address("tasklist", "#/?task=" + task.path("id").asText()));
        assertThat(page.locator(".journey-beside .journey-brief")).isVisible();
        Accessible.check(page, OURS);
    }
}

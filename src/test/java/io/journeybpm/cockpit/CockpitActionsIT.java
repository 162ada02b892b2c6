package io.journeybpm.cockpit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.journeybpm.testing.Accessible;
import io.journeybpm.testing.Bpmn;
import io.journeybpm.testing.Browser;
import io.journeybpm.testing.DemoServer;
import io.journeybpm.testing.Multipart;
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

/** Everything somebody can do to a case, done with mouse and keyboard on its page. */
@DisplayName("On the page of a case, in the browser")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CockpitActionsIT {

    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    private static final String CASE = "ACTED-UPON";

    private static final String HOSTILE =
            "<script>window.hacked=1</script><img src=x onerror='window.hacked=1'> javascript:alert(1) \u202Egnp.exe \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";

    /** More than the pages wait before they ask again. */
    private static final long A_WHILE = 31_000;

    private static Browser browser;
    private static Page page;

    @BeforeAll
    static void openACase() {
        browser = Browser.onDemo();
        rental(CASE);
        page = browser.open("cockpit", "ops");
        page.clock().install();
        page.navigate(browser.address("cockpit", instance(CASE)));
    }

    @AfterAll
    static void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    @Order(1)
    void aContactIsRecordedWithWhatWasWrongSaidBesideItsField() {
        Locator button = button("Record a contact");
        button.focus();
        page.keyboard().press("Enter");
        assertThat(field("What it was")).isFocused();
        page.keyboard().press("Escape");
        assertThat(dialog()).hasCount(0);
        assertThat(button).isFocused();

        page.keyboard().press("Enter");
        field("What was done and said").fill(HOSTILE + "x".repeat(3_500));
        page.clock().runFor(A_WHILE);
        assertThat(field("What was done and said")).hasValue(Pattern.compile("x{3500}$"));
        assertThat(field("What was done and said")).isFocused();
        send("Record");
        assertThat(dialog()).containsText("How is required.");
        assertThat(field("How")).isFocused();
        assertThat(field("What was done and said")).hasValue(Pattern.compile("x{3500}$"));
        Accessible.check(page, ".journey");
        Browser.take(page, "cockpit-act-wrong");

        field("What it was").selectOption("book-car");
        field("How it ended").selectOption("partly");
        field("What is left open").fill(HOSTILE);
        dialog().getByText("More about it").click();
        dialog().getByLabel("Late", new Locator.GetByLabelOptions().setExact(true))
                .check();
        Browser.take(page, "cockpit-act-contact");
        send("Record");
        assertThat(page.locator(".journey-success")).containsText("It completed \"Book the car\", which was waiting.");
        assertThat(button).isFocused();
        assertThat(page.locator(".journey-box").getByText("<script>").first()).isVisible();
        assertThat(item("Book the car")).containsText("partly");
        assertThat(item("Book the car")).containsText("incident: late");
        assertIsText();
    }

    @Test
    @Order(2)
    void aPromiseIsMadeMovedKeptAndAnotherOneWithdrawn() {
        String day = LocalDate.now(ZONE).plusDays(2).toString();
        promise("hand over the car", "station", day);
        Locator promised =
                box("Promised").locator("li").filter(new Locator.FilterOptions().setHasText("hand over the car"));
        assertThat(promised).containsText("8–10");

        choose(promised, "Move it");
        assertThat(field("Day")).hasValue(day);
        assertThat(field("From")).hasValue("08:00");
        field("From").fill("13:00");
        field("To").fill("15:00");
        send("Move");
        assertThat(dialog()).containsText("Why is required.");
        assertThat(field("From")).hasValue("13:00");
        field("Why").fill(HOSTILE);
        send("Move");
        assertThat(promised).containsText("13–15");

        choose(promised, "It was kept");
        send("Kept");
        assertThat(page.locator(".journey-success")).containsText("The promise is kept.");
        assertThat(promised).hasCount(0);

        promise("call back", "", "");
        Locator callBack = box("Promised").locator("li").filter(new Locator.FilterOptions().setHasText("call back"));
        assertThat(callBack).containsText("not scheduled");
        choose(callBack, "Withdraw it");
        field("Why").fill("not needed");
        send("Withdraw");
        assertThat(callBack).hasCount(0);
        assertIsText();
    }

    @Test
    @Order(3)
    void anAmbassadorIsFoundByNameAndTheLevelGoesUpAndDown() {
        more("Appoint the ambassador");
        field("Who").fill("integ");
        page.clock().runFor(1_000);
        assertThat(dialog().locator("datalist option")).hasAttribute("value", "integrator");
        field("Who").fill("nobody");
        field("Why").fill("knows the family");
        send("Appoint");
        assertThat(dialog()).containsText("Who is nobody's user name");
        field("Who").fill("integrator");
        send("Appoint");
        assertThat(page.locator(".journey-figures")).containsText("integrator");

        more("Raise the level");
        assertThat(dialog()).containsText("Only a review lowers it again.");
        field("From none to").selectOption("watch");
        field("Why").fill("she sounded tired");
        send("Raise");
        assertThat(page.locator(".journey-top .journey-level")).hasText("watch");
        assertThat(page.locator(".journey-reason")).containsText("she sounded tired");
        more("Review and lower the level");
        field("What was done about it").fill("called her, all is well");
        send("Close the escalation");
        assertThat(page.locator(".journey-top .journey-level")).hasText("none");
    }

    @Test
    @Order(4)
    void aFactIsKeptAHandoffIsReadAndAContactGetsACauseAndIsTakenBack() {
        more("Add a fact");
        field("About what").fill("flight <b>no</b>");
        field("What was told").fill("SK 123");
        send("Keep");
        assertThat(box("Facts")).containsText("flight <b>no</b>: SK 123");

        DemoServer.as("integrator")
                .post("/api/cases/" + CASE + "/handoffs", "{'from':'support','to':'station','open':'a child seat'}")
                .expect(201);
        page.clock().runFor(A_WHILE);
        Locator handed = box("Handed over");
        assertThat(handed).containsText("brief not read yet");
        choose(handed, "The brief was read");
        send("They have read it");
        assertThat(handed).containsText(Pattern.compile("brief read .* by ops"));

        button("Record a contact").click();
        field("How").selectOption("phone");
        dialog().getByText("More about it").click();
        field("Why the customer came").selectOption("chasing");
        send("Record");
        Locator chased = item("chasing");
        choose(chased, "What made it necessary");
        field("It goes back to").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        field("How that is known").fill("she said so");
        send("Keep the cause");
        assertThat(chased).containsText("caused by");
        assertThat(page.locator(".journey-causes")).containsText("One contact goes back to");
        choose(chased, "Take it back");
        field("Why").fill("another customer");
        send("Take back");
        assertThat(page.locator(".journey-success")).containsText("is taken back");
        assertThat(page.locator(".journey-sentence")).containsText("1 contact");
        assertThat(chased.locator(".journey-menu")).hasCount(0);
    }

    @Test
    @Order(5)
    void itIsAllThereOnAPhone() {
        page.setViewportSize(390, 844);
        page.navigate(browser.address("cockpit", "#/journeys?case=" + CASE));
        page.locator(".journey-acts summary").click();
        assertThat(page.locator(".journey-acts .journey-menu-left")).isVisible();
        assertThat(page.evaluate("(r => r.left >= 0 && r.right <= innerWidth)"
                        + "(document.querySelector('.journey-acts .journey-menu-items').getBoundingClientRect())"))
                .isEqualTo(true);
        Browser.take(page, "cockpit-act-menu-phone");
        page.keyboard().press("Escape");
        assertThat(page.locator(".journey-acts summary")).isFocused();
        button("Make a promise").click();
        Browser.take(page, "cockpit-act-promise-phone");
        assertThat(page.evaluate(
                        "(d => d.scrollWidth <= d.clientWidth && d.getBoundingClientRect().right <= innerWidth)"
                                + "(document.querySelector('.journey-dialog'))"))
                .isEqualTo(true);
        dialog().getByText("Cancel").click();
        assertIsText();
        page.setViewportSize(1400, 1400);
        page.navigate(browser.address("cockpit", instance(CASE)));
        assertThat(page.locator(".journey-page")).hasCount(0);
        assertThat(page.locator(".journey-item").first()).isVisible();
        assertThat(page.locator(".journey-brief .journey-menu").first()).isVisible();
        Browser.take(page, "cockpit-act-tab");
        Accessible.check(page, ".journey");
    }

    @Test
    @Order(6)
    void whoMayNotActSeesNoButtons() {
        Page owner = browser.open("cockpit", "owner");
        owner.navigate(browser.address("cockpit", instance(CASE)));
        assertThat(owner.locator(".journey-brief")).isVisible();
        assertThat(owner.locator(".journey-item").first()).isVisible();
        assertThat(owner.locator(".journey-acts, .journey-menu")).hasCount(0);
        owner.context().close();
    }

    @Test
    @Order(7)
    void aCaseIsClosedAndIsStillThereToBeOpenedAgain() {
        more("Close the case");
        field("Why").fill("the car is back");
        send("Close the case");
        assertThat(page.locator(".journey-success")).containsText("The case is closed.");
        assertThat(button("Open the case again")).isVisible();
        page.navigate(browser.address("cockpit", "#/journeys?case=" + CASE));
        assertThat(page.locator(".journey-page")).containsText("Car rental, closed");
        assertThat(page.locator(".journey-item").first()).isVisible();
        button("Open the case again").click();
        field("Why").fill("the customer called");
        Browser.take(page, "cockpit-act-reopen");
        send("Open again");
        assertThat(page.locator(".journey-success")).containsText("The case is open again.");
        assertThat(button("Make a promise")).isVisible();
        page.getByText("All cases").click();
        assertThat(page.locator(".journey-cases")).isVisible();
    }

    @Test
    @Order(8)
    void theBriefStandsBesideEveryKindOfForm() {
        deployForms();
        String caseId = "FORMS-" + System.nanoTime();
        DemoServer.as("integrator")
                .post(
                        "/api/journeys/all-forms/cases",
                        "{'caseId':'" + caseId
                                + "','facts':[{'name':'gate code','value':'4711'}],'promises':[{'what':'somebody comes'}]}")
                .expect(201);
        Page tasklist = browser.open("tasklist", "demo");
        for (String kind : List.of("embedded", "generated", "camunda-form", "external", "without")) {
            JsonNode task = DemoServer.as("demo")
                    .get("/engine-rest/task?taskDefinitionKey=" + kind + "&processInstanceBusinessKey=" + caseId)
                    .json()
                    .get(0);
            tasklist.navigate(
                    browser.address("tasklist", "#/?task=" + task.path("id").asText()));
            Locator beside = tasklist.locator(
                    ".journey-beside[data-task='" + task.path("id").asText() + "']");
            assertThat(beside).containsText("gate code: 4711");
            assertThat(beside).containsText("somebody comes");
            Browser.take(tasklist, "tasklist-form-" + kind);
        }
        tasklist.getByText("Journey", new Page.GetByTextOptions().setExact(true))
                .click();
        tasklist.locator(".journey-acts").getByText("Make a promise").click();
        tasklist.locator("dialog").getByLabel("What will happen").fill("a visit");
        Browser.take(tasklist, "tasklist-act");
        tasklist.locator("dialog button[type=submit]").click();
        assertThat(tasklist.locator(".journey-success")).containsText("Promised as #");
        Accessible.check(tasklist, ".tab-content .journey");
        tasklist.context().close();
    }

    @Test
    @Order(9)
    void nothingWasLoadedFromElsewhereAndNothingFailed() {
        assertThat(browser.outside()).isEmpty();
        assertThat(browser.errors()).isEmpty();
    }

    private static void promise(String what, String party, String day) {
        button("Make a promise").click();
        field("What will happen").fill(what);
        field("Who will come").fill(party);
        if (!day.isEmpty()) {
            field("Day").fill(day);
            field("From").fill("08:00");
            field("To").fill("10:00");
        }
        send("Promise");
        assertThat(page.locator(".journey-success")).containsText("Promised as #");
    }

    private static Locator button(String name) {
        return page.locator(".journey-acts")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void more(String name) {
        page.locator(".journey-acts summary").click();
        button(name).click();
    }

    private static void choose(Locator place, String name) {
        place.locator(".journey-menu summary").first().click();
        place.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .click();
    }

    private static Locator dialog() {
        return page.locator("dialog.journey-dialog");
    }

    private static Locator field(String label) {
        return dialog().getByLabel(Pattern.compile("^" + label + "( \\*)?$"));
    }

    private static void send(String name) {
        dialog().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static Locator box(String title) {
        return page.locator(".journey-box")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.HEADING,
                                new Page.GetByRoleOptions().setName(title).setExact(true))));
    }

    private static Locator item(String text) {
        return page.locator(".journey-item-contact").filter(new Locator.FilterOptions().setHasText(text));
    }

    private static void assertIsText() {
        assertThat(page.evaluate("window.hacked")).isNull();
        assertThat(page.evaluate("document.querySelectorAll('.journey script, .journey img').length"))
                .isEqualTo(0);
        assertThat(page.evaluate(
                        "[...document.querySelectorAll('.journey')].every(e => e.scrollWidth <= e.clientWidth)"))
                .as("nothing is wider than its place")
                .isEqualTo(true);
    }

    private static void rental(String caseId) {
        DemoServer.as("integrator")
                .post(
                        "/api/journeys/car-rental/cases",
                        "{'caseId':'" + caseId + "','customer':{'reference':'" + caseId + "','name':'Signe Lund'}}")
                .expect(201);
    }

    private static String instance(String caseId) {
        JsonNode found = DemoServer.as("demo")
                .get("/engine-rest/process-instance?businessKey=" + caseId)
                .json();
        return "#/process-instance/" + found.get(0).path("id").asText() + "/runtime?tab=journey-case";
    }

    private static void deployForms() {
        String visit = Bpmn.touchpoint("visit", "carpenter");
        String generated = visit.replace(
                "</extensionElements>",
                "<camunda:formData><camunda:formField id='size' label='Size' type='string'/></camunda:formData></extensionElements>");
        String model = Bpmn.document(Bpmn.process(
                "all-forms",
                Bpmn.row(
                        "all-forms",
                        Bpmn.phase(
                                "all",
                                "<startEvent id='begin'/><parallelGateway id='split'/>" + Bpmn.flow("begin", "split"),
                                end(
                                        "embedded",
                                        Bpmn.userTask("embedded", "", visit)
                                                .replace(
                                                        "id='embedded'",
                                                        "id='embedded' camunda:formKey='embedded:deployment:embedded.html'")),
                                end("generated", Bpmn.userTask("generated", generated)),
                                end(
                                        "camunda-form",
                                        Bpmn.userTask("camunda-form", visit)
                                                .replace(
                                                        "id='camunda-form'",
                                                        "id='camunda-form' camunda:formRef='plain' camunda:formRefBinding='deployment'")),
                                end(
                                        "external",
                                        Bpmn.userTask("external", visit)
                                                .replace(
                                                        "id='external'",
                                                        "id='external' camunda:formKey='https://forms.test/visit'")),
                                end("without", Bpmn.userTask("without", visit))))));
        Multipart.of("deployment-name", "all-forms")
                .file("model", "all-forms.bpmn", model)
                .file(
                        "embedded",
                        "embedded.html",
                        "<form role='form'><input cam-variable-name='size' cam-variable-type='String' type='text'/></form>")
                .file(
                        "form",
                        "plain.form",
                        "{\"id\":\"plain\",\"type\":\"default\",\"components\":[{\"key\":\"size\",\"label\":\"Size\",\"type\":\"textfield\"}]}")
                .post(DemoServer.as("demo"), "/engine-rest/deployment/create")
                .expect(200);
    }

    private static String end(String id, String task) {
        return task + Bpmn.flow("split", id) + "<endEvent id='end-" + id + "'/>" + Bpmn.flow(id, "end-" + id);
    }
}

package io.journeybpm.benchmark;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import io.journeybpm.testing.Browser;
import io.journeybpm.testing.Look;
import io.journeybpm.testing.WebApplication;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.opentest4j.TestAbortedException;

/**
 * How long it takes until the pages show something, and how much they are answered, at a {@linkplain Company large
 * company}: each request by itself, the first time and the slowest of some further times, and the pages in a browser from
 * the moment somebody opens them until their data is there.
 */
final class Screens {

    /** What a page may take until it shows its first data, and what a request may answer. */
    static final int MOST_MILLIS = 1_500;

    static final int MOST_KILOBYTES = 500;

    private static final int TIMES = 5;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double KILOBYTE = 1_000;

    private Screens() {}

    /**
     * Something a page asks the server.
     *
     * @param name what it is
     * @param answer asks it
     */
    private record Asked(String name, Supplier<String> answer) {}

    /**
     * A page in a browser.
     *
     * @param name what it is
     * @param application Camunda's application it is in; empty: a page of its own
     * @param place behind the hash; of a page of its own: its path
     * @param data selects what is there once the first data is shown
     */
    private record Shown(String name, String application, String place, String data) {}

    /** All requests of all pages: what is added to a page is added here. */
    private static List<Asked> requests(Company company, String url, Calls calls) {
        WebApplication cockpit = new WebApplication(url + "/camunda", "cockpit").login(Company.USER);
        WebApplication tasklist = new WebApplication(url + "/camunda", "tasklist").login(Company.USER);
        Map<String, String> inCockpit = new LinkedHashMap<>();
        inCockpit.put("dashboard", "dashboard");
        inCockpit.put("dashboard, trend", "trend");
        for (String sort : List.of("level", "newest", "days", "contacts", "cost")) {
            inCockpit.put("cases by " + sort + ", open", "cases?status=open&sort=" + sort);
            inCockpit.put("cases by " + sort + ", all", "cases?sort=" + sort);
        }
        inCockpit.put("cases, 200 unrolled", "cases?status=open&sort=level&limit=200");
        inCockpit.put("cases of a journey, phase and level", "cases?journey=repair&phase=phase&level=watch&sort=level");
        inCockpit.put("cases of an ambassador", "cases?ambassador=user-9&sort=level");
        inCockpit.put("cases of nobody", "cases?ambassador=@nobody&sort=level");
        inCockpit.put("cases without a next step", "cases?without=next-step&sort=level");
        inCockpit.put("search by name and street", "cases?search=Ida%20Holm%20Street40&sort=level");
        inCockpit.put("search by a common name", "cases?search=Holm&sort=level");
        inCockpit.put("search with a slip", "cases?search=Meette%20Krogh&sort=level");
        inCockpit.put("search by phone", "cases?search=%2B4520000077&sort=level");
        inCockpit.put("search by e-mail", "cases?search=bo9@example.org&sort=level");
        inCockpit.put("search by address", "cases?search=Street401&sort=level");
        inCockpit.put("search by contacts, common name", "cases?search=Holm&sort=contacts");
        inCockpit.put("search for nobody", "cases?search=Xylophonist&sort=level");
        inCockpit.put("instance", "instances/" + company.instance());
        inCockpit.put("timeline", "cases/" + company.openCase() + "/timeline");
        List<Asked> asked = new ArrayList<>();
        inCockpit.forEach((name, path) -> asked.add(
                new Asked(name, () -> cockpit.get("default/" + path).expect(200).body())));
        asked.add(new Asked("brief beside a task", () -> tasklist.get("default/tasks/" + company.task())
                .expect(200)
                .body()));
        asked.add(
                new Asked("diagram of a journey", () -> cockpit.get("default/diagram/definitions/" + definition(calls))
                        .expect(200)
                        .body()));
        asked.add(new Asked("path of a case", () -> cockpit.get("default/diagram/instances/" + company.instance())
                .expect(200)
                .body()));
        asked.add(new Asked("map of a journey", () -> calls.get("/api/journeys/repair/map")));
        asked.add(new Asked("case", () -> calls.get("/api/cases/" + company.openCase())));
        asked.add(new Asked("brief", () -> calls.get("/api/cases/" + company.openCase() + "/brief")));
        return asked;
    }

    private static String definition(Calls calls) {
        return calls.json("/engine-rest/process-definition/key/repair")
                .path("id")
                .asText();
    }

    /** The path of a page for somebody without a login. */
    private static String linked(Company company, Calls calls, String purpose) {
        String made = calls.post("/api/cases/" + company.openCase() + "/links", "{" + purpose + "}");
        return made.replaceAll("(?s).*\"url\"\\s*:\\s*\"https?://[^/]+([^\"]+)\".*", "$1");
    }

    /** The journey of this benchmark has no drawing: what is laid over diagrams is measured as requests alone. */
    private static List<Shown> pages(Company company, Calls calls) {
        return List.of(
                new Shown("map of a journey", "", "/journeys/repair", ".on-screen svg"),
                new Shown("customer's page", "", linked(company, calls, "\"purpose\":\"customer\""), "main .card"),
                new Shown(
                        "visitor's page",
                        "",
                        linked(company, calls, "\"purpose\":\"visit\",\"party\":\"plumber\""),
                        "main .card"),
                new Shown("dashboard", "cockpit", "#/dashboard", ".journey-tile table a"),
                new Shown("trend", "cockpit", "#/dashboard", ".journey-chart svg"),
                new Shown("list of cases", "cockpit", "#/journeys", ".journey-cases tbody tr"),
                new Shown("cases by contacts", "cockpit", "#/journeys?sort=contacts", ".journey-cases tbody tr"),
                new Shown("search by name", "cockpit", "#/journeys?search=Ida+Holm", ".journey-cases tbody tr"),
                new Shown(
                        "tab of an instance",
                        "cockpit",
                        "#/process-instance/" + company.instance() + "/runtime?tab=journey-case",
                        ".journey-item"),
                new Shown(
                        "brief beside a task",
                        "tasklist",
                        "#/?task=" + company.task(),
                        ".journey-beside .journey-top"));
    }

    static void run(Options options, Postgres postgres, Results results) throws Exception {
        String url = postgres.create("screens");
        try (Server server = Server.start(options, "screens", url, "--journey.insight.catch-up=1s")) {
            Company company = Company.fill(server.calls(), url, options.large() / Company.CONTACTS_PER_CASE);
            for (Asked each : requests(company, server.process().url(), server.calls())) {
                measure(each, results);
            }
            export(server.process().url(), results);
            try (Browser browser = Browser.on(server.process().url())) {
                for (Shown each : pages(company, server.calls())) {
                    measure(each, browser, results);
                }
            } catch (TestAbortedException noBrowser) {
                System.out.println("  " + noBrowser.getMessage());
            }
        }
    }

    private static void measure(Asked asked, Results results) {
        double first = millis(asked.answer);
        double slowest = 0;
        for (int each = 0; each < TIMES; each++) {
            slowest = Math.max(slowest, millis(asked.answer));
        }
        double size = asked.answer.get().getBytes(StandardCharsets.UTF_8).length / KILOBYTE;
        note(results, asked.name, first, slowest, size);
    }

    /** The whole list as a file: it is sent while it is read, so that its size is the reader's business alone. */
    private static void export(String url, Results results) {
        WebApplication cockpit = new WebApplication(url + "/camunda", "cockpit").login(Company.USER);
        long began = System.nanoTime();
        String file = cockpit.get("default/cases.csv").expect(200).body();
        double seconds = (System.nanoTime() - began) / NANOS_PER_MILLI / 1_000;
        results.figure("export of all cases [s]", "s", seconds);
        results.figure("export of all cases [rows]", "1", file.lines().count() - 1);
        System.out.printf(
                Locale.ROOT,
                "| export of %,d cases | %,.1f s | | %,.0f MB |  |%n",
                file.lines().count() - 1,
                seconds,
                file.length() / 1e6);
    }

    private static double millis(Supplier<?> work) {
        long began = System.nanoTime();
        work.get();
        return (System.nanoTime() - began) / NANOS_PER_MILLI;
    }

    /** Opened by its address, with all of Camunda's application, and then once more from elsewhere in it. */
    private static void measure(Shown shown, Browser browser, Results results) {
        if (shown.application.isEmpty()) {
            measureOwn(shown, browser, results);
            return;
        }
        Page page = browser.open(shown.application, Company.USER);
        List<Response> answers = new ArrayList<>();
        page.onResponse(answer -> {
            if (answer.url().contains("/plugin/journey/")) {
                answers.add(answer);
            }
        });
        page.navigate(browser.address(shown.application, shown.place));
        awaitData(page, shown);
        double whole = millis(() -> {
            page.navigate("about:blank");
            page.navigate(browser.address(shown.application, shown.place));
            return awaitData(page, shown);
        });
        double size = answers.stream().mapToInt(Screens::size).max().orElse(0) / KILOBYTE;
        double slowest = 0;
        for (int each = 0; each < TIMES; each++) {
            page.navigate(browser.address(shown.application, "#/processes"));
            page.waitForTimeout(300);
            slowest = Math.max(slowest, millis(() -> {
                page.navigate(browser.address(shown.application, shown.place));
                return awaitData(page, shown);
            }));
        }
        note(results, "page: " + shown.name, whole, slowest, size);
        page.context().close();
    }

    /** A page of its own is loaded anew each time. */
    private static void measureOwn(Shown shown, Browser browser, Results results) {
        Page page = browser.page(Look.WIDE.as(Company.USER));
        List<Response> answers = new ArrayList<>();
        page.onResponse(answers::add);
        Supplier<Boolean> opened = () -> {
            answers.clear();
            browser.go(page, shown.place);
            return awaitData(page, shown);
        };
        double first = millis(opened);
        double slowest = 0;
        for (int each = 0; each < TIMES; each++) {
            slowest = Math.max(slowest, millis(opened));
        }
        double size = answers.stream().mapToInt(Screens::size).max().orElse(0) / KILOBYTE;
        note(results, "page: " + shown.name, first, slowest, size);
        page.context().close();
    }

    /** Of what was answered before the page was loaded anew, the browser keeps nothing. */
    private static int size(Response answer) {
        try {
            return answer.body().length;
        } catch (PlaywrightException gone) {
            return 0;
        }
    }

    private static boolean awaitData(Page page, Shown shown) {
        try {
            page.locator(shown.data).first().waitFor();
        } catch (PlaywrightException missing) {
            Browser.take(page, "benchmark-" + shown.name);
            throw new IllegalStateException(
                    shown.name + " shows nothing at " + page.url() + ": "
                            + page.locator("body").innerText(),
                    missing);
        }
        return true;
    }

    private static void note(Results results, String name, double first, double slowest, double size) {
        results.figure("screen " + name + ", first [ms]", "ms", first);
        results.figure("screen " + name + ", slowest of " + TIMES + " [ms]", "ms", slowest);
        results.figure("screen " + name + " [kB]", "kB", size);
        boolean missed = first > MOST_MILLIS || slowest > MOST_MILLIS || size > MOST_KILOBYTES;
        System.out.printf(
                Locale.ROOT,
                "| %s | %,.0f | %,.0f | %,.1f | %s |%n",
                name,
                first,
                slowest,
                size,
                missed ? "missed" : "");
    }
}

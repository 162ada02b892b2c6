package io.journeybpm.testing;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The machine's Chromium, which nothing is downloaded for; {@code JOURNEY_CHROMIUM} says where it is elsewhere. */
public final class Browser implements AutoCloseable {

    private static final List<String> USUAL =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    /** Cockpit as people have it on a laptop. */
    private static final int WIDTH = 1400;

    private static final int HEIGHT = 1000;
    private static final int PHONE_HEIGHT = 844;

    /** As the server's, unless it is told otherwise. */
    private static final String ZONE = "Europe/Copenhagen";

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final String server;
    private String path = "/camunda";
    private String engine = "default";
    private final List<String> outside = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

    private Browser(String executable, String server) {
        this.server = server;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(executable))
                        .setArgs(List.of("--no-sandbox")));
    }

    /** A browser for the server with the sample cases, which starts now if it hasn't; skipped as below. */
    public static Browser onDemo() {
        String executable = executable();
        return new Browser(executable, DemoServer.url());
    }

    /** A browser for a server; the test is skipped, and says why, where there is none. */
    public static Browser on(String server) {
        return new Browser(executable(), server);
    }

    private static String executable() {
        Assumptions.assumeFalse(
                "true".equals(System.getenv("JOURNEY_SKIP_BROWSER")),
                "JOURNEY_SKIP_BROWSER is true: nothing was tried in a browser");
        Optional<String> executable = Stream.concat(
                        Stream.ofNullable(System.getenv("JOURNEY_CHROMIUM")), USUAL.stream())
                .filter(each -> Files.isExecutable(Path.of(each)))
                .findFirst();
        Assumptions.assumeTrue(
                executable.isPresent(), "there is no Chromium on this machine; JOURNEY_CHROMIUM says where one is");
        return executable.orElseThrow();
    }

    /** The same where the web applications are elsewhere, on an engine of another name. */
    public Browser at(String path, String engine) {
        this.path = path;
        this.engine = engine;
        return this;
    }

    /** Any page of the server, such as {@code /journeys/kitchen}. What it breaks of its own policy is an error. */
    public Page page(String path, Look look) {
        Page page = page(look);
        go(page, path);
        return page;
    }

    /** Takes a page to a path of the server. */
    public void go(Page page, String path) {
        page.navigate(server + path);
    }

    /** A page that is still empty, in a context of its own. */
    public Page page(Look look) {
        NewContextOptions options = new NewContextOptions()
                .setViewportSize(look.width(), look.isPhone() ? PHONE_HEIGHT : HEIGHT)
                .setIsMobile(look.isPhone())
                .setHasTouch(look.isPhone())
                .setLocale(look.locale())
                .setTimezoneId(ZONE)
                .setColorScheme(look.dark() ? ColorScheme.DARK : ColorScheme.LIGHT);
        if (look.user() != null) {
            options.setHttpCredentials(look.user(), look.user());
        }
        return watched(chromium.newContext(options).newPage());
    }

    /** One of Camunda's applications, logged in as a user whose password is the name. */
    public Page open(String application, String user) {
        Page page = watched(chromium.newContext(new NewContextOptions().setViewportSize(WIDTH, HEIGHT))
                .newPage());
        page.navigate(address(application, "#/login"));
        page.locator("input[type=text]").first().fill(user);
        page.locator("input[type=password]").first().fill(user);
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile("^(?!.*login).*$"));
        return page;
    }

    private Page watched(Page page) {
        page.onRequest(request -> {
            if (!request.url().startsWith(server) && !request.url().matches("(data|blob):.*")) {
                outside.add(request.url());
            }
        });
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                errors.add(message.text());
            }
        });
        page.onDialog(dialog -> {
            errors.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        return page;
    }

    /** The address of a place in one of Camunda's applications. */
    public String address(String application, String place) {
        return server + path + "/app/" + application + "/" + engine + "/" + place;
    }

    /** Keeps what is seen in {@code target/screenshots}. */
    public static void take(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /** The same with all that lies below. */
    public static void takeWhole(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /** What pages have loaded from anywhere but the server. */
    public List<String> outside() {
        return outside;
    }

    /** Scripts that failed and dialogs that opened, none of which any page should. */
    public List<String> errors() {
        return errors;
    }

    @Override
    public void close() {
        playwright.close();
    }
}

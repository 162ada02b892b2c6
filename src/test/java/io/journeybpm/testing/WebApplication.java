package io.journeybpm.testing;

import io.journeybpm.testing.Caller.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** One of Camunda's web applications as a browser talks to it: a session, its cookie, and the token against forgery. */
public final class WebApplication {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String root;
    private final String name;

    /** An application such as {@code cockpit}, below its root such as {@code http://localhost:8080/camunda}. */
    public WebApplication(String root, String name) {
        this.root = root;
        this.name = name;
    }

    /** Logs in with the user's name as password. */
    public WebApplication login(String user) {
        send(HttpRequest.newBuilder(URI.create(root + "/app/" + name + "/default/")));
        String login = "username=" + URLEncoder.encode(user, StandardCharsets.UTF_8) + "&password="
                + URLEncoder.encode(user, StandardCharsets.UTF_8);
        send(HttpRequest.newBuilder(URI.create(root + "/api/admin/auth/user/default/login/" + name))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-XSRF-TOKEN", token())
                        .POST(BodyPublishers.ofString(login)))
                .expect(200);
        // a login is a new session, with a token of its own
        send(HttpRequest.newBuilder(URI.create(root + "/app/" + name + "/default/")));
        return this;
    }

    /** What the plugin's resources answer, below the engine. */
    public Answer get(String path) {
        return send(HttpRequest.newBuilder(plugin(path)));
    }

    public Answer post(String path) {
        return send(HttpRequest.newBuilder(plugin(path))
                .header("X-XSRF-TOKEN", token())
                .POST(BodyPublishers.noBody()));
    }

    /** Sends a form, with apostrophes for quotation marks, under a key of its own. */
    public Answer post(String path, String form, String key) {
        return send(form(path, form.replace('\'', '"')).header("Idempotency-Key", key));
    }

    /** A form as it is, to be sent with whatever else. */
    public HttpRequest.Builder form(String path, String form) {
        return HttpRequest.newBuilder(plugin(path))
                .header("X-XSRF-TOKEN", token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(form));
    }

    /** What another page would send: everything but the token. */
    public Answer postWithoutToken(String path) {
        return send(HttpRequest.newBuilder(plugin(path)).POST(BodyPublishers.noBody()));
    }

    private URI plugin(String path) {
        return URI.create(root + "/api/" + name + "/plugin/journey/" + path);
    }

    private String token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(each -> each.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            var answer = browser.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}

package io.journeybpm.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Somebody logged in to Tasklist, as a browser is: by a session and the token that guards its calls. */
public final class Tasklist {

    private static final String API = "/camunda/api/engine/engine/default";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String server;

    private Tasklist(String server) {
        this.server = server;
    }

    /** Opens Tasklist and logs in. */
    public static Tasklist login(String server, String user, String password) {
        Tasklist tasklist = new Tasklist(server);
        tasklist.send(HttpRequest.newBuilder(URI.create(server + "/camunda/app/tasklist/default/"))
                        .build())
                .expect(200);
        tasklist.send(tasklist.call("/camunda/api/admin/auth/user/default/login/tasklist")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "username=" + encoded(user) + "&password=" + encoded(password)))
                        .build())
                .expect(200);
        return tasklist;
    }

    /** The id of the only task of a case. */
    public String onlyTask(String caseId) {
        Caller.Answer tasks = send(call(API + "/task?processInstanceBusinessKey=" + encoded(caseId))
                .build());
        tasks.expect(200);
        assertThat(tasks.json().size()).as(tasks.body()).isEqualTo(1);
        return tasks.at("/0/id");
    }

    /** Completes a task as its form does. */
    public Caller.Answer submit(String task, String variables) {
        return send(call(API + "/task/" + task + "/submit-form")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(("{'variables':" + variables + "}").replace('\'', '"')))
                .build());
    }

    private HttpRequest.Builder call(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path));
        cookies.getCookieStore().getCookies().stream()
                .filter(each -> each.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .forEach(token -> request.setHeader("X-XSRF-TOKEN", token));
        return request;
    }

    private Caller.Answer send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Caller.Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

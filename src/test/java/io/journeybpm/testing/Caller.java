package io.journeybpm.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Calls a server over HTTP. Bodies are JSON with apostrophes for quotation marks, so that tests stay readable. */
public final class Caller {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String server;
    private final String user;
    private final String password;

    /** A caller; {@code user} null is nobody. */
    public Caller(String server, String user, String password) {
        this.server = server;
        this.user = user;
        this.password = password;
    }

    /** An answer. */
    public record Answer(int status, HttpHeaders headers, String body) {

        public Answer expect(int expected) {
            assertThat(status).as(body).isEqualTo(expected);
            return this;
        }

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException unread) {
                throw new UncheckedIOException(body, unread);
            }
        }

        /** The value at a JSON pointer, as text. */
        public String at(String pointer) {
            return json().at(pointer).asText();
        }

        public String header(String name) {
            return headers.firstValue(name).orElse(null);
        }

        /** A problem, as RFC 9457 has it. */
        public Answer problem(int expected) {
            expect(expected);
            assertThat(header("Content-Type")).startsWith("application/problem+json");
            assertThat(json().path("status").asInt()).isEqualTo(expected);
            assertThat(at("/title")).isNotEmpty();
            assertThat(at("/detail")).isNotEmpty();
            return this;
        }

        /** A problem that names a field. */
        public Answer problem(int expected, String field) {
            problem(expected);
            assertThat(json().path("errors").findValuesAsText("field")).as(body).contains(field);
            return this;
        }
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    public Answer put(String path, String body) {
        return send("PUT", path, body);
    }

    /** Any call; {@code body} null: none. */
    public Answer send(String method, String path, String body, String... headers) {
        String json = body == null ? null : body.replace('\'', '"');
        HttpRequest.Builder request = request(path)
                .method(
                        method,
                        json == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8));
        if (json != null) {
            request.setHeader("Content-Type", "application/json");
        }
        for (int at = 0; at < headers.length; at += 2) {
            request.setHeader(headers[at], headers[at + 1]);
        }
        return send(request.build());
    }

    /** A request with nothing but where it goes and who sends it. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path));
        if (user != null) {
            byte[] login = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
        }
        return request;
    }

    public Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}

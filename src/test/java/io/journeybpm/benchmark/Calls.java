package io.journeybpm.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpPut;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** Calls a server over connections kept open, as an integrator's program would, at little cost of its own. */
final class Calls implements AutoCloseable {

    private static final int CONNECTIONS = 64;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LOGIN = "Basic "
            + Base64.getEncoder()
                    .encodeToString((Server.USER + ":" + Server.PASSWORD).getBytes(StandardCharsets.UTF_8));

    private final String server;
    private final CloseableHttpClient client = HttpClients.custom()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnPerRoute(CONNECTIONS)
                    .setMaxConnTotal(CONNECTIONS)
                    .build())
            .disableAutomaticRetries()
            .disableCookieManagement()
            .build();

    Calls(String server) {
        this.server = server;
    }

    /** The body of an answer that isn't an error. */
    String get(String path) {
        return send(new HttpGet(server + path));
    }

    JsonNode json(String path) {
        return read(get(path));
    }

    String post(String path, String json, String... headers) {
        HttpPost request = new HttpPost(server + path);
        request.setEntity(new StringEntity(json, ContentType.APPLICATION_JSON));
        for (int each = 0; each < headers.length; each += 2) {
            request.setHeader(headers[each], headers[each + 1]);
        }
        return send(request);
    }

    /** Puts something where it belongs, without more to say. */
    void put(String path) {
        HttpPut request = new HttpPut(server + path);
        request.setEntity(new StringEntity("{}", ContentType.APPLICATION_JSON));
        send(request);
    }

    /** Sends files by the names of their parts; texts go as JSON. */
    JsonNode upload(String path, String file, Path content, String... parts) {
        MultipartEntityBuilder body = MultipartEntityBuilder.create().addBinaryBody(file, content.toFile());
        for (int each = 0; each < parts.length; each += 2) {
            body.addTextBody(parts[each], parts[each + 1], ContentType.APPLICATION_JSON);
        }
        HttpPost request = new HttpPost(server + path);
        request.setEntity(body.build());
        return read(send(request));
    }

    /** Deploys models to the engine. */
    void deploy(String... namesAndModels) {
        MultipartEntityBuilder body = MultipartEntityBuilder.create().addTextBody("deployment-name", "benchmark");
        for (int each = 0; each < namesAndModels.length; each += 2) {
            body.addBinaryBody(
                    namesAndModels[each],
                    namesAndModels[each + 1].getBytes(StandardCharsets.UTF_8),
                    ContentType.APPLICATION_OCTET_STREAM,
                    namesAndModels[each]);
        }
        HttpPost request = new HttpPost(server + "/engine-rest/deployment/create");
        request.setEntity(body.build());
        send(request);
    }

    private String send(HttpUriRequestBase request) {
        request.setHeader("Authorization", LOGIN);
        try {
            return client.execute(request, answer -> {
                String body = answer.getEntity() == null ? "" : EntityUtils.toString(answer.getEntity());
                if (answer.getCode() >= 300) {
                    throw new IOException(answer.getCode() + " from " + request.getRequestUri() + ": " + body);
                }
                return body;
            });
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException malformed) {
            throw new UncheckedIOException(json, malformed);
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

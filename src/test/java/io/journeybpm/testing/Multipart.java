package io.journeybpm.testing;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/** A body of {@code multipart/form-data}, as browsers and Camunda's Modeler send files. */
public final class Multipart {

    private static final String BOUNDARY = "part-of-a-test";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    private Multipart() {}

    /** A body that begins with a plain field. */
    public static Multipart of(String field, String value) {
        return new Multipart().part("name=\"" + field + "\"", value);
    }

    /** A body that begins with a file. */
    public static Multipart ofFile(String field, String fileName, String content) {
        return new Multipart().file(field, fileName, content);
    }

    public Multipart file(String field, String fileName, String content) {
        return part("name=\"" + field + "\"; filename=\"" + fileName + "\"", content);
    }

    /** A further plain field. */
    public Multipart field(String field, String value) {
        return part("name=\"" + field + "\"", value);
    }

    /** A body that begins with a file that is no text. */
    public static Multipart ofFile(String field, String fileName, byte[] content) {
        return new Multipart().part("name=\"" + field + "\"; filename=\"" + fileName + "\"", content);
    }

    private Multipart part(String disposition, String content) {
        return part(disposition, content.getBytes(StandardCharsets.UTF_8));
    }

    private Multipart part(String disposition, byte[] content) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Sends it, with headers by name and value. */
    public Caller.Answer post(Caller caller, String path, String... headers) {
        HttpRequest.Builder request = caller.request(path)
                .setHeader("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofByteArray(body.toByteArray()),
                        BodyPublishers.ofString("--" + BOUNDARY + "--\r\n")));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return caller.send(request.build());
    }
}

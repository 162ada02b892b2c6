package io.journeybpm.testing;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** A body of {@code multipart/form-data}, as browsers and Camunda's Modeler send files. */
public final class Multipart {

    private static final String BOUNDARY = "part-of-a-test";

    private final StringBuilder body = new StringBuilder();

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

    private Multipart part(String disposition, String content) {
        body.append("--")
                .append(BOUNDARY)
                .append("\r\nContent-Disposition: form-data; ")
                .append(disposition);
        body.append("\r\n\r\n").append(content).append("\r\n");
        return this;
    }

    /** Sends it, with headers by name and value. */
    public Caller.Answer post(Caller caller, String path, String... headers) {
        HttpRequest.Builder request = caller.request(path)
                .setHeader("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body + "--" + BOUNDARY + "--\r\n"));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return caller.send(request.build());
    }
}

package io.journeybpm.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeybpm.testing.Caller;
import io.journeybpm.testing.Caller.Answer;
import io.journeybpm.testing.ServerTest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Logs are imported over REST")
class ImportsOverRestTest extends ServerTest {

    private static final String MAPPING = "{'journey':'repairs','caseId':'order','touchpoint':'step','occurredAt':'at',"
            + "'channel':'visit','caseIdPrefix':'%s-'}";
    private static final String LOG =
            "order,step,at\n1,measure,2026-01-05T08:00:00Z\n1,mend,2026-01-06T08:00:00Z\n2,measure,2026-01-07T08:00:00Z\n";

    private final String prefix = "I" + UUID.randomUUID().toString().substring(0, 8);
    private final String mapping = MAPPING.formatted(prefix).replace('\'', '"');

    private static String part(String name, String fileName, String content) {
        return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\""
                + (fileName == null ? "" : "; filename=\"" + fileName + "\"") + "\r\n\r\n" + content + "\r\n";
    }

    private static Answer send(Caller caller, String key, String... parts) {
        HttpRequest.Builder request = caller.request("/api/imports")
                .setHeader("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(String.join("", parts) + "--x--\r\n"));
        if (key != null) {
            request.setHeader("Idempotency-Key", key);
        }
        return caller.send(request.build());
    }

    private JsonNode end(String location) throws InterruptedException {
        Instant patience = Instant.now().plus(Duration.ofSeconds(30));
        while (Instant.now().isBefore(patience)) {
            JsonNode shown = as("ops").get(location).expect(200).json();
            if (shown.at("/state").asText().matches("done|failed")) {
                return shown;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the import did not end");
    }

    @Test
    void aLogIsTakenAndReadInTheBackground() throws InterruptedException {
        Answer taken = send(
                        as("integrator"), null, part("log", "log.csv", LOG), part("mapping", "mapping.json", mapping))
                .expect(202);
        assertThat(taken.header("Location")).isEqualTo("/api/imports/" + taken.at("/id"));
        JsonNode done = end(taken.header("Location"));
        assertThat(done.at("/state").asText()).isEqualTo("done");
        assertThat(done.at("/cases").asInt()).isEqualTo(2);
        assertThat(done.at("/contacts").asInt()).isEqualTo(3);
        assertThat(done.at("/levels/none").asInt()).isEqualTo(2);
        assertThat(done.at("/done").asLong()).isEqualTo(done.at("/total").asLong());
        assertThat(as("owner").get("/api/cases/" + prefix + "-1").at("/counts/contacts"))
                .isEqualTo("2");
    }

    @Test
    void aMappingMayBeAPlainField() {
        send(as("integrator"), null, part("mapping", null, mapping), part("log", "log.csv", LOG))
                .expect(202);
    }

    @Test
    void aRepetitionIsTheSameImport() {
        String key = UUID.randomUUID().toString();
        String[] parts = {part("log", "log.csv", LOG), part("mapping", "mapping.json", mapping)};
        Answer first = send(as("integrator"), key, parts).expect(202);
        Answer again = send(as("integrator"), key, parts).expect(202);
        assertThat(again.body()).isEqualTo(first.body());
        send(as("integrator"), key, part("log", "log.csv", LOG + "3,mend,2026-01-08T08:00:00Z\n"), parts[1])
                .problem(422, "Idempotency-Key");
    }

    @Test
    void whatIsMissingOrWrongIsNamed() {
        Caller caller = as("integrator");
        send(caller, null, part("mapping", "mapping.json", mapping)).problem(400, "log");
        send(caller, null, part("log", "log.csv", LOG)).problem(400, "mapping");
        send(caller, null, part("log", "log.csv", ""), part("mapping", "m", mapping))
                .problem(400, "log");
        send(caller, null, part("log", "log.csv", LOG), part("mapping", "m", "{}"))
                .problem(400, "mapping.journey");
        send(caller, null, part("log", "log.csv", LOG), part("mapping", "m", "no JSON"))
                .problem(400, "mapping");
        caller.post("/api/imports", "{}").problem(415);
        caller.get("/api/imports/nobody").problem(404);
    }

    @Test
    void onlyIntegratorsAndAdministratorsSendLogs() {
        for (String user : new String[] {"owner", "ops"}) {
            send(as(user), null, part("log", "log.csv", LOG), part("mapping", "m", mapping))
                    .problem(403);
        }
        as("owner").get("/api/imports/nobody").problem(403);
        send(anonymous(), null, part("log", "log.csv", LOG)).problem(401);
    }
}

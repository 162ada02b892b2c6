package io.journeybpm.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeybpm.testing.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The runnable jar")
class ServerJarIT {

    private static final String DEMO =
            "Basic " + Base64.getEncoder().encodeToString("demo:demo".getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void servesAndFindsEverythingAgainAfterARestart() throws Exception {
        try (ServerProcess server = new ServerProcess(
                folder,
                Map.of(),
                List.of("-XX:TieredStopAtLevel=1", "-jar", ServerProcess.jar(), "--journey.demo=false"))) {
            server.start();
            assertThat(get(server, "/")).contains("<html");
            assertThat(get(server, "/api/journeys")).contains("water-damage-claim");
            String processes = get(server, "/engine-rest/process-definition?sortBy=key&sortOrder=asc");
            assertThat(processes).contains("water-damage-claim", "case-escalation");
            server.stop();

            server.start();
            assertThat(get(server, "/engine-rest/process-definition?sortBy=key&sortOrder=asc"))
                    .as("the same definitions, none deployed again")
                    .isEqualTo(processes);
            server.stop();
        }
    }

    private String get(ServerProcess server, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Authorization", DEMO)
                .timeout(Duration.ofSeconds(30))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}

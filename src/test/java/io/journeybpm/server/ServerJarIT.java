package io.journeybpm.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The runnable jar")
class ServerJarIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String DEMO =
            "Basic " + Base64.getEncoder().encodeToString("demo:demo".getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private int port;
    private @Nullable Process server;

    @AfterEach
    void kill() {
        if (server != null) {
            server.destroyForcibly();
        }
    }

    @Test
    void servesAndFindsEverythingAgainAfterARestart() throws Exception {
        start();
        assertThat(get("/")).contains("<html");
        assertThat(get("/api/journeys")).contains("water-damage-claim");
        String processes = get("/engine-rest/process-definition?sortBy=key&sortOrder=asc");
        assertThat(processes).contains("water-damage-claim", "case-escalation");
        stop();

        start();
        assertThat(get("/engine-rest/process-definition?sortBy=key&sortOrder=asc"))
                .as("the same definitions, none deployed again")
                .isEqualTo(processes);
        stop();
    }

    private void start() throws IOException, InterruptedException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        File log = folder.resolve("server.log").toFile();
        server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        System.getProperty("journey.server"),
                        "--journey.demo=false",
                        "--server.port=" + port)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        Instant end = Instant.now().plus(PATIENCE);
        while (!isUp()) {
            assertThat(server.isAlive() && Instant.now().isBefore(end))
                    .as("the server's start, after%n%s", Files.readString(log.toPath()))
                    .isTrue();
            Thread.sleep(250);
        }
    }

    private void stop() throws InterruptedException {
        server.destroy();
        assertThat(server.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    private boolean isUp() throws InterruptedException {
        try {
            return get("/actuator/health").contains("\"UP\"");
        } catch (IOException notYet) {
            return false;
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", DEMO)
                .timeout(Duration.ofSeconds(30))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}

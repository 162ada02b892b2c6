package io.journeybpm.testing;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The runnable jar as a process of its own, on a port of its own; its log is kept in its folder. */
public final class ServerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final List<String> command = new ArrayList<>();
    private final Map<String, String> environment;
    private final int port;
    private @Nullable Process process;

    /**
     * A server not yet started.
     *
     * @param folder its working directory
     * @param environment variables beside those of this process
     * @param java what is run, such as {@code -Xmx512m -jar server.jar --journey.demo=false}, without the port
     */
    public ServerProcess(Path folder, Map<String, String> environment, List<String> java) {
        this.folder = folder;
        this.environment = environment;
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        } catch (IOException failed) {
            throw new IllegalStateException("no free port", failed);
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(java);
        command.add("--server.port=" + port);
    }

    /** The packaged server, as the build hands its place to integration tests. */
    public static String jar() {
        return System.getProperty("journey.server");
    }

    /** Starts it without waiting. */
    public ServerProcess launch() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile()));
        builder.environment().putAll(environment);
        process = builder.start();
        return this;
    }

    /**
     * Waits until its health says it is up.
     *
     * @throws IllegalStateException with its log, if it ends or takes more than three minutes
     */
    public ServerProcess awaitUp() throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!isUp()) {
            if (!isAlive() || Instant.now().isAfter(end)) {
                throw new IllegalStateException("the server didn't start:\n" + log());
            }
            Thread.sleep(20);
        }
        return this;
    }

    /**
     * Waits until it has written something to its log.
     *
     * @throws IllegalStateException with its log, if it ends or takes more than three minutes
     */
    public ServerProcess awaitLine(String text) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!log().contains(text)) {
            if (!isAlive() || Instant.now().isAfter(end)) {
                throw new IllegalStateException("'" + text + "' was not said:\n" + log());
            }
            Thread.sleep(50);
        }
        return this;
    }

    public ServerProcess start() throws IOException, InterruptedException {
        return launch().awaitUp();
    }

    /** Asks it to end and waits until it has. */
    public void stop() throws InterruptedException {
        if (process != null) {
            process.destroy();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("the server didn't end");
            }
        }
    }

    /** Kills it as a power cut would. */
    public void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /**
     * The process itself.
     *
     * @throws IllegalStateException if it wasn't started
     */
    public ProcessHandle handle() {
        if (process == null) {
            throw new IllegalStateException("not started");
        }
        return process.toHandle();
    }

    /** Where it answers, without a slash at the end. */
    public String url() {
        return "http://localhost:" + port;
    }

    public String log() throws IOException {
        return Files.readString(logFile().toPath());
    }

    private File logFile() {
        return folder.resolve("server-" + port + ".log").toFile();
    }

    private boolean isUp() throws InterruptedException {
        try {
            HttpRequest health = HttpRequest.newBuilder(URI.create(url() + "/actuator/health"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(health, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .contains("\"UP\"");
        } catch (IOException notYet) {
            return false;
        }
    }
}

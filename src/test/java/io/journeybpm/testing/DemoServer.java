package io.journeybpm.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * The packaged server with its sample cases: started for the first test that asks, used by all that follow, ended with
 * the tests. What others have made there is there too, so that a test counts only what it has made itself.
 */
public final class DemoServer {

    /** Sample cases that are there once all of them are played. */
    private static final int CASES = 2;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static ServerProcess running;

    private DemoServer() {}

    /** Where it answers, without a slash at the end; it is up, and its sample cases are played. */
    public static String url() {
        return running().url();
    }

    /** Calls as one user; the password is the name. */
    public static Caller as(String user) {
        return new Caller(url(), user, user);
    }

    private static synchronized ServerProcess running() {
        if (running == null) {
            try {
                running = start();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
        return running;
    }

    private static ServerProcess start() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("demo-server");
        ServerProcess server = new ServerProcess(
                folder, Map.of(), List.of("-XX:TieredStopAtLevel=1", "-Xmx768m", "-jar", ServerProcess.jar()));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, folder)));
        server.start();
        Caller ops = new Caller(server.url(), "ops", "ops");
        Instant end = Instant.now().plus(PATIENCE);
        while (ops.get("/api/cases?customer=&limit=5").json().path("items").size() < CASES) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("the sample cases were not played:\n" + server.log());
            }
            Thread.sleep(200);
        }
        return server;
    }

    private static void end(ServerProcess server, Path folder) {
        try {
            server.kill();
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException | InterruptedException left) {
            // the machine clears it away
        }
    }
}

package io.journeybpm.benchmark;

import io.journeybpm.testing.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The packaged server as a process, on a database of the benchmark. */
final class Server implements AutoCloseable {

    static final String USER = "admin";
    static final String PASSWORD = "benchmark";

    private final ServerProcess process;
    private final Calls calls;

    private boolean up;

    private Server(ServerProcess process) {
        this.process = process;
        this.calls = new Calls(process.url());
    }

    /** Starts it; the first who wants to call it waits until it is up. */
    static Server start(Options options, String name, String url, String... more) throws IOException {
        return new Server(process(options, name, url, more).launch());
    }

    private static ServerProcess process(Options options, String name, String url, String... more) throws IOException {
        List<String> command = new ArrayList<>(options.server(name));
        command.addAll(List.of("-jar", ServerProcess.jar()));
        command.addAll(Arrays.asList(arguments(url, more)));
        return new ServerProcess(options.folder(name), Map.of(), command);
    }

    /** What the server is told: its database, its administrator, and nothing else. */
    static String[] arguments(String url, String... more) {
        return Stream.concat(
                        Stream.of(
                                "--spring.datasource.url=" + url,
                                "--spring.datasource.username=postgres",
                                "--spring.datasource.password=",
                                "--camunda.bpm.admin-user.id=" + USER,
                                "--camunda.bpm.admin-user.password=" + PASSWORD),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    Calls calls() {
        if (!up) {
            awaitUp();
        }
        return calls;
    }

    private void awaitUp() {
        try {
            process.awaitUp();
            up = true;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a server was starting", interrupted);
        }
    }

    ServerProcess process() {
        return process;
    }

    @Override
    public void close() {
        calls.close();
        try {
            process.stop();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            process.close();
        }
    }
}

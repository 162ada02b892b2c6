package io.journeybpm.benchmark;

import io.journeybpm.testing.ServerProcess;
import java.io.IOException;
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

    private Server(ServerProcess process) {
        this.process = process;
        this.calls = new Calls(process.url());
    }

    static Server start(Options options, String name, String url, String... more)
            throws IOException, InterruptedException {
        return new Server(process(options, name, url, more).start());
    }

    private static ServerProcess process(Options options, String name, String url, String... more) throws IOException {
        List<String> command = new ArrayList<>(options.machine(name));
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
        return calls;
    }

    ServerProcess process() {
        return process;
    }

    @Override
    public void close() {
        calls.close();
        process.close();
    }
}

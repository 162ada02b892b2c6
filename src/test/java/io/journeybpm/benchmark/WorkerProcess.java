package io.journeybpm.benchmark;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A {@link Worker} as seen by who gives it its turns. */
final class WorkerProcess implements AutoCloseable {

    private final String name;
    private final File log;
    private final Process process;
    private final PrintWriter orders;
    private final BufferedReader answers;

    private boolean ready;

    /**
     * Starts it; its first turn waits until it is ready.
     *
     * @param classPath of the process
     */
    WorkerProcess(Options options, String name, String role, String url, String classPath) throws IOException {
        this.name = name;
        log = options.folder(name).resolve("worker.log").toFile();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options.machine(name));
        command.addAll(List.of("-cp", classPath, Worker.class.getName(), role, url));
        process = new ProcessBuilder(command).redirectError(log).start();
        orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** The class path of this process. */
    static String here() {
        return System.getProperty("java.class.path");
    }

    /** The class path of this process with the FEEL engine Camunda ships. */
    static String stockFeel() {
        String stock = System.getProperty("journey.benchmark.stock-feel");
        return Arrays.stream(here().split(File.pathSeparator))
                .map(each -> each.contains("feel-engine-") ? stock : each)
                .collect(Collectors.joining(File.pathSeparator));
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    Sample run(Duration time, int threads, String parameter) {
        try {
            if (!ready) {
                read(Worker.READY);
                ready = true;
            }
            orders.println(time.toMillis() + " " + threads + " " + parameter);
            return Sample.read(read(Worker.RESULT));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private String read(String expected) throws IOException {
        String line = answers.readLine();
        while (line != null && !line.startsWith(expected)) {
            line = answers.readLine(); // the virtual machine may have something to say too
        }
        if (line == null) {
            throw new IllegalStateException(name + " ended, see " + log);
        }
        return line.substring(expected.length());
    }

    @Override
    public void close() {
        orders.println();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
        }
    }
}

package io.journeybpm.benchmark;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A {@link Worker} as seen by who gives it its turns. */
final class WorkerProcess implements AutoCloseable {

    private static final String HEAP = "-Xmx768m";

    private final String name;
    private final File log;
    private final Process process;
    private final PrintWriter orders;
    private final BufferedReader answers;

    /**
     * Starts it and waits until it is ready.
     *
     * @param classPath of the process
     */
    WorkerProcess(Options options, String name, String role, String url, String classPath) throws IOException {
        this.name = name;
        log = options.folder().resolve("worker-" + name + ".log").toFile();
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        classPath,
                        Worker.class.getName(),
                        role,
                        url)
                .redirectError(log)
                .start();
        orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        answers = process.inputReader(StandardCharsets.UTF_8);
        read(Worker.READY);
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

    Sample run(Duration time, int threads, String parameter) {
        orders.println(time.toMillis() + " " + threads + " " + parameter);
        try {
            return Sample.read(read(Worker.RESULT));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private String read(String expected) throws IOException {
        String line = answers.readLine();
        if (line == null || !line.startsWith(expected)) {
            throw new IllegalStateException(name + " said '" + line + "', see " + log);
        }
        return line.substring(expected.length());
    }

    @Override
    public void close() {
        orders.println();
        process.destroy();
    }
}

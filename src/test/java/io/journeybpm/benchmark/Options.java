package io.journeybpm.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much to measure, from system properties that begin with {@code journey.benchmark.}.
 *
 * @param seconds length of one round of one variant
 * @param rounds how often each variant gets its turn
 * @param small contacts in the small ledger
 * @param large contacts in the large ledger
 * @param events contacts of the imported log
 * @param durable whether PostgreSQL waits for its disk at each commit
 * @param profile whether each process records where its time goes, by JDK Flight Recorder
 * @param only scenarios to run, all if empty
 * @param folder where results go
 */
record Options(
        int seconds,
        int rounds,
        int small,
        int large,
        int events,
        boolean durable,
        boolean profile,
        List<String> only,
        Path folder) {

    private static final String HEAP = "-Xmx768m";

    /** Most of a short run would else be spent on compiling thoroughly a server that hardly runs. */
    private static final String QUICKLY = "-XX:TieredStopAtLevel=1";

    /** Rounds shorter than this are for trying the benchmark out: less of everything. */
    private static final int FULL_SECONDS = 5;

    static Options read() {
        int seconds = number("seconds", FULL_SECONDS);
        boolean full = isFull(seconds);
        return new Options(
                seconds,
                number("rounds", full ? 3 : 1),
                number("small", full ? 10_000 : 2_000),
                number("contacts", full ? 1_000_000 : 50_000),
                number("events", full ? 150_000 : 20_000),
                Boolean.parseBoolean(text("durable", "true")),
                Boolean.parseBoolean(text("profile", "false")),
                Arrays.stream(text("only", "").split(","))
                        .filter(each -> !each.isBlank())
                        .toList(),
                Path.of(text("folder", "target/benchmark")));
    }

    /** Whether it is meant to be kept, not only to be tried out. */
    boolean isFull() {
        return isFull(seconds);
    }

    private static boolean isFull(int seconds) {
        return seconds >= FULL_SECONDS;
    }

    Duration round() {
        return Duration.ofSeconds(seconds);
    }

    /** What of them a reader of the results needs to know; where they lie isn't. */
    Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("seconds", seconds);
        shown.put("rounds", rounds);
        shown.put("small", small);
        shown.put("contacts", large);
        shown.put("events", events);
        shown.put("durable", durable);
        shown.put("profile", profile);
        shown.put("only", only);
        return shown;
    }

    /** Where a process runs and leaves its log. */
    Path folder(String process) throws IOException {
        return Files.createDirectories(folder.resolve(process)).toAbsolutePath();
    }

    /** What the virtual machine of a server is told. */
    List<String> server(String process) throws IOException {
        List<String> told = new ArrayList<>(machine(process));
        if (!isFull()) {
            told.add(QUICKLY);
        }
        return told;
    }

    /** What the virtual machine of a process is told. */
    List<String> machine(String process) throws IOException {
        List<String> told = new ArrayList<>(List.of(HEAP));
        if (profile) {
            told.add("-Xlog:disable");
            told.add("-XX:FlightRecorderOptions=stackdepth=512");
            told.add("-XX:StartFlightRecording=settings=profile,filename="
                    + folder(process).resolve("profile.jfr"));
        }
        return told;
    }

    boolean wants(String scenario) {
        return only.isEmpty() || only.contains(scenario);
    }

    private static int number(String name, int otherwise) {
        String given = text(name, "");
        return given.isBlank() ? otherwise : Integer.parseInt(given.replace("_", ""));
    }

    private static String text(String name, String otherwise) {
        String given = System.getProperty("journey.benchmark." + name, "");
        return given.isBlank() ? otherwise : given;
    }
}

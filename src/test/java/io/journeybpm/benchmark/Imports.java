package io.journeybpm.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A log read into a ledger over REST: cases of seven contacts, the shipped generic decision asked at each. */
final class Imports {

    private static final int CONTACTS_PER_CASE = 7;
    private static final List<String> STEPS =
            List.of("registered", "called back", "visited", "waiting for parts", "visited", "invoiced", "closed");
    private static final List<String> PARTIES =
            List.of("desk", "desk", "plumber", "plumber", "plumber", "desk", "desk");
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final String MAPPING = """
            {"journey":"%s","caseId":"case","touchpoint":"step","party":"who","occurredAt":"at","channel":"phone"}
            """;
    private static final String MEASURED = "contacts imported [1/s]";
    private static final double NANOS_PER_SECOND = 1e9;

    private Imports() {}

    static void run(Options options, Results results, SharedServer shared) throws Exception {
        Calls calls = shared.get().calls();
        read(calls, log(options, "warm-up", options.events() / 4));
        for (int round = 0; round < options.rounds(); round++) {
            Path log = log(options, "round-" + round, options.events());
            double seconds = read(calls, log);
            results.figure(MEASURED, "1/s", options.events() / seconds);
            System.out.printf("  %d contacts in %.1f s%n", options.events(), seconds);
        }
        results.ratio("import.perSecond", results.median(MEASURED));
    }

    /** How long it took, in seconds. */
    private static double read(Calls calls, Path log) throws InterruptedException {
        long start = System.nanoTime();
        JsonNode accepted = calls.upload(
                "/api/imports",
                "log",
                log,
                "mapping",
                MAPPING.formatted(log.getFileName().toString().replace(".csv", "")));
        String path = "/api/imports/" + accepted.path("id").asText();
        JsonNode shown = calls.json(path);
        while (!List.of("done", "failed").contains(shown.path("state").asText())) {
            Thread.sleep(50);
            shown = calls.json(path);
        }
        double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
        if (!shown.path("state").asText().equals("done")
                || shown.path("rejected").path("count").asInt() > 0) {
            throw new IllegalStateException("the import says " + shown);
        }
        return seconds;
    }

    /** A log of its own in each round, since one that is known already isn't written again. */
    private static Path log(Options options, String name, int events) throws IOException {
        Path log = options.folder("imports").resolve(name + ".csv");
        try (BufferedWriter out = Files.newBufferedWriter(log)) {
            out.write("case,step,who,at\n");
            for (int event = 0; event < events; event++) {
                int step = event % CONTACTS_PER_CASE;
                int number = event / CONTACTS_PER_CASE;
                Instant at = START.plus(Duration.ofMinutes(number)).plus(Duration.ofHours(26L * step));
                out.write(name + "-" + number + "," + STEPS.get(step) + "," + PARTIES.get(step) + "," + at + "\n");
            }
        }
        return log;
    }
}

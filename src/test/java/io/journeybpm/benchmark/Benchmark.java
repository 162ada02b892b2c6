package io.journeybpm.benchmark;

import ch.qos.logback.classic.Level;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures, prints and keeps everything the {@linkplain Options options} ask for. */
final class Benchmark {

    private Benchmark() {}

    /** A comparison. */
    @FunctionalInterface
    private interface Scenario {
        void run(Options options, Postgres postgres, Results results) throws Exception;
    }

    public static void main(String... arguments) throws Exception {
        System.setProperty("java.awt.headless", "true");
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        Options options = Options.read();
        Files.createDirectories(options.folder());
        Results results = new Results();
        results.about("measured", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        results.about("machine", Machine.about());
        results.about("options", options.shown());
        try (Postgres postgres = new Postgres(options.durable());
                SharedServer shared = new SharedServer(options, postgres)) {
            results.about("postgresql", postgres.about());
            for (Map.Entry<String, Scenario> each : scenarios(shared).entrySet()) {
                if (options.wants(each.getKey())) {
                    System.out.println("\n" + each.getKey());
                    Instant began = Instant.now();
                    each.getValue().run(options, postgres, results);
                    System.out.printf(
                            "  %s took %d s%n", each.getKey(), began.until(Instant.now(), ChronoUnit.SECONDS));
                    results.write(options.folder().resolve("results.json"));
                }
            }
        }
        new Charts(results, options.folder()).drawAll();
        results.print();
    }

    private static Map<String, Scenario> scenarios(SharedServer shared) {
        Map<String, Scenario> scenarios = new LinkedHashMap<>();
        scenarios.put("decisions", Decisions::run);
        scenarios.put("journeys", Journeys::run);
        scenarios.put("growth", Growth::run);
        scenarios.put("screens", Screens::run);
        scenarios.put("footprint", Footprint::run);
        scenarios.put("imports", (all, database, to) -> Imports.run(all, to, shared));
        scenarios.put("contacts", (all, database, to) -> Contacts.run(all, database, to, shared));
        scenarios.put("cluster", (all, database, to) -> TwoServers.run(all, database, to, shared));
        return scenarios;
    }
}

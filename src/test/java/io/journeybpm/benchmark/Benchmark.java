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
        Map<String, Scenario> scenarios = new LinkedHashMap<>();
        scenarios.put("decisions", Decisions::run);
        scenarios.put("journeys", Journeys::run);
        scenarios.put("contacts", Contacts::run);
        scenarios.put("growth", Growth::run);
        scenarios.put("imports", Imports::run);
        scenarios.put("footprint", Footprint::run);
        scenarios.put("cluster", TwoServers::run);
        Results results = new Results();
        results.about("measured", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        results.about("machine", Machine.about());
        results.about("options", options.shown());
        try (Postgres postgres = new Postgres(options.durable())) {
            results.about("postgresql", postgres.about());
            for (Map.Entry<String, Scenario> each : scenarios.entrySet()) {
                if (options.wants(each.getKey())) {
                    System.out.println("\n" + each.getKey());
                    each.getValue().run(options, postgres, results);
                    results.write(options.folder().resolve("results.json"));
                }
            }
        }
        new Charts(results, options.folder()).drawAll();
        results.print();
    }
}

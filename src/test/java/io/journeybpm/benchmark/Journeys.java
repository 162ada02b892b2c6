package io.journeybpm.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Journeys a second: the bare engine, with the plugin, and wired by hand on Camunda as it ships. */
final class Journeys {

    static final int THREADS = 4;

    private Journeys() {}

    static void run(Options options, Postgres postgres, Results results) throws IOException, SQLException {
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("bare", WorkerProcess.here());
        paths.put("plugin", WorkerProcess.here());
        paths.put("handwired", WorkerProcess.stockFeel());
        ProcessHandle database = postgres.process();
        Map<String, WorkerProcess> workers = new LinkedHashMap<>();
        try {
            for (String each : paths.keySet()) {
                String url = postgres.create("journeys_" + each);
                workers.put(each, new WorkerProcess(options, "journeys-" + each, each, url, paths.get(each)));
            }
            workers.forEach((name, each) -> WarmUp.of(options, time -> each.run(time, THREADS, name)));
            for (int round = 0; round < options.rounds(); round++) {
                workers.forEach((name, each) -> results.turn(
                        "journeys, " + name, () -> each.run(options.round(), THREADS, name), each.process(), database));
            }
        } finally {
            workers.values().forEach(WorkerProcess::close);
        }
        results.ratio("journeys.plugin/bare", "journeys, plugin [1/s]", "journeys, bare [1/s]");
        results.ratio("journeys.plugin/handwired", "journeys, plugin [1/s]", "journeys, handwired [1/s]");
    }
}

package io.journeybpm.benchmark;

import java.io.IOException;
import java.sql.SQLException;

/** Decisions a second, one thread: Camunda's DMN engine as it ships, and ours. */
final class Decisions {

    private static final int[] RULES = {4, 20, 100};
    private static final int[] FEWER = {4, 100};

    private Decisions() {}

    static void run(Options options, Postgres postgres, Results results) throws IOException, SQLException {
        String url = postgres.create("decisions");
        try (WorkerProcess stock =
                        new WorkerProcess(options, "decisions-stock", "stock", url, WorkerProcess.stockFeel());
                WorkerProcess ours = new WorkerProcess(options, "decisions-ours", "ours", url, WorkerProcess.here())) {
            for (int rules : options.isFull() ? RULES : FEWER) {
                stock.run(options.round(), 1, String.valueOf(rules));
                ours.run(options.round(), 1, String.valueOf(rules));
                for (int round = 0; round < options.rounds(); round++) {
                    results.turn(
                            "decisions, stock, " + rules + " rules",
                            () -> stock.run(options.round(), 1, String.valueOf(rules)),
                            stock.process());
                    results.turn(
                            "decisions, ours, " + rules + " rules",
                            () -> ours.run(options.round(), 1, String.valueOf(rules)),
                            ours.process());
                }
                results.ratio(
                        "decisions.ours/stock." + rules,
                        "decisions, ours, " + rules + " rules [1/s]",
                        "decisions, stock, " + rules + " rules [1/s]");
            }
        }
    }
}

package io.journeybpm.imports;

import io.journeybpm.ledger.ImportRuns;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;

/** Tells how far an import has come: its listener always, the ledger now and then, the log at each tenth. */
final class ImportProgress implements Imports.Progress {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final int STEP_PERCENT = 10;

    private final String id;
    private final ImportRuns runs;
    private final Retries transactions;
    private final Imports.Progress listener;
    private final Logger log;
    private long written = System.nanoTime();
    private int logged;

    ImportProgress(String id, ImportRuns runs, Retries transactions, Imports.Progress listener, Logger log) {
        this.id = id;
        this.runs = runs;
        this.transactions = transactions;
        this.listener = listener;
        this.log = log;
    }

    @Override
    public void at(long done, long total) {
        listener.at(done, total);
        int percent = percent(done, total);
        if (percent >= logged + STEP_PERCENT) {
            logged = percent - percent % STEP_PERCENT;
            log.info("JOURNEY-IMPORT-002 import {}: {} % read", id, logged);
        }
        long now = System.nanoTime();
        if (now - written >= PAUSE_NANOS) {
            written = now;
            transactions.run(() -> runs.progress(id, done));
        }
    }

    /** How much of a log was read. */
    static int percent(long done, long total) {
        return total == 0 ? 100 : (int) Math.min(100, done * 100 / total);
    }
}

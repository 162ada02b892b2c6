package io.journeybpm.ledger;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells how far a run has come: its listener always, the ledger now and then, the log at each tenth. */
final class RunProgress implements RunQueue.Progress {

    private static final Logger LOG = LoggerFactory.getLogger(RunProgress.class);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final int STEP_PERCENT = 10;

    private final String id;
    private final Runs.Order order;
    private final Runs runs;
    private final Retries transactions;
    private final RunQueue.Progress listener;
    private long written = System.nanoTime();
    private int logged;

    RunProgress(String id, Runs.Order order, Runs runs, Retries transactions, RunQueue.Progress listener) {
        this.id = id;
        this.order = order;
        this.runs = runs;
        this.transactions = transactions;
        this.listener = listener;
    }

    @Override
    public void at(long done, long total) {
        listener.at(done, total);
        int percent = RunQueue.percent(done, total);
        if (percent >= logged + STEP_PERCENT) {
            logged = percent - percent % STEP_PERCENT;
            LOG.info(
                    "JOURNEY-{}-002 {} {}: {} % done",
                    order.kind().name(), order.kind().word(), id, logged);
        }
        long now = System.nanoTime();
        if (now - written >= PAUSE_NANOS) {
            written = now;
            transactions.run(() -> runs.progress(id, done));
        }
    }
}

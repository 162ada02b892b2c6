package io.journeybpm.ledger;

import io.journeybpm.ledger.Runs.Kind;
import io.journeybpm.ledger.Runs.Order;
import io.journeybpm.ledger.Runs.Run;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Long work of one kind on this server, one after the other in a thread of its own. While some waits or runs, the ledger
 * is told every few seconds that this server is still there; work of which nothing was heard for long counts as failed.
 */
public final class RunQueue implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(RunQueue.class);
    private static final long HEARTBEAT_SECONDS = 10;
    private static final long PATIENCE_SECONDS = 30;
    private static final int ALL_PERCENT = 100;

    private final Kind kind;
    private final Runs runs;
    private final Retries transactions;
    private final ExecutorService worker;
    private final ScheduledExecutorService heart;
    private volatile boolean stopping;

    /** A queue for one kind of work. */
    public RunQueue(Kind kind, Runs runs, Retries transactions) {
        this.kind = kind;
        this.runs = runs;
        this.transactions = transactions;
        this.worker = Executors.newSingleThreadExecutor(daemon("journey-" + kind.word()));
        this.heart = Executors.newSingleThreadScheduledExecutor(daemon("journey-" + kind.word() + "-heartbeat"));
    }

    private static ThreadFactory daemon(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Is told how far a run has come. */
    @FunctionalInterface
    public interface Progress {

        /**
         * More was done.
         *
         * @param done so far
         * @param total in all
         */
        void at(long done, long total);
    }

    /** The work of a run; closed when it is over, however that came about. */
    public interface Work extends Closeable {

        /**
         * Does it.
         *
         * @param id of the run
         * @param progress to be told how far it has come
         * @param stopping asked now and then whether to leave off
         */
        End run(String id, Progress progress, BooleanSupplier stopping);
    }

    /**
     * How work ended.
     *
     * @param result what came of it, JSON
     * @param error why it failed, if it did
     */
    public record End(@Nullable String result, @Nullable String error) {}

    /** How much of something is done, in percent. */
    static int percent(long done, long total) {
        return total == 0 ? ALL_PERCENT : (int) Math.min(ALL_PERCENT, done * ALL_PERCENT / total);
    }

    /**
     * Queues work; it is closed even where it can't be queued.
     *
     * @return the run's id
     */
    public String start(Order order, Work work) {
        String id = queue(order, work);
        submit(id, order, work, (done, total) -> {});
        return id;
    }

    /** Does work and returns when it is over, having waited for what was queued before. */
    public Run run(Order order, Work work, Progress progress) throws InterruptedException {
        String id = queue(order, work);
        try {
            submit(id, order, work, progress).get();
        } catch (ExecutionException unexpected) {
            throw new IllegalStateException("the " + kind.word() + " " + id + " broke off", unexpected.getCause());
        }
        return find(id).orElseThrow();
    }

    /** How a run is getting on, whichever server does the work. */
    public Optional<Run> find(String id) {
        return runs.find(kind, id);
    }

    private String queue(Order order, Work work) {
        String id = UUID.randomUUID().toString();
        try {
            transactions.run(() -> runs.queue(id, order));
        } catch (RuntimeException notQueued) {
            close(id, work);
            throw notQueued;
        }
        return id;
    }

    private Future<?> submit(String id, Order order, Work work, Progress listener) {
        ScheduledFuture<?> beat =
                heart.scheduleWithFixedDelay(() -> beat(id), HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        try {
            return worker.submit(() -> {
                try {
                    transactions.run(() -> runs.progress(id, 0));
                    End end = work.run(id, new RunProgress(id, order, runs, transactions, listener), () -> stopping);
                    transactions.run(() -> runs.end(id, end.result(), end.error()));
                } catch (RuntimeException unexpected) {
                    LOG.error("JOURNEY-{}-005 {} {}: broke off", kind.name(), kind.word(), id, unexpected);
                    throw unexpected;
                } finally {
                    beat.cancel(false);
                    close(id, work);
                }
            });
        } catch (RejectedExecutionException stopped) {
            beat.cancel(false);
            close(id, work);
            transactions.run(() -> runs.end(id, null, "the server stopped"));
            throw stopped;
        }
    }

    private void close(String id, Closeable work) {
        try {
            work.close();
        } catch (IOException left) {
            LOG.warn("JOURNEY-{}-008 {} {}: something of it is left", kind.name(), kind.word(), id, left);
        }
    }

    private void beat(String id) {
        try {
            transactions.run(() -> runs.alive(id));
        } catch (RuntimeException unreachable) {
            LOG.debug(
                    "JOURNEY-{}-006 {} {}: the database can't be told that it goes on",
                    kind.name(),
                    kind.word(),
                    id,
                    unreachable);
        }
    }

    /** Leaves off after the case at hand. Nothing is interrupted: an interrupt may damage an embedded database. */
    @Override
    public void close() {
        stopping = true;
        worker.shutdown();
        try {
            if (!worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("JOURNEY-{}-007 did not leave off within {} seconds", kind.name(), PATIENCE_SECONDS);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        heart.shutdown();
    }
}

package io.journeybpm.imports;

import io.journeybpm.ledger.ImportRuns;
import io.journeybpm.ledger.ImportRuns.State;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The imports of this server, one after the other in a thread of their own. While one waits or runs, the ledger is told
 * every few seconds that this server is still there; an import of which nothing was heard for long counts as failed.
 */
final class ImportQueue implements Imports, Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(ImportQueue.class);
    private static final long HEARTBEAT_SECONDS = 10;
    private static final long PATIENCE_SECONDS = 30;
    private static final int LONGEST_NAME = 255;
    private static final int BUFFER = 64 * 1024;

    private final ImportWork work;
    private final ImportRuns runs;
    private final Retries transactions;
    private final long mostBytes;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(daemon("journey-import"));
    private final ScheduledExecutorService heart =
            Executors.newSingleThreadScheduledExecutor(daemon("journey-import-heartbeat"));
    private volatile boolean stopping;

    ImportQueue(ImportWork work, ImportRuns runs, Retries transactions, long mostBytes) {
        this.work = work;
        this.runs = runs;
        this.transactions = transactions;
        this.mostBytes = mostBytes;
    }

    private static ThreadFactory daemon(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public String start(InputStream log, String fileName, ImportMapping mapping, @Nullable String user)
            throws IOException {
        TempFile copy = TempFile.create();
        try {
            copy(log, copy);
            ImportWork.Order order = order(copy.size(), copy::input, fileName, mapping, user);
            submit(order, (done, total) -> {}, copy);
            return order.run();
        } catch (IOException | RuntimeException notTaken) {
            copy.close();
            throw notTaken;
        }
    }

    @Override
    public ImportView run(Path log, ImportMapping mapping, @Nullable String user, Progress progress)
            throws IOException, InterruptedException {
        long size = Files.size(log);
        requireSize(size);
        String name = String.valueOf(log.getFileName());
        ImportWork.Order order = order(size, () -> Files.newInputStream(log), name, mapping, user);
        Future<?> end = submit(order, progress, () -> {});
        try {
            end.get();
        } catch (ExecutionException unexpected) {
            throw new IllegalStateException("the import " + order.run() + " broke off", unexpected.getCause());
        }
        return find(order.run()).orElseThrow();
    }

    @Override
    public Optional<ImportView> find(String id) {
        return runs.find(id).map(ImportViews::of);
    }

    private ImportWork.Order order(
            long size, ImportWork.Bytes bytes, String fileName, ImportMapping mapping, @Nullable String user) {
        String id = UUID.randomUUID().toString();
        String name =
                fileName.substring(0, Math.min(fileName.length(), LONGEST_NAME)).replaceAll("\\p{Cntrl}", "?");
        transactions.run(() -> runs.queue(id, name, mapping.json(), size, user));
        return new ImportWork.Order(id, name, size, bytes, mapping);
    }

    private Future<?> submit(ImportWork.Order order, Progress progress, Closeable after) {
        String id = order.run();
        ScheduledFuture<?> beat =
                heart.scheduleWithFixedDelay(() -> beat(id), HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        try {
            return worker.submit(() -> {
                try (after) {
                    work.run(order, progress, () -> stopping);
                } catch (RuntimeException | IOException unexpected) {
                    LOG.error("JOURNEY-IMPORT-005 import {}: how it ended can't be written down", id, unexpected);
                    throw unexpected;
                } finally {
                    beat.cancel(false);
                }
                return id;
            });
        } catch (RejectedExecutionException stopped) {
            beat.cancel(false);
            transactions.run(() -> runs.end(id, State.FAILED, null, "the server stopped"));
            throw stopped;
        }
    }

    private void beat(String id) {
        try {
            transactions.run(() -> runs.alive(id));
        } catch (RuntimeException unreachable) {
            LOG.debug("JOURNEY-IMPORT-006 import {}: the database can't be told that it goes on", id, unreachable);
        }
    }

    private void copy(InputStream log, TempFile copy) throws IOException {
        byte[] buffer = new byte[BUFFER];
        OutputStream out = copy.output();
        long size = 0;
        for (int count = log.read(buffer); count >= 0; count = log.read(buffer)) {
            size += count;
            requireSize(size);
            out.write(buffer, 0, count);
        }
    }

    private void requireSize(long size) {
        if (size > mostBytes) {
            throw new LogTooLarge(mostBytes);
        }
    }

    /** Leaves off after the case at hand. Nothing is interrupted: an interrupt may damage an embedded database. */
    @Override
    public void close() {
        stopping = true;
        worker.shutdown();
        try {
            if (!worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("JOURNEY-IMPORT-007 an import did not leave off within {} seconds", PATIENCE_SECONDS);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        heart.shutdown();
    }
}

package io.journeybpm.imports;

import io.journeybpm.ledger.RunQueue;
import io.journeybpm.ledger.Runs.Kind;
import io.journeybpm.ledger.Runs.Order;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The imports of this server, one after the other. */
final class ImportQueue implements Imports, Closeable {

    private final ImportWork work;
    private final RunQueue queue;
    private final long mostBytes;

    ImportQueue(ImportWork work, RunQueue queue, long mostBytes) {
        this.work = work;
        this.queue = queue;
        this.mostBytes = mostBytes;
    }

    @Override
    public String start(InputStream log, String fileName, ImportMapping mapping, @Nullable String user)
            throws IOException {
        KeptLog copy = KeptLog.copy(log, fileName, mostBytes);
        return queue.start(order(copy, mapping, user), work.on(copy, mapping));
    }

    @Override
    public ImportView run(Path log, ImportMapping mapping, @Nullable String user, RunQueue.Progress progress)
            throws IOException, InterruptedException {
        KeptLog file = KeptLog.of(log, mostBytes);
        return ImportViews.of(queue.run(order(file, mapping, user), work.on(file, mapping), progress));
    }

    @Override
    public Optional<ImportView> find(String id) {
        return queue.find(id).map(ImportViews::of);
    }

    private static Order order(KeptLog log, ImportMapping mapping, @Nullable String user) {
        return new Order(Kind.IMPORT, log.name(), mapping.json(), log.size(), user);
    }

    @Override
    public void close() {
        queue.close();
    }
}

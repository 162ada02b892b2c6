package io.journeybpm.imports;

import io.journeybpm.ledger.RunQueue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads event logs into the ledger: XES (1.0 and 1849-2016) or CSV, packed with gzip or not; which of them a log is, it
 * tells by its own first bytes. A server reads one log at a time, one case a transaction; reading the same log again
 * changes nothing.
 */
public interface Imports {

    /**
     * Queues a log to be read in the background. It is taken over before this returns; the stream stays the caller's to
     * close.
     *
     * @param log as sent
     * @param fileName what people call it
     * @param mapping what its attributes mean
     * @param user who sent it
     * @return the id to {@link #find} it by
     * @throws LogTooLarge if it is larger than {@code journey.imports.max-size}
     */
    String start(InputStream log, String fileName, ImportMapping mapping, @Nullable String user) throws IOException;

    /** How an import is getting on, whichever server reads it. */
    Optional<ImportView> find(String id);

    /**
     * Reads a log and returns when that is over, having waited for those queued before.
     *
     * @return with state {@code done} or {@code failed}
     * @throws LogTooLarge if it is larger than {@code journey.imports.max-size}
     */
    ImportView run(Path log, ImportMapping mapping, @Nullable String user, RunQueue.Progress progress)
            throws IOException, InterruptedException;

    /** A log larger than the settings allow. */
    final class LogTooLarge extends RuntimeException {

        private final long limit;

        LogTooLarge(long limit) {
            super("the log is larger than " + limit + " bytes, the limit set by journey.imports.max-size");
            this.limit = limit;
        }

        /** The most bytes a log may have. */
        public long limit() {
            return limit;
        }
    }
}

package io.journeybpm.imports;

import io.journeybpm.imports.ImportView.Rejected;
import io.journeybpm.ledger.Replayed;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Event logs for those who want to go through their cases and write nothing. */
public interface Logs {

    /**
     * Takes over a log as it is sent; the stream stays the caller's to close.
     *
     * @param fileName what people call it
     * @throws Imports.LogTooLarge if it is larger than {@code journey.imports.max-size}
     */
    Log take(InputStream log, String fileName) throws IOException;

    /**
     * A log that lies there anyway.
     *
     * @throws Imports.LogTooLarge if it is larger than {@code journey.imports.max-size}
     */
    Log file(Path log) throws IOException;

    /** A log; what was taken over goes when it is closed. */
    interface Log extends Closeable {

        /** What people call it. */
        String name();

        /** In bytes, as it was sent. */
        long size();

        /**
         * Goes through its cases, each once and whole, as an import would record them.
         *
         * @return what could not be read, and kept its case out
         * @throws IOException if it can't be read to its end
         */
        Rejected read(ImportMapping mapping, Sink sink) throws IOException;
    }

    /** Takes the cases of a log. */
    interface Sink {

        /** A case. */
        void take(Replayed found);

        /**
         * So many bytes of the log have been dealt with.
         *
         * @throws IOException to leave off
         */
        void progress(long done) throws IOException;
    }
}

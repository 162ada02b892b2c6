package io.journeybpm.imports;

import io.journeybpm.imports.CaseRecords.Row;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Logs in CSV, whose rows may come in any order: they are read once and sorted by case in temporary files, then handed
 * on case by case. Where the file turns out to be malformed, the cases of the rows above are still handed on.
 */
final class CsvReader implements LogReader {

    /** What part of the work is reading and sorting rows, next to writing their cases. */
    private static final double SORTING = 0.1;

    private final InputStream bytes;
    private final LogStream log;
    private final EventMapping mapping;
    private final long bucketSize;

    CsvReader(InputStream bytes, LogStream log, EventMapping mapping, long bucketSize) {
        this.bytes = bytes;
        this.log = log;
        this.mapping = mapping;
        this.bucketSize = bucketSize;
    }

    @Override
    public void read(LogSink sink) throws IOException {
        try (CaseSorter sorter = new CaseSorter(bucketSize)) {
            IOException broken = null;
            try {
                readRows(sorter, sink);
            } catch (LogBroken found) {
                broken = found;
            }
            sorter.drain(new Sorted(sink, log.consumed(), sorter.rows()));
            if (broken != null) {
                throw broken;
            }
        }
    }

    private void readRows(CaseSorter sorter, LogSink sink) throws IOException {
        try (CsvRows rows = new CsvRows(bytes, log)) {
            rows.require(mapping.attributes());
            while (rows.next()) {
                if (!rows.isEmpty() && mapping.counts(rows::value)) {
                    Row row = row(rows, sink);
                    if (row != null) {
                        sorter.add(row);
                    }
                }
                sink.progress((long) (log.consumed() * SORTING));
            }
        }
    }

    private @Nullable Row row(CsvRows rows, LogSink sink) {
        String id = null;
        String place = rows.place();
        try {
            id = mapping.id(rows::value);
            if (rows.isTooLong()) {
                throw new Unreadable("the row has more values than the header has columns");
            }
            return new Row(id, mapping.customer(rows::value), mapping.read(rows::value, place));
        } catch (Unreadable problem) {
            sink.reject(place, problem.reason());
            return id == null ? null : new Row(id, null, null);
        }
    }

    /** Tells progress in bytes of the log, by the rows dealt with. */
    private static final class Sorted implements CaseSorter.Cases {

        private final LogSink sink;
        private final long ofLog;
        private final long rows;
        private long rowsDone;

        Sorted(LogSink sink, long ofLog, long rows) {
            this.sink = sink;
            this.ofLog = ofLog;
            this.rows = rows;
        }

        @Override
        public void take(LoggedCase found) throws IOException {
            sink.take(found);
        }

        @Override
        public void reject(String place, String reason) {
            sink.reject(place, reason);
        }

        @Override
        public void done(long more) throws IOException {
            rowsDone += more;
            sink.progress((long) (ofLog * (SORTING + (1 - SORTING) * rowsDone / rows)));
        }
    }
}

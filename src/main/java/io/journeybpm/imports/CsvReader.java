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
    public boolean bringsCasesTogether() {
        return true;
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
            sorter.drain(new SortedCases(sink, log.consumed(), sorter.rows()));
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
                sink.progress(SortedCases.sorting(log.consumed()));
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
            return new Row(id, mapping.customer(rows::value), 0, mapping.read(rows::value, place));
        } catch (Unreadable problem) {
            sink.reject(place, problem.reason());
            return id == null ? null : Row.unreadable(id);
        }
    }
}

package io.journeybpm.imports;

import io.journeybpm.imports.CaseRecords.Row;
import java.io.Closeable;
import java.io.IOException;

/**
 * Cases of a log of which some may come in pieces, brought together in temporary files, so that whoever holds no ledger
 * meets each case once.
 */
final class CasePieces implements LogSink, Closeable {

    private final CaseSorter sorter;
    private final LogSink whole;
    private int pieces;
    private long read;

    CasePieces(long bucketSize, LogSink whole) {
        this.sorter = new CaseSorter(bucketSize);
        this.whole = whole;
    }

    @Override
    public void take(LoggedCase found) throws IOException {
        pieces++;
        for (LoggedEvent event : found.events()) {
            sorter.add(new Row(found.id(), found.customer(), pieces, event));
        }
    }

    @Override
    public void reject(String place, String reason) {
        whole.reject(place, reason);
    }

    @Override
    public void progress(long done) throws IOException {
        read = Math.max(read, done);
        whole.progress(SortedCases.sorting(done));
    }

    /** Hands on all cases, each once. */
    void drain() throws IOException {
        sorter.drain(new SortedCases(whole, read, sorter.rows()));
    }

    @Override
    public void close() throws IOException {
        sorter.close();
    }
}

package io.journeybpm.imports;

import java.io.IOException;

/** Hands on cases whose rows were brought together, and tells progress in bytes of the log, by the rows dealt with. */
final class SortedCases implements CaseSorter.Cases {

    /** What part of the work is reading and sorting rows, next to dealing with their cases. */
    private static final double SORTING = 0.1;

    private final LogSink sink;
    private final long ofLog;
    private final long rows;
    private long rowsDone;

    SortedCases(LogSink sink, long ofLog, long rows) {
        this.sink = sink;
        this.ofLog = ofLog;
        this.rows = rows;
    }

    /** How far it is when so many bytes of the log were read and sorted. */
    static long sorting(long consumed) {
        return (long) (consumed * SORTING);
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

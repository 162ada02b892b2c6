package io.journeybpm.imports;

import io.journeybpm.settings.JourneyProperties;
import java.io.IOException;
import java.io.InputStream;

/** Reads a log once from its beginning to its end, holding no more of it than a case at a time. */
interface LogReader {

    /**
     * Reads the log.
     *
     * @throws LogBroken if it can't be read to its end; what could be read was handed on
     */
    void read(LogSink sink) throws IOException;

    /** Whether each case comes once, however the log tells it; else it may come in pieces. */
    boolean bringsCasesTogether();

    /**
     * The reader for a log, chosen by the log's own first bytes.
     *
     * @throws LogBroken if they are those of no log
     */
    static LogReader of(InputStream raw, EventMapping mapping, JourneyProperties.Imports limits) throws IOException {
        LogStream log = LogStream.open(raw, limits.maxExpanded().toBytes());
        LogFormat.Found found = LogFormat.of(log);
        return switch (found.format()) {
            case XES -> new XesReader(found.bytes(), log, mapping);
            case CSV ->
                new CsvReader(found.bytes(), log, mapping, limits.bucketSize().toBytes());
        };
    }
}

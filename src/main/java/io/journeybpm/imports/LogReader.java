package io.journeybpm.imports;

import java.io.IOException;

/** Reads a log once from its beginning to its end, holding no more of it than a case at a time. */
interface LogReader {

    /**
     * Reads the log.
     *
     * @throws LogBroken if it can't be read to its end; what could be read was handed on
     */
    void read(LogSink sink) throws IOException;
}

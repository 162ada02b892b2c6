package io.journeybpm.imports;

import java.io.IOException;

/** Takes what is found in a log. */
interface LogSink {

    /** A case, all of which could be read. */
    void take(LoggedCase found) throws IOException;

    /** Something that could not be read and keeps its case out. */
    void reject(String place, String reason);

    /** So much of the log, in bytes as it was sent, has been dealt with. */
    void progress(long done) throws IOException;
}

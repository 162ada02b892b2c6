package io.journeybpm.imports;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A log that can't be read on. What came before is kept. */
final class LogBroken extends IOException {

    LogBroken(String problem) {
        super(problem);
    }

    LogBroken(String problem, Throwable cause) {
        super(problem, cause);
    }

    /** The one in a chain of causes, where libraries have wrapped it. */
    static @Nullable LogBroken in(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof LogBroken found) {
                return found;
            }
        }
        return null;
    }
}

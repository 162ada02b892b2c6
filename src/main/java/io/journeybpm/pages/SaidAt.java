package io.journeybpm.pages;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times that phones tell. A phone's clock is believed where it can be right. */
final class SaidAt {

    private SaidAt() {}

    /**
     * When something was said.
     *
     * @param written as the phone wrote it
     * @param earliest before which it can't have been
     */
    static Instant moment(@Nullable String written, Instant earliest, Instant now) {
        if (written == null) {
            return now;
        }
        try {
            Instant said = Instant.parse(written).truncatedTo(ChronoUnit.MILLIS);
            return said.isAfter(now) || said.isBefore(earliest) ? now : said;
        } catch (DateTimeParseException unread) {
            return now;
        }
    }
}

package io.journeybpm.casework;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.journeybpm.journey.Word;
import io.journeybpm.ledger.Incident;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a caller wrote and remembers everything that is wrong with it. Methods answer null for what is absent or
 * wrong; {@link #done()} tells the one from the other.
 */
public final class Checks {

    /** Two quotation marks and a comma. */
    private static final int AROUND = 3;

    private final List<FieldError> errors = new ArrayList<>();

    /** A text that may be absent; a blank one is. */
    public @Nullable String text(String field, @Nullable String written, int most) {
        if (written == null || written.isBlank()) {
            return null;
        }
        String flaw = Texts.flaw(written, most);
        if (flaw != null) {
            wrong(field, flaw);
            return null;
        }
        return written;
    }

    /** A text that has to be there; the empty text stands for a wrong one until {@link #done()}. */
    public String required(String field, @Nullable String written, int most) {
        if (written == null || written.isBlank()) {
            wrong(field, "is required");
            return "";
        }
        String text = text(field, written, most);
        return text == null ? "" : text;
    }

    /** A term of a closed vocabulary that may be absent. */
    public <W extends Enum<W> & Word> @Nullable W word(String field, Class<W> vocabulary, @Nullable String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        return Word.find(vocabulary, written).orElseGet(() -> {
            wrong(field, "is none of " + String.join(", ", Word.all(vocabulary)));
            return null;
        });
    }

    /** A moment that may be absent, with its zone or offset, to the millisecond. */
    public @Nullable Instant moment(String field, @Nullable String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(written.strip());
            return isBelievable(field, time.getYear()) ? time.toInstant().truncatedTo(ChronoUnit.MILLIS) : null;
        } catch (DateTimeParseException unread) {
            wrong(field, "isn't a date and time with a zone or offset, such as 2026-08-03T09:30:00+02:00");
            return null;
        }
    }

    /** A day that may be absent. */
    public @Nullable LocalDate day(String field, @Nullable String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(written.strip());
            return isBelievable(field, day.getYear()) ? day : null;
        } catch (DateTimeException unread) {
            wrong(field, "isn't a day, such as 2026-08-03");
            return null;
        }
    }

    /** A time of day that may be absent. */
    public @Nullable LocalTime time(String field, @Nullable String written) {
        try {
            return written == null || written.isBlank() ? null : LocalTime.parse(written.strip());
        } catch (DateTimeException unread) {
            wrong(field, "isn't a time, such as 09:30");
            return null;
        }
    }

    private boolean isBelievable(String field, int year) {
        boolean believable = year >= Limits.FIRST_YEAR && year <= Limits.LAST_YEAR;
        if (!believable) {
            wrong(field, "lies outside the years " + Limits.FIRST_YEAR + " to " + Limits.LAST_YEAR);
        }
        return believable;
    }

    /** A list without gaps, empty where absent. */
    public <T> List<T> list(String field, @Nullable List<@Nullable T> written) {
        List<T> items = new ArrayList<>();
        if (written == null) {
            return items;
        }
        if (written.size() > Limits.ENTRIES) {
            wrong(field, "has too many entries: " + written.size() + ", at most " + Limits.ENTRIES);
            return items;
        }
        for (int at = 0; at < written.size(); at++) {
            T item = written.get(at);
            if (item == null) {
                wrong(field + "[" + at + "]", "is null");
            } else {
                items.add(item);
            }
        }
        return items;
    }

    /** All that went badly at a contact; the ledger keeps it in one column. */
    public void incidents(String field, List<Incident> incidents) {
        int length = 2;
        for (Incident each : incidents) {
            length += JsonStringEncoder.getInstance().quoteAsString(each.written()).length + AROUND;
        }
        if (length > Limits.INCIDENTS) {
            wrong(field, "are too long together, at most " + Limits.INCIDENTS + " characters");
        }
    }

    /** Remembers something else that is wrong. */
    public void wrong(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    /**
     * Everything was read.
     *
     * @throws InvalidRequest if any of it was wrong
     */
    public void done() {
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
    }
}

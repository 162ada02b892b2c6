package io.journeybpm.cockpit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.journeybpm.casework.Checks;
import io.journeybpm.casework.InvalidRequest;
import io.journeybpm.casework.Limits;
import io.journeybpm.casework.Strict;
import io.journeybpm.casework.UnreadableJson;
import io.journeybpm.journey.Word;
import io.journeybpm.ledger.Incident;
import io.journeybpm.ledger.NewPromise;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A form as it was filled in. People name days and times of the clock on their wall; the ledger keeps moments. As with
 * {@link Checks}, what is absent or wrong is null until {@link #done()}.
 */
final class Form {

    private static final ObjectMapper JSON = Strict.mapper();

    /** An appointment without a beginning is one for the whole day. */
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

    private final JsonNode said;
    private final ZoneId zone;
    private final Instant now;
    private final Checks checks = new Checks();
    private final Set<String> asked = new HashSet<>();

    private Form(JsonNode said, ZoneId zone, Instant now) {
        this.said = said;
        this.zone = zone;
        this.now = now;
    }

    /**
     * When something is promised.
     *
     * @param to absent: nobody knows
     */
    record Window(@Nullable Instant from, @Nullable Instant to) {}

    /**
     * Reads a form.
     *
     * @throws InvalidRequest if it isn't one JSON object
     */
    static Form read(String json, ZoneId zone, Instant now) {
        try {
            JsonNode said = JSON.readTree(json);
            if (said == null || !said.isObject()) {
                throw new InvalidRequest("body", "is to be one JSON object");
            }
            return new Form(said, zone, now);
        } catch (JsonProcessingException unread) {
            throw UnreadableJson.explain(unread);
        }
    }

    private @Nullable String written(String field) {
        asked.add(field);
        JsonNode value = said.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            checks.wrong(field, "has the wrong type, expected a text");
            return null;
        }
        return value.textValue().strip();
    }

    @Nullable
    String text(String field, int most) {
        return checks.text(field, written(field), most);
    }

    String required(String field, int most) {
        return checks.required(field, written(field), most);
    }

    <W extends Enum<W> & Word> @Nullable W word(String field, Class<W> vocabulary) {
        return checks.word(field, vocabulary, written(field));
    }

    /** A term that has to be chosen; not to be used unless {@link #done()} passes. */
    <W extends Enum<W> & Word> @Nullable W chosen(String field, Class<W> vocabulary) {
        checks.required(field, written(field), Limits.NAME);
        return word(field, vocabulary);
    }

    /** The number of an entry of the case. */
    OptionalInt entry(String field) {
        asked.add(field);
        JsonNode value = said.get(field);
        if (value == null || value.isNull()) {
            return OptionalInt.empty();
        }
        if (!value.isInt() || value.intValue() < 1) {
            checks.wrong(field, "isn't an entry of this case");
            return OptionalInt.empty();
        }
        return OptionalInt.of(value.intValue());
    }

    /** The number of an entry without which there is nothing to do. */
    int requiredEntry(String field) {
        OptionalInt entry = entry(field);
        if (entry.isEmpty() && !said.has(field)) {
            checks.wrong(field, "is required");
        }
        return entry.orElse(0);
    }

    List<Incident> incidents(String field) {
        asked.add(field);
        JsonNode value = said.get(field);
        if (value == null || value.isNull()) {
            return List.of();
        }
        if (!value.isArray() || value.size() > Limits.ENTRIES) {
            checks.wrong(field, "is to be a list of at most " + Limits.ENTRIES);
            return List.of();
        }
        List<Incident> read = new ArrayList<>(IntStream.range(0, value.size())
                .mapToObj(at -> Incident.of(checks.required(
                        field, value.get(at).isTextual() ? value.get(at).textValue() : null, Limits.NAME)))
                .toList());
        checks.incidents(field, read);
        return read;
    }

    /** When it happened, of two fields; without a day it is now. */
    @Nullable
    Instant past(String dateField, String timeField) {
        LocalDate date = date(dateField);
        LocalTime time = time(timeField);
        if (date == null && time == null) {
            return null;
        }
        LocalDate day =
                Objects.requireNonNullElseGet(date, () -> now.atZone(zone).toLocalDate());
        if (time == null) {
            checks.wrong(timeField, "is required");
            return null;
        }
        Instant moment = day.atTime(time).atZone(zone).toInstant();
        if (moment.isAfter(now.plus(Limits.CLOCKS_APART))) {
            checks.wrong(date == null ? timeField : dateField, "lies in the future");
        }
        return moment;
    }

    /** A window of {@code date}, {@code from} and {@code to}; without a day nobody knows when. */
    Window window() {
        LocalDate date = date("date");
        LocalTime from = time("from");
        LocalTime to = time("to");
        if (date == null) {
            if (from != null || to != null) {
                checks.wrong("date", "is required with a time");
            }
            return new Window(null, null);
        }
        if (from != null && to != null && to.isBefore(from)) {
            checks.wrong("to", "lies before the beginning");
        }
        Instant begins = from == null ? null : date.atTime(from).atZone(zone).toInstant();
        Instant ends = date.atTime(Objects.requireNonNullElse(to, END_OF_DAY))
                .atZone(zone)
                .toInstant();
        return new Window(begins, ends);
    }

    NewPromise promise() {
        Window window = window();
        return new NewPromise(
                required("what", Limits.SENTENCE),
                text("touchpoint", Limits.NAME),
                text("party", Limits.NAME),
                window.from(),
                window.to(),
                NewPromise.Origin.NEXT_STEP);
    }

    private @Nullable LocalDate date(String field) {
        return checks.day(field, written(field));
    }

    private @Nullable LocalTime time(String field) {
        return checks.time(field, written(field));
    }

    void wrong(String field, String message) {
        checks.wrong(field, message);
    }

    /**
     * All that is wanted was asked for.
     *
     * @throws InvalidRequest if any of it was wrong, or something else was said
     */
    void done() {
        said.fieldNames().forEachRemaining(each -> {
            if (!asked.contains(each)) {
                checks.wrong(each.length() > Limits.NAME ? "body" : each, "is unknown");
            }
        });
        checks.done();
    }
}

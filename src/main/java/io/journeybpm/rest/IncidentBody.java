package io.journeybpm.rest;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.journeybpm.casework.Checks;
import io.journeybpm.casework.Limits;
import io.journeybpm.ledger.Incident;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that went badly: an object, or a word alone.
 *
 * @param kind {@code conduct} or {@code process}; absent: as known of the word, else process
 * @param what in a word or two
 */
record IncidentBody(@Nullable String kind, @Nullable String what) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    IncidentBody {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    IncidentBody(String word) {
        this(null, word);
    }

    /** Reads all of a contact. */
    static List<Incident> read(List<IncidentBody> items, Checks checks) {
        List<Incident> read = new ArrayList<>();
        for (int at = 0; at < items.size(); at++) {
            Incident incident = items.get(at).read("incidents[" + at + "]", checks);
            read.add(incident);
        }
        checks.incidents("incidents", read);
        return read;
    }

    private Incident read(String field, Checks checks) {
        Incident.Kind said = checks.word(field + ".kind", Incident.Kind.class, kind);
        String words = checks.required(kind == null ? field : field + ".what", what, Limits.NAME);
        return said == null ? Incident.of(words) : new Incident(said, words);
    }
}

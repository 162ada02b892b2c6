package io.journeybpm.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.journeybpm.journey.Outcome;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the attributes of a log mean. Those of the case are read from XES traces, the others from events; in CSV all are
 * columns.
 *
 * @param journey key of the journey the cases belong to, deployed or not
 * @param caseId attribute of the case that tells cases apart
 * @param customer attribute of the case with the customer's reference
 * @param touchpoint attribute of the event: what the contact was about
 * @param party attribute of the event: who met the customer; absent: as modelled
 * @param occurredAt attribute of the event: when
 * @param channel a channel, which then is that of all contacts, or an attribute of the event; absent: as modelled, else
 *     {@code phone}
 * @param outcome how contacts ended
 * @param countWhen values by attribute of the event: an event that has the attribute with another value is no contact;
 *     without regard to case
 * @param zone of times written without one; absent: {@code journey.zone}
 * @param caseIdPrefix put before every case id of the log
 * @param raise whether rises of a level are raised in the engine too
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ImportMapping(
        String journey,
        String caseId,
        @Nullable String customer,
        String touchpoint,
        @Nullable String party,
        String occurredAt,
        @Nullable String channel,
        Outcomes outcome,
        Map<String, List<String>> countWhen,
        @Nullable ZoneId zone,
        String caseIdPrefix,
        boolean raise) {

    private static final int LONGEST_KEY = 255;
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9._:-]{0,32}");

    /**
     * Checks a mapping.
     *
     * @throws MappingInvalid naming the field that is wrong
     */
    public ImportMapping {
        journey = required("journey", journey);
        if (journey.length() > LONGEST_KEY) {
            throw new MappingInvalid("journey", "is longer than " + LONGEST_KEY + " characters");
        }
        caseId = required("caseId", caseId);
        touchpoint = required("touchpoint", touchpoint);
        occurredAt = required("occurredAt", occurredAt);
        outcome = Objects.requireNonNullElse(outcome, Outcomes.ALL_DONE);
        countWhen = checked(countWhen);
        caseIdPrefix = Objects.requireNonNullElse(caseIdPrefix, "");
        if (!PREFIX.matcher(caseIdPrefix).matches()) {
            throw new MappingInvalid("caseIdPrefix", "is other than up to 32 letters, digits and . _ : -");
        }
    }

    /**
     * Reads a mapping from JSON.
     *
     * @throws MappingInvalid naming the field that is wrong, missing or unknown
     */
    public static ImportMapping parse(String json) {
        return MappingJson.read(json);
    }

    /** The mapping as JSON. */
    public String json() {
        return MappingJson.write(this);
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new MappingInvalid(field, "is missing");
        }
        return value;
    }

    private static Map<String, List<String>> checked(@Nullable Map<String, List<String>> countWhen) {
        if (countWhen == null) {
            return Map.of();
        }
        countWhen.forEach((attribute, values) -> {
            if (values == null || values.isEmpty() || values.contains(null)) {
                throw new MappingInvalid("countWhen." + attribute, "names no values");
            }
        });
        Map<String, List<String>> copy = new HashMap<>();
        countWhen.forEach((attribute, values) -> copy.put(attribute, List.copyOf(values)));
        return Collections.unmodifiableMap(copy);
    }

    /**
     * How contacts ended.
     *
     * @param attribute of the event that says so; absent: all ended alike
     * @param fallback of events that don't say
     * @param values outcomes by what the log calls them, without regard to case; the contract's own words need no entry
     */
    public record Outcomes(
            @Nullable String attribute,
            @JsonProperty("default") Outcome fallback,
            Map<String, Outcome> values) {

        static final Outcomes ALL_DONE = new Outcomes(null, Outcome.DONE, Map.of());

        /**
         * Fills in what is absent.
         *
         * @throws MappingInvalid if a value has no outcome
         */
        public Outcomes {
            fallback = Objects.requireNonNullElse(fallback, Outcome.DONE);
            Map<String, Outcome> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            all.putAll(Objects.requireNonNullElse(values, Map.of()));
            all.forEach((word, outcome) -> {
                if (outcome == null) {
                    throw new MappingInvalid("outcome.values." + word, "names no outcome");
                }
            });
            values = Collections.unmodifiableMap(all);
        }
    }
}

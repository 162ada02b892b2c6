package io.journeybpm.escalation;

import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.Count;
import io.journeybpm.ledger.Readings;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The inputs of the escalation decision by their names in DMN. */
public final class Inputs {

    private static final Duration RECENT = Duration.ofDays(7);

    private static final Map<String, Kind> KINDS = kinds();

    /** What kind of value an input has. */
    public enum Kind {
        /** A whole number, 0 or more. */
        COUNT,
        /** A number, 0 or more. */
        AMOUNT,
        /** A number from 0 to 100, or null. */
        SCORE,
        /** A text, empty where there is none. */
        TEXT,
        /** A text, or null. */
        TEXT_OR_NULL,
        /** The word of a level. */
        LEVEL
    }

    private Inputs() {}

    /** All inputs of a case at a moment; always every name, counts from 0. */
    static Map<String, @Nullable Object> of(CaseFile file, Instant at) {
        Readings readings = file.readings(at);
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
        inputs.put("journey", readings.journey());
        inputs.put("phase", readings.phase() == null ? "" : readings.phase());
        inputs.put("touchpoint", readings.touchpoint());
        inputs.put("channel", readings.channel() == null ? "" : readings.channel());
        inputs.put("party", readings.party());
        for (Count each : Count.values()) {
            inputs.put(each.input(), readings.counts().get(each));
        }
        Supplier<Integer> recent = () -> file.contacts().between(at.minus(RECENT), at);
        inputs.put("contactsLast7Days", recent);
        inputs.put("contactsInPhase", readings.contactsInPhase());
        inputs.put("parties", readings.parties());
        inputs.put("overduePromises", readings.overduePromises());
        inputs.put("unscheduledSteps", readings.unscheduledSteps());
        inputs.put("daysUnscheduled", readings.daysUnscheduled());
        inputs.put("daysOpen", readings.daysOpen());
        inputs.put("daysInPhase", readings.daysInPhase());
        inputs.put("daysWithoutContact", readings.daysWithoutContact());
        inputs.put("daysAtLevel", readings.daysAtLevel());
        inputs.put("companyCost", readings.companyCost());
        inputs.put("customerCost", readings.customerCost());
        inputs.put("lastScore", readings.lastScore());
        inputs.put("lowestScore", readings.lowestScore());
        inputs.put("level", readings.level().word());
        inputs.put("totalContacts", readings.totalContacts());
        return inputs;
    }

    /** The kind of every input there is, by its name. */
    public static Map<String, Kind> known() {
        return KINDS;
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        for (Count each : Count.values()) {
            kinds.put(each.input(), Kind.COUNT);
        }
        List.of(
                        "contactsLast7Days",
                        "contactsInPhase",
                        "parties",
                        "overduePromises",
                        "unscheduledSteps",
                        "daysUnscheduled",
                        "daysOpen",
                        "daysInPhase",
                        "daysWithoutContact",
                        "daysAtLevel",
                        "totalContacts")
                .forEach(each -> kinds.put(each, Kind.COUNT));
        List.of("companyCost", "customerCost").forEach(each -> kinds.put(each, Kind.AMOUNT));
        List.of("lastScore", "lowestScore").forEach(each -> kinds.put(each, Kind.SCORE));
        List.of("journey", "phase", "channel").forEach(each -> kinds.put(each, Kind.TEXT));
        List.of("touchpoint", "party").forEach(each -> kinds.put(each, Kind.TEXT_OR_NULL));
        kinds.put("level", Kind.LEVEL);
        return Map.copyOf(kinds);
    }
}

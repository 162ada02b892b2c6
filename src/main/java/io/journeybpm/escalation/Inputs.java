package io.journeybpm.escalation;

import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.Count;
import io.journeybpm.ledger.Readings;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The inputs of the escalation decision by their names in DMN. */
final class Inputs {

    private static final Duration RECENT = Duration.ofDays(7);

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
}

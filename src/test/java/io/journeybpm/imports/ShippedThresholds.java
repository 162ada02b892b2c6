package io.journeybpm.imports;

import io.journeybpm.escalation.DecisionTable;
import io.journeybpm.escalation.Verdict;
import io.journeybpm.ledger.Level;
import java.util.Map;
import java.util.Optional;

/** The thresholds of the shipped table, without the engine that reads it. */
final class ShippedThresholds implements DecisionTable {

    @Override
    public Optional<Answer> ask(String journey, Map<String, ?> inputs) {
        Level level = level(
                count(inputs, "contacts"),
                count(inputs, "handoffs"),
                count(inputs, "failedContacts") + count(inputs, "reworkContacts"),
                count(inputs, "brokenPromises"),
                count(inputs, "incidents"));
        Verdict.Table table = new Verdict.Table(GENERIC, 1, level.word());
        return Optional.of(new Answer(new Verdict(level, null, null, null, "test", table), about -> {}));
    }

    private static Level level(int contacts, int handoffs, int failedOrRedone, int broken, int incidents) {
        if (contacts >= 12 || incidents >= 3) {
            return Level.EXECUTIVE;
        }
        if (contacts >= 6 || handoffs >= 3 || failedOrRedone >= 2 || broken >= 1) {
            return Level.ESCALATE;
        }
        return contacts >= 4 || handoffs >= 2 ? Level.WATCH : Level.NONE;
    }

    private static int count(Map<String, ?> inputs, String name) {
        return (Integer) inputs.get(name);
    }
}

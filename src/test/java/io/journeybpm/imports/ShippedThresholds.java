package io.journeybpm.imports;

import io.journeybpm.decision.Answer;
import io.journeybpm.decision.DecisionTables;
import io.journeybpm.decision.Shape;
import io.journeybpm.decision.Source;
import io.journeybpm.ledger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The thresholds of the shipped table, without the engine that reads it. */
final class ShippedThresholds implements DecisionTables {

    @Override
    public Optional<Answer> ask(Shape shape, String journey, Map<String, ?> inputs) {
        Level level = level(
                count(inputs, "contacts"),
                count(inputs, "handoffs"),
                count(inputs, "failedContacts") + count(inputs, "reworkContacts"),
                count(inputs, "brokenPromises"),
                count(inputs, "incidents"));
        Source source = new Source(shape.key(), 1, level.word());
        Map<String, Object> answer = Map.of("level", level.word(), "reason", "test");
        return Optional.of(new Answer(List.of(new Answer.Row(answer, source)), source, about -> {}));
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

package io.journeybpm.decision;

import java.util.Map;
import java.util.Optional;

/** The decisions as they are deployed; the engine's side. */
public interface DecisionTables {

    /**
     * Asks the journey's own decision, else the one every journey shares.
     *
     * @param shape which decision
     * @param journey key of the journey
     * @param inputs by their names in the table; a {@link java.util.function.Supplier} is asked only where the table
     *     uses it, absent values are null
     * @return empty where neither is deployed
     * @throws DecisionFailed if it can't be evaluated
     */
    Optional<Answer> ask(Shape shape, String journey, Map<String, ?> inputs);
}

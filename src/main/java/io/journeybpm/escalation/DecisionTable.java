package io.journeybpm.escalation;

import io.journeybpm.decision.Answer;
import io.journeybpm.decision.DecisionFailed;
import io.journeybpm.decision.DecisionTables;
import java.util.Map;
import java.util.Optional;

/** The escalation decisions process owners keep. */
public interface DecisionTable {

    /** Decision asked where the journey has none of its own. */
    String GENERIC = "contact-escalation";

    /** Prefix of a journey's own decision; the journey's key follows. */
    String OWN = GENERIC + "-";

    /** The escalation decisions as they are deployed. */
    static DecisionTable deployed(DecisionTables tables) {
        return (journey, inputs) -> tables.ask(Inputs.SHAPE, journey, inputs);
    }

    /**
     * Asks the journey's own table, else the generic one.
     *
     * @param journey key of the journey
     * @param inputs by their names in the table; a {@link java.util.function.Supplier} is asked only where the table
     *     uses it, absent values are null
     * @return empty where neither table is deployed
     * @throws DecisionFailed if the table gives no usable answer
     */
    Optional<Answer> ask(String journey, Map<String, ?> inputs);
}

package io.journeybpm.escalation;

import io.journeybpm.ledger.Case;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The decision tables process owners keep; the engine's side of the escalation. */
public interface DecisionTable {

    /** Decision asked where the journey has none of its own. */
    String GENERIC = "contact-escalation";

    /** Prefix of a journey's own decision; the journey's key follows. */
    String OWN = GENERIC + "-";

    /** Whether a decision of this key decides about levels. */
    static boolean isOurs(String key) {
        return key.equals(GENERIC) || key.startsWith(OWN);
    }

    /**
     * An answer, which may be kept.
     *
     * @param verdict what the table said
     * @param history keeps the answer where the engine shows the decisions it has made, as one about a case, with the
     *     caller's transaction
     */
    record Answer(Verdict verdict, Consumer<Case> history) {}

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

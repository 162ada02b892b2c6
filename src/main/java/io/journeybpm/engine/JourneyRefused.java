package io.journeybpm.engine;

import io.journeybpm.ledger.LedgerProblem;
import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;

/**
 * A step of a journey that can't be taken as asked; says what to mend. Camunda's REST answers it with 400. Its cause is
 * the {@link LedgerProblem} where the ledger refused it.
 */
public class JourneyRefused extends BadUserRequestException {

    private static final long serialVersionUID = 1L;

    JourneyRefused(String message) {
        super(message);
    }

    JourneyRefused(LedgerProblem problem) {
        super(problem.getMessage(), problem);
    }

    /** Lets the ledger's refusal reach whoever asked the engine. */
    static <T> T unlessTaken(Supplier<T> step) {
        try {
            return step.get();
        } catch (LedgerProblem problem) {
            throw new JourneyRefused(problem);
        }
    }
}

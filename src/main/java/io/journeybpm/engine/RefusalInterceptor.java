package io.journeybpm.engine;

import io.journeybpm.ledger.LedgerProblem;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Gives whoever asked the engine the refusal itself, which the engine wraps when it comes from a task listener, and which
 * is the ledger's own when two journeys open the same case at once.
 */
final class RefusalInterceptor extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (LedgerProblem.CaseExists raced) {
            throw new JourneyRefused(raced);
        } catch (ProcessEngineException wrapped) {
            if (wrapped.getCause() instanceof JourneyRefused refused) {
                throw refused;
            }
            throw wrapped;
        }
    }
}

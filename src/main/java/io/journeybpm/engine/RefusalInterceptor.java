package io.journeybpm.engine;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Gives whoever asked the engine the refusal itself, which the engine wraps when it comes from a task listener. */
final class RefusalInterceptor extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (ProcessEngineException wrapped) {
            if (wrapped.getCause() instanceof JourneyRefused refused) {
                throw refused;
            }
            throw wrapped;
        }
    }
}

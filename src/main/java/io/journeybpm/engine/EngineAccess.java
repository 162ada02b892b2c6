package io.journeybpm.engine;

import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The way to the engine, which is built only after its plugins. */
final class EngineAccess {

    private final ObjectProvider<ProcessEngine> engine;

    EngineAccess(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    ProcessEngine services() {
        return engine.getObject();
    }

    ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) services().getProcessEngineConfiguration();
    }

    /** Runs within the current engine command, or one of its own in the current transaction. */
    <T> T within(Function<CommandContext, T> work) {
        return configuration().getCommandExecutorTxRequired().execute(work::apply);
    }

    /**
     * Runs like {@link #within}, but what fails in the work is thrown only after the command has ended well: thrown through
     * it, it would take the caller's transaction down even where the caller goes on without.
     */
    <T extends @Nullable Object> T aside(Function<CommandContext, T> work) {
        Supplier<T> outcome = within(context -> {
            try {
                T result = work.apply(context);
                return () -> result;
            } catch (RuntimeException failed) {
                return () -> {
                    throw failed;
                };
            }
        });
        return outcome.get();
    }

    /** Runs like {@link #within}, without asking what the engine's authenticated user may see. */
    <T> T withoutAuthorization(Function<CommandContext, T> work) {
        return within(context -> context.runWithoutAuthorization(() -> work.apply(context)));
    }
}

package io.journeybpm.engine;

import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
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

    /** Runs like {@link #within}, without asking what the engine's authenticated user may see. */
    <T> T withoutAuthorization(Function<CommandContext, T> work) {
        return within(context -> context.runWithoutAuthorization(() -> work.apply(context)));
    }
}

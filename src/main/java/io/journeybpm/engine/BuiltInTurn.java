package io.journeybpm.engine;

import io.journeybpm.ledger.StartTurns;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/**
 * Has one server at a time build its engine. Camunda creates its tables, its first administrator and its first filter by
 * looking and then making, without a lock: of two servers that start on an empty database one would fail.
 */
final class BuiltInTurn extends AbstractProcessEnginePlugin implements AutoCloseable {

    private static final StartTurns.Turn NONE = () -> {};

    private final StartTurns turns;
    private final AtomicReference<StartTurns.Turn> held = new AtomicReference<>(NONE);

    BuiltInTurn(StartTurns turns) {
        this.turns = turns;
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        close();
        held.set(turns.take());
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        close();
    }

    /** Also when the application ends because its engine could not be built. */
    @Override
    public void close() {
        held.getAndSet(NONE).close();
    }
}

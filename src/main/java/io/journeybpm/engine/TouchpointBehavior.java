package io.journeybpm.engine;

import java.util.function.Function;
import org.camunda.bpm.engine.impl.bpmn.behavior.FlowNodeActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.EscalationEventDefinition;
import org.camunda.bpm.engine.impl.migration.instance.MigratingActivityInstance;
import org.camunda.bpm.engine.impl.migration.instance.parser.MigratingInstanceParseContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.camunda.bpm.engine.impl.pvm.delegate.MigrationObserverBehavior;
import org.camunda.bpm.engine.impl.pvm.delegate.SignallableActivityBehavior;

/**
 * An element's own behaviour, which tells the ledger when the element is left and raises what follows from it. Leaving
 * is the only moment at which a raised escalation finds every handler, may interrupt, and leaves history finished.
 */
class TouchpointBehavior extends FlowNodeActivityBehavior implements MigrationObserverBehavior {

    private final SignallableActivityBehavior inner;
    private final Leaving leaving;

    TouchpointBehavior(SignallableActivityBehavior inner, Leaving leaving) {
        this.inner = inner;
        this.leaving = leaving;
    }

    /** What happens when an element is left. */
    static final class Leaving {

        private final Function<ExecutionEntity, Steps.Taken> step;
        private final Raiser raiser;

        Leaving(Function<ExecutionEntity, Steps.Taken> step, Raiser raiser) {
            this.step = step;
            this.raiser = raiser;
        }

        /** Takes the step; then leaves, unless an interrupting handler has taken over. */
        void leave(ActivityExecution execution, FlowNodeActivityBehavior inner) {
            ExecutionEntity here = (ExecutionEntity) execution;
            Steps.Taken taken = step.apply(here);
            if (taken.rise() == null) {
                inner.doLeave(here);
                return;
            }
            here.activityInstanceStarted();
            EscalationEventDefinition caught = raiser.raise(here, taken.file(), taken.rise());
            if (caught == null || !caught.isCancelActivity()) {
                // a handler that doesn't interrupt may have moved the execution into a new one
                inner.doLeave(here.getReplacedBy() == null ? here : here.getReplacedBy());
            }
        }
    }

    @Override
    public void execute(ActivityExecution execution) throws Exception {
        inner.execute(execution);
    }

    @Override
    public void signal(ActivityExecution execution, String signalName, Object signalData) throws Exception {
        inner.signal(execution, signalName, signalData);
    }

    @Override
    public void doLeave(ActivityExecution execution) {
        leaving.leave(execution, (FlowNodeActivityBehavior) inner);
    }

    @Override
    public void migrateScope(ActivityExecution scopeExecution) {
        if (inner instanceof MigrationObserverBehavior observer) {
            observer.migrateScope(scopeExecution);
        }
    }

    @Override
    public void onParseMigratingInstance(
            MigratingInstanceParseContext parseContext, MigratingActivityInstance migratingInstance) {
        if (inner instanceof MigrationObserverBehavior observer) {
            observer.onParseMigratingInstance(parseContext, migratingInstance);
        }
    }
}

package io.journeybpm.engine;

import org.camunda.bpm.engine.impl.bpmn.behavior.ExternalTaskActivityBehavior;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ConstantValueProvider;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;

/** As {@link TouchpointBehavior}, for an external task, which the engine recognises by its class. */
final class ExternalTouchpointBehavior extends ExternalTaskActivityBehavior {

    private final ExternalTaskActivityBehavior inner;
    private final TouchpointBehavior.Leaving leaving;

    ExternalTouchpointBehavior(ExternalTaskActivityBehavior inner, TouchpointBehavior.Leaving leaving) {
        super(new ConstantValueProvider(null), inner.getPriorityValueProvider());
        this.inner = inner;
        this.leaving = leaving;
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
    public ParameterValueProvider getPriorityValueProvider() {
        return inner.getPriorityValueProvider();
    }

    @Override
    public void doLeave(ActivityExecution execution) {
        leaving.leave(execution, inner);
    }
}

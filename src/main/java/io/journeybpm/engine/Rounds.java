package io.journeybpm.engine;

import io.journeybpm.ledger.NewContact;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;

/** Which iteration of which multi-instance a touchpoint is completed in; see {@link NewContact.Place#round()}. */
final class Rounds {

    private Rounds() {}

    static @Nullable String of(ExecutionEntity execution) {
        Object iteration = execution.getVariable(MultiInstanceActivityBehavior.LOOP_COUNTER);
        if (iteration == null) {
            return null;
        }
        for (ExecutionEntity each = execution; each != null; each = each.getParent()) {
            if (each.hasVariableLocal(MultiInstanceActivityBehavior.NUMBER_OF_INSTANCES)) {
                return each.getId() + "/" + iteration;
            }
        }
        return null;
    }
}

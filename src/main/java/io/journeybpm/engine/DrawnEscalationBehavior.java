package io.journeybpm.engine;

import io.journeybpm.ledger.Level;
import org.camunda.bpm.engine.impl.bpmn.behavior.AbstractBpmnActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.EscalationEventDefinition;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;

/**
 * An escalation event drawn in a journey with a level's code: raises that level in the ledger, and the escalation in
 * the process only if the case had not reached the level before.
 */
final class DrawnEscalationBehavior extends AbstractBpmnActivityBehavior {

    private final Level level;
    private final Steps steps;
    private final Raiser raiser;

    DrawnEscalationBehavior(Level level, Steps steps, Raiser raiser) {
        this.level = level;
        this.steps = steps;
        this.raiser = raiser;
    }

    @Override
    public void execute(ActivityExecution execution) {
        ExecutionEntity here = (ExecutionEntity) execution;
        Steps.Taken taken = steps.drawn(here, level);
        EscalationEventDefinition caught = taken.rise() == null ? null : raiser.raise(here, taken.file(), taken.rise());
        if (caught == null || !caught.isCancelActivity()) {
            leave(here.getReplacedBy() == null ? here : here.getReplacedBy());
        }
    }
}

package io.journeybpm.engine;

import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.Rise;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.bpmn.helper.EscalationHandler;
import org.camunda.bpm.engine.impl.bpmn.parser.EscalationEventDefinition;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;

/** Raises a case's rise as a BPMN escalation whose code is the level's name. */
final class Raiser {

    private final RaiseJobs jobs;

    Raiser(RaiseJobs jobs) {
        this.jobs = jobs;
    }

    /**
     * Raises where the execution stands. Where nothing catches it and somebody has to act, {@code case-escalation} is
     * queued.
     *
     * @return what caught it
     */
    @Nullable
    EscalationEventDefinition raise(ExecutionEntity execution, CaseFile file, Rise rise) {
        EscalationEventDefinition caught = announced(
                file,
                rise,
                () -> EscalationHandler.executeEscalation(execution, rise.to().word()));
        if (caught == null && rise.to().needsSomebody()) {
            jobs.queueProcess(file, rise);
        }
        return caught;
    }

    /** Lets the handler that catches it know the rise, even if the engine starts it only a little later. */
    @Nullable
    EscalationEventDefinition announced(
            CaseFile file, Rise rise, Supplier<@Nullable EscalationEventDefinition> raising) {
        file.rises().announce(rise);
        EscalationEventDefinition caught = raising.get();
        if (caught == null) {
            file.rises().withdraw(rise);
        }
        return caught;
    }
}

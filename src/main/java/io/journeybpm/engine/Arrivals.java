package io.journeybpm.engine;

import io.journeybpm.journey.Touchpoint;
import io.journeybpm.ledger.CaseFile;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** What happens when the journey comes to a touchpoint, before anybody meets the customer there. */
final class Arrivals {

    private final Steps steps;
    private final Texts texts;
    private final ShownFacts shownFacts;
    private final VisitGate gate;

    Arrivals(Steps steps, Texts texts, ShownFacts shownFacts, VisitGate gate) {
        this.steps = steps;
        this.texts = texts;
        this.shownFacts = shownFacts;
        this.gate = gate;
    }

    /** The journey comes to a touchpoint that may be kept from it. */
    void comes(ExecutionEntity execution, Touchpoint touchpoint) {
        if (touchpoint.visitGate() != null) {
            String party = touchpoint.party() == null ? null : texts.resolve(touchpoint.party(), execution);
            gate.requireReady(steps.file(execution), touchpoint, party, text -> texts.resolve(text, execution));
        }
    }

    /** A touchpoint's task is made: its form shows what was told. */
    void taskMade(TaskEntity task) {
        if (shownFacts.isShown(task)) {
            shownFacts.give(task, steps.file(task.getExecution()));
        }
    }

    /** Somebody takes a touchpoint's task: what waits for its party has been read. */
    void taskTaken(TaskEntity task, Touchpoint touchpoint) {
        String party = touchpoint.party() == null ? "" : texts.resolve(touchpoint.party(), task.getExecution());
        CaseFile file = steps.file(task.getExecution());
        boolean waits = file.handoffs().open().stream().anyMatch(each -> each.isUnreadBy(party));
        if (!party.isBlank() && (waits || file.facts().matterAt(touchpoint.id()))) {
            file.handoffs().read(party, task.getAssignee());
        }
    }
}

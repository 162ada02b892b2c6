package io.journeybpm.ledger;

import io.journeybpm.journey.Phase;

/** The phases of a case held for writing. */
public final class CasePhases {

    private final CaseFile file;

    CasePhases(CaseFile file) {
        this.file = file;
    }

    /** The case enters a phase of its journey. */
    public void enter(Phase phase) {
        Case.PhaseOfCase before = file.row.phase;
        if (before != null && before.id().equals(phase.id())) {
            return;
        }
        complete();
        file.row.carry.completedPhases.remove(phase.id());
        file.row.phase =
                new Case.PhaseOfCase(phase.id(), phase.title(), file.clock().now());
        file.note(Event.Kind.PHASE, null, phase.id(), phase.title());
    }

    /** The phase the case is in has come to its end; one that is entered again is not completed any more. */
    public void complete() {
        Case.PhaseOfCase ending = file.row.phase;
        if (ending != null) {
            file.writes.rowChanged |= file.row.carry.completedPhases.add(ending.id());
        }
    }
}

package io.journeybpm.engine;

import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.Rise;

/** Raises of a case's level that were decided outside its process instance. */
public interface Rises {

    /**
     * Queues a rise: an engine job, written with the caller's transaction, raises it as a BPMN escalation in the case's
     * process, or starts {@code case-escalation} where nothing catches it and somebody has to act.
     */
    void queue(CaseFile file, Rise rise);
}

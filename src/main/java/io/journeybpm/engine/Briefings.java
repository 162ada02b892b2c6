package io.journeybpm.engine;

import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.Fact;
import io.journeybpm.ledger.HandoffEntry;
import io.journeybpm.ledger.Promise;
import io.journeybpm.visits.Readiness;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the next person has to know: told, read, and still missing. Every writing method is part of one transaction. */
public interface Briefings {

    /**
     * Keeps a fact, or what has become of it; tasks that wait and whose forms show facts show it too.
     *
     * @throws io.journeybpm.ledger.LedgerProblem if there is no such case, or it keeps too many already
     */
    void tell(String caseId, Fact fact, @Nullable String actor);

    /** A party has read the brief, and with it every handoff that waits for it. */
    Case read(String caseId, String party, @Nullable String actor);

    /**
     * What was handed over and booked after an entry, and what is still missing of it; within the transaction that did.
     *
     * @throws StepBlocked if a visit was booked that isn't ready and whose gate is closed
     */
    Announced after(String caseId, int entry);

    /** What the visit of a promise lacks; empty if it is no visit of a deployed journey. */
    Optional<Readiness> readiness(Case about, Promise promise);

    /**
     * What comes next, as it was just announced.
     *
     * @param handoffs whose receivers have yet to come
     * @param visits that were booked
     */
    record Announced(List<Handed> handoffs, List<Readiness> visits) {}

    /**
     * A handoff and what its brief lacks.
     *
     * @param handoff as it stands
     * @param missing in the words of the model
     */
    record Handed(HandoffEntry handoff, List<String> missing) {}
}

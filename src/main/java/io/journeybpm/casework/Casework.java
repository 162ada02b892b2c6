package io.journeybpm.casework;

import io.journeybpm.engine.Briefings;
import io.journeybpm.engine.Briefings.Announced;
import io.journeybpm.engine.ReportedContact;
import io.journeybpm.engine.RunningCases;
import io.journeybpm.engine.RunningCases.RecordedContact;
import io.journeybpm.ledger.Case;
import io.journeybpm.ledger.CaseClock;
import io.journeybpm.ledger.CaseFile;
import io.journeybpm.ledger.LedgerProblem.CaseClosed;
import io.journeybpm.ledger.NewPromise;
import io.journeybpm.ledger.Promise;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What takes more than one step to do to a case. To be called within a transaction, as {@link Once} has it; what takes
 * one step is done by {@link RunningCases} itself.
 */
public final class Casework {

    private final RunningCases running;
    private final Briefings briefings;
    private final CaseClock clock;

    /** Works on the cases of an engine. */
    public Casework(RunningCases running, Briefings briefings, CaseClock clock) {
        this.running = running;
        this.briefings = briefings;
        this.clock = clock;
    }

    /**
     * What is told of a case along with something else.
     *
     * @param factsShown names of facts that those who met the customer knew
     * @param overrideReason why a visit that isn't ready is sent
     * @param user who tells it
     */
    public record Aside(
            List<String> factsShown,
            @Nullable String overrideReason,
            @Nullable String user) {

        CaseFile given(CaseFile file) {
            file.facts().shown(factsShown);
            file.overrides().give(overrideReason, user);
            return file;
        }
    }

    /** A contact as it was recorded, and what comes next because of it. */
    public record Reported(RecordedContact recorded, Announced announced) {}

    /** A promise as it was made, and what the visit it books still lacks. */
    public record Promised(Promise promise, Announced announced) {}

    /**
     * Records a contact, which completes the wait of its touchpoint where that waits.
     *
     * @param variables what the process needs to know besides, where a wait is completed
     * @throws io.journeybpm.engine.StepBlocked if a visit was booked that isn't ready and whose gate is closed
     */
    public Reported record(String caseId, ReportedContact report, Map<String, Object> variables, Aside aside) {
        running.change(caseId, aside::given);
        RecordedContact recorded = running.record(caseId, report, variables);
        return new Reported(recorded, briefings.after(caseId, recorded.contact().entry()));
    }

    /**
     * Makes a promise.
     *
     * @throws CaseClosed if nothing can happen to the case any more
     * @throws io.journeybpm.engine.StepBlocked as for a contact
     */
    public Promised promise(String caseId, NewPromise promise, Aside aside) {
        Promise made = whileOpen(caseId, file -> aside.given(file).promises().make(promise, clock.now()));
        return new Promised(made, briefings.after(caseId, made.entry() - 1));
    }

    /**
     * Changes a case that isn't over.
     *
     * @throws CaseClosed if nothing can happen to it any more
     */
    public <T> T whileOpen(String caseId, Function<CaseFile, T> change) {
        return running.change(caseId, file -> {
            if (file.view().status() == Case.Status.CLOSED) {
                throw new CaseClosed(file.view());
            }
            return change.apply(file);
        });
    }
}

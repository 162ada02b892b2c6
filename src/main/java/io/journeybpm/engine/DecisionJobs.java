package io.journeybpm.engine;

import io.journeybpm.ledger.CaseFile;

/** Engine jobs that ask a failed decision again; until it is mended they are incidents that name table and rule. */
final class DecisionJobs {

    private final EngineAccess engine;

    DecisionJobs(EngineAccess engine) {
        this.engine = engine;
    }

    /** Asks again once, by a job whose failure is an incident at once; whoever mends the table retries it. */
    void queue(CaseFile file) {
        String instance = file.view().status() == io.journeybpm.ledger.Case.Status.OPEN
                ? file.view().processInstance()
                : null;
        engine.within(context -> {
            RaiseJobs.send(
                            context,
                            DecisionJob.TYPE,
                            new DecisionJob.Order(file.view().caseId()),
                            instance)
                    .setRetries(1);
            return null;
        });
    }
}

package io.journeybpm.imports;

import io.journeybpm.ledger.ImportRuns;
import io.journeybpm.ledger.ImportRuns.State;
import org.jspecify.annotations.Nullable;

/** Imports as the ledger knows them, for the outside. */
final class ImportViews {

    private static final String AGAIN = "; what was taken stays, and sending the log again changes nothing of that";

    private ImportViews() {}

    static ImportView of(ImportRuns.Run run) {
        State state = run.abandoned() ? State.FAILED : run.state();
        ImportResult result = run.result() == null ? null : MappingJson.result(run.result());
        long done = Math.min(run.done(), run.total());
        return new ImportView(
                run.id(),
                state.word(),
                done,
                run.total(),
                state == State.QUEUED ? 0 : ImportProgress.percent(done, run.total()),
                result == null ? null : result.cases(),
                result == null ? null : result.contacts(),
                result == null ? null : result.levels(),
                result == null ? null : result.rejected(),
                error(run));
    }

    private static @Nullable String error(ImportRuns.Run run) {
        if (run.abandoned()) {
            return "its server stopped" + AGAIN;
        }
        return run.error() == null ? null : run.error() + AGAIN;
    }
}

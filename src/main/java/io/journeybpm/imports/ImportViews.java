package io.journeybpm.imports;

import io.journeybpm.ledger.Runs.Run;
import org.jspecify.annotations.Nullable;

/** Imports as the ledger knows them, for the outside. */
final class ImportViews {

    private static final String AGAIN = "; what was taken stays, and sending the log again changes nothing of that";

    private ImportViews() {}

    static ImportView of(Run run) {
        ImportResult result = run.result() == null ? null : MappingJson.result(run.result());
        return new ImportView(
                run.id(),
                run.state().word(),
                run.done(),
                run.order().total(),
                run.percent(),
                result == null ? null : result.cases(),
                result == null ? null : result.contacts(),
                result == null ? null : result.levels(),
                result == null ? null : result.rejected(),
                error(run));
    }

    private static @Nullable String error(Run run) {
        if (run.abandoned()) {
            return "its server stopped" + AGAIN;
        }
        return run.error() == null ? null : run.error() + AGAIN;
    }
}

/** Decisions process owners keep: their names, what they are told, what they may answer. Knows nothing of the process engine. */
@ApplicationModule(
        displayName = "Decisions",
        allowedDependencies = {"ledger", "journey", "settings"})
@NullMarked
package io.journeybpm.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Event logs, XES and CSV, into the ledger: their events become contacts of cases, decided upon like any other. */
@ApplicationModule(
        displayName = "Imports",
        allowedDependencies = {"engine", "decision", "escalation", "ledger", "journey", "settings"})
@NullMarked
package io.journeybpm.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

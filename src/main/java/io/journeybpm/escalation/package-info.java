/** Levels: what the decision is told, when it is asked, and what a rise means. Knows nothing of the process engine. */
@ApplicationModule(
        displayName = "Escalation",
        allowedDependencies = {"decision", "ledger", "journey", "settings"})
@NullMarked
package io.journeybpm.escalation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** What people do to a case, whatever they do it with: what they may say, how it is carried out once, why it is refused. */
@ApplicationModule(
        displayName = "Casework",
        allowedDependencies = {"engine", "visits", "escalation", "ledger", "journey", "settings"})
@NullMarked
package io.journeybpm.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

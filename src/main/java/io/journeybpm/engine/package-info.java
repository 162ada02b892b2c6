/** The process engine's side: the only room that knows {@code org.camunda.bpm}. */
@ApplicationModule(
        displayName = "Engine",
        allowedDependencies = {"decision", "visits", "escalation", "outreach", "links", "ledger", "journey", "settings"
        })
@NullMarked
package io.journeybpm.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** The plugin for Camunda's Cockpit and Tasklist: what it shows, to whom, and the resources behind it. */
@ApplicationModule(
        displayName = "Cockpit",
        allowedDependencies = {"casework", "insight", "engine", "visits", "escalation", "ledger", "journey", "settings"
        })
@NullMarked
package io.journeybpm.cockpit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

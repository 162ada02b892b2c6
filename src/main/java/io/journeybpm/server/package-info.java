/** The runnable server: the plugin with an engine, Camunda's web applications, sample journeys and a front page. */
@ApplicationModule(
        displayName = "Server",
        allowedDependencies = {
            "pages",
            "accounts",
            "imports",
            "insight",
            "engine",
            "decision",
            "escalation",
            "ledger",
            "journey",
            "settings"
        })
@NullMarked
package io.journeybpm.server;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

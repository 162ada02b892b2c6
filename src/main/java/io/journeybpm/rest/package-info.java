/** The interface under {@code /api}: what it accepts, what it answers, and how it says no. */
@ApplicationModule(
        displayName = "REST",
        allowedDependencies = {
            "imports",
            "photos",
            "insight",
            "casework",
            "engine",
            "decision",
            "visits",
            "escalation",
            "outreach",
            "links",
            "ledger",
            "journey",
            "settings"
        })
@NullMarked
package io.journeybpm.rest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

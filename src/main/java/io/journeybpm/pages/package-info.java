/** Pages people open outside Camunda's web applications: a journey's map, and what customers and visitors get a link to. */
@ApplicationModule(
        displayName = "Pages",
        allowedDependencies = {
            "casework",
            "accounts",
            "insight",
            "engine",
            "photos",
            "links",
            "ledger",
            "journey",
            "settings"
        })
@NullMarked
package io.journeybpm.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

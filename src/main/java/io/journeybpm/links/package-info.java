/** Addresses for people without a login: signed, for one case and one purpose, with an end. */
@ApplicationModule(
        displayName = "Links",
        allowedDependencies = {"ledger", "settings"})
@NullMarked
package io.journeybpm.links;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

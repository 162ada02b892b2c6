/** Contacts the company starts: when it may contact a customer, and when it has to. Knows nothing of the process engine. */
@ApplicationModule(
        displayName = "Outreach",
        allowedDependencies = {"decision", "ledger", "journey", "settings"})
@NullMarked
package io.journeybpm.outreach;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

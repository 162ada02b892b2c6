/** Whether a visit can do what it is for: asked when it is booked, in time to mend what is missing. */
@ApplicationModule(
        displayName = "Visits",
        allowedDependencies = {"decision", "ledger", "journey", "settings"})
@NullMarked
package io.journeybpm.visits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** What is learned from the ledger: journeys as drawn beside what happened on them. It only reads. */
@ApplicationModule(
        displayName = "Insight",
        allowedDependencies = {"ledger", "journey", "settings"})
@NullMarked
package io.journeybpm.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** What is learned from the ledger: journeys as drawn beside what happened on them, and changed tables tried on it. It only reads. */
@ApplicationModule(
        displayName = "Insight",
        allowedDependencies = {"imports", "decision", "escalation", "ledger", "journey", "settings"})
@NullMarked
package io.journeybpm.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

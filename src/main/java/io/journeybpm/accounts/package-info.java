/** Users, groups and roles: Camunda's identity service, what each group may do, and how callers log in. */
@ApplicationModule(
        displayName = "Accounts",
        allowedDependencies = {"engine", "settings"})
@NullMarked
package io.journeybpm.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Everything an engineer can set, under {@code journey.} */
@ApplicationModule(
        displayName = "Settings",
        allowedDependencies = {})
@NullMarked
package io.journeybpm.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

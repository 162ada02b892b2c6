/** The planned journey: phases, touchpoints and handoffs as drawn, as plain values without any framework. */
@ApplicationModule(
        displayName = "Journey",
        allowedDependencies = {})
@NullMarked
package io.journeybpm.journey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

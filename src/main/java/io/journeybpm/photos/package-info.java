/** Photos made harmless and small before they are kept: decoded, drawn anew, and nothing of what was sent left. */
@ApplicationModule(
        displayName = "Photos",
        allowedDependencies = {"ledger"})
@NullMarked
package io.journeybpm.photos;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

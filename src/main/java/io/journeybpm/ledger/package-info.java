/** Cases, contacts, promises and handoffs: the only room that writes {@code journey_*} tables. */
@ApplicationModule(
        displayName = "Ledger",
        allowedDependencies = {"journey", "settings"})
@NullMarked
package io.journeybpm.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

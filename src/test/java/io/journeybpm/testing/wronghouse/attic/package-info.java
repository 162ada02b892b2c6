/** A room of a house built wrong, to show that the checks of the house notice. */
@ApplicationModule(allowedDependencies = "cellar")
package io.journeybpm.testing.wronghouse.attic;

import org.springframework.modulith.ApplicationModule;

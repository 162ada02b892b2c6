/** A room of a house built wrong: it reaches up, and for what isn't its own. */
@ApplicationModule(allowedDependencies = {})
package io.journeybpm.testing.wronghouse.cellar;

import org.springframework.modulith.ApplicationModule;

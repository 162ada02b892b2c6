/** Two sample cases, played on the engine at the server's first start: one as it happened, one run well. */
@NullMarked
package io.journeybpm.server.demo;

import org.jspecify.annotations.NullMarked;

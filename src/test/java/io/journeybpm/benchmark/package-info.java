/**
 * What the product costs beside the bare engine, beside the same done by hand, and beside the database alone. Each
 * comparison is made in one run whose rounds alternate, since a machine is never the same twice.
 */
@NullMarked
package io.journeybpm.benchmark;

import org.jspecify.annotations.NullMarked;

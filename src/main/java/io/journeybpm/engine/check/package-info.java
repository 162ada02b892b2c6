/** What is wrong with a drawn journey or a decision table, before it is deployed. */
@org.jspecify.annotations.NullMarked
package io.journeybpm.engine.check;

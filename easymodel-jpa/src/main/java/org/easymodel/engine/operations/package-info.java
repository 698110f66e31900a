/**
 * The watch over a unit's operations: measures each, warns of those that repeat a statement, and tells the log, the flight
 * recorder, Micrometer where it is there, and the observers of the application. Entry type: {@link
 * org.easymodel.engine.operations.Operations}. May import: {@code java.*}, {@code jdk.jfr}, {@code failure}, {@code observe},
 * {@code io.micrometer} in the one class of that name.
 */
@NullMarked
package org.easymodel.engine.operations;

import org.jspecify.annotations.NullMarked;

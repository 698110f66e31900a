/**
 * The repository at work: conditions become statements, nested maps become rows, failures of the provider become ours.
 * Entry type: {@link org.easymodel.engine.JpaEngineProvider}. May import: everything of this module except {@code
 * eclipselink}, {@code jakarta.persistence}, {@code jakarta.data}, {@code jakarta.json}, {@code javax.crypto}.
 */
@NullMarked
package org.easymodel.engine;

import org.jspecify.annotations.NullMarked;

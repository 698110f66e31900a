/**
 * What happens between the description of a persistence unit and its first SQL. Entry type: {@link
 * org.easymodel.eclipselink.startup.SchemaStart}. May import: {@code eclipselink}, {@code scan}, {@code spi}, {@code schema},
 * {@code org.eclipse.persistence}, {@code jakarta.persistence}.
 */
@NullMarked
package org.easymodel.eclipselink.startup;

import org.jspecify.annotations.NullMarked;

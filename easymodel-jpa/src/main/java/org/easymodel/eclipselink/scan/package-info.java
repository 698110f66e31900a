/**
 * Reads the neutral schema of a persistence unit, without a database: every column and key as EclipseLink will use it,
 * with the reason for each.
 *
 * <p>May import: {@code java.*}, {@code org.easymodel.failure}, {@code org.easymodel.schema}, {@code
 * org.easymodel.relate}, {@code org.easymodel.model}, {@code org.easymodel.constraints}, {@code org.easymodel.spi}, {@code
 * org.easymodel.eclipselink}, {@code jakarta.persistence}, {@code org.eclipse.persistence}.
 */
@NullMarked
package org.easymodel.eclipselink.scan;

import org.jspecify.annotations.NullMarked;

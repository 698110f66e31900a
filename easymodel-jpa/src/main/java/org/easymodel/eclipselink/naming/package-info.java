/**
 * Names of tables and columns that a mapping does not give: the setting {@code easymodel.naming} chooses one rule for scanner,
 * changelog and run time. Entry types: {@link org.easymodel.eclipselink.naming.Naming}, {@link
 * org.easymodel.eclipselink.naming.NamesInUse}. May import: {@code java.*}, {@code javax.xml.stream}, {@code
 * org.eclipse.persistence}, {@code jakarta.persistence}, {@code eclipselink}, {@code failure}, {@code relate}, {@code spi}.
 */
@NullMarked
package org.easymodel.eclipselink.naming;

import org.jspecify.annotations.NullMarked;

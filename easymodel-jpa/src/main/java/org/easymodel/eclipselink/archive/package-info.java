/**
 * What lies where the classes of a unit lie, read as files: class files and {@code persistence.xml}. Entry type: {@link
 * org.easymodel.eclipselink.archive.UnlistedEntities}. May import: {@code java.*}, {@code javax.xml.stream}, {@code
 * jakarta.persistence}, {@code org.eclipse.persistence}.
 */
@NullMarked
package org.easymodel.eclipselink.archive;

import org.jspecify.annotations.NullMarked;

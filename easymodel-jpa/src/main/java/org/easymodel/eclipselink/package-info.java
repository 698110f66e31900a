/**
 * EclipseLink: the only package that imports it. It describes entities from EclipseLink's own descriptors, installs inferred
 * relationships in a session, and reads and writes the state of entities for the engine. Entry types: {@link
 * org.easymodel.eclipselink.EasyModelCustomizer} for {@code persistence.xml}, {@link
 * org.easymodel.eclipselink.scan.SchemaScan} for the build. May import: {@code java.*}, {@code org.eclipse.persistence}, {@code
 * jakarta.persistence}, {@code javax.sql}, {@code failure}, {@code model}, {@code schema}, {@code relate}, {@code spi}, {@code
 * eclipselink.archive}.
 */
@NullMarked
package org.easymodel.eclipselink;

import org.jspecify.annotations.NullMarked;

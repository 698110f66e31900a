/**
 * The few seams: the engine behind the front door, the persistence provider behind the engine, the unit of work of the
 * environment. Entry types: {@link org.easymodel.spi.EngineProvider}, {@link org.easymodel.spi.PersistenceSupport}. May
 * import: {@code java.*}, {@code failure}, {@code observe}, {@code schema}, {@code relate}, {@code javax.sql}, {@code jakarta.persistence}.
 */
@NullMarked
package org.easymodel.spi;

import org.jspecify.annotations.NullMarked;

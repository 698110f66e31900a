/**
 * What a model's change means for its database: the changes, their order, their danger, and the revisions that record
 * them. Pure functions on values, but for the one type that reads and writes revision folders. Entry type:
 * {@link org.easymodel.migrate.SchemaDiff}. May import: {@code java.*}, {@code schema}, {@code failure}.
 */
@NullMarked
package org.easymodel.migrate;

import org.jspecify.annotations.NullMarked;

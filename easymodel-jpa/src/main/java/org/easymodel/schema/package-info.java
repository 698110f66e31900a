/**
 * The neutral database schema of a model as immutable values: tables, columns, keys, sequences; its canonical text and
 * its hash. Nothing in it depends on a database, a provider, a locale or the order in which classes were found. Entry
 * type: {@link org.easymodel.schema.SchemaModel}. May import: {@code java.*}, {@code failure}.
 */
@NullMarked
package org.easymodel.schema;

import org.jspecify.annotations.NullMarked;

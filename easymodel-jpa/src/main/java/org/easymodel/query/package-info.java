/**
 * What a query asks for, as immutable values: conditions, expressions and order. Entry type: {@link
 * org.easymodel.query.Conditions}. May import: {@code java.*}, {@code failure}, {@code jakarta.data}, {@code
 * jakarta.persistence} (static metamodel types).
 */
@NullMarked
package org.easymodel.query;

import org.jspecify.annotations.NullMarked;

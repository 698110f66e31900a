/**
 * What the constraints of Bean Validation say about an attribute, as a value: for the schema, for {@code schema()} and for
 * checks before SQL. Annotations are read by their names, so that Bean Validation need not be there at run time. Entry
 * type: {@link org.easymodel.constraints.Constraints}. May import: {@code java.*}.
 */
@NullMarked
package org.easymodel.constraints;

import org.jspecify.annotations.NullMarked;

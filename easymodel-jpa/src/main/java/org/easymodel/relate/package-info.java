/**
 * Pure rules: descriptions of entities in, relationships with their reasons out. The same rules serve the build and the
 * run time. Entry types: {@link org.easymodel.relate.Inference} and its result {@link
 * org.easymodel.relate.ModelDescription}. May import: {@code java.*}, {@code failure}, {@code model}, {@code schema} and
 * the inflector.
 */
@NullMarked
package org.easymodel.relate;

import org.jspecify.annotations.NullMarked;

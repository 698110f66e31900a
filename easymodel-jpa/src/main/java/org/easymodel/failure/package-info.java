/**
 * Everything that can go wrong, as one sealed family with one leaf per reaction of the caller. Entry type:
 * {@link org.easymodel.failure.EasyModelException}. May import: {@code java.*}.
 */
@NullMarked
package org.easymodel.failure;

import org.jspecify.annotations.NullMarked;

/**
 * What a unit did, as values: one {@link org.easymodel.observe.Operation} for each verb, given to whoever watches. May import:
 * {@code java.*}, {@code failure}.
 */
@NullMarked
package org.easymodel.observe;

import org.jspecify.annotations.NullMarked;

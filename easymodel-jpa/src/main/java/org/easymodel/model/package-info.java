/**
 * What entity classes use: the base classes {@link org.easymodel.model.EasyModel} and {@link
 * org.easymodel.model.Timestamped} for those who want them, and the annotations that say what a raw foreign key means.
 * May import: {@code java.*}, {@code jakarta.persistence}, {@code failure}.
 */
@NullMarked
package org.easymodel.model;

import org.jspecify.annotations.NullMarked;

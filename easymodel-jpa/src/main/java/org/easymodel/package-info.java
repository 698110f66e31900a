/**
 * The front door: repositories and queries, in an asynchronous and a blocking view. Entry types: {@link
 * org.easymodel.EasyRepository}, and {@link org.easymodel.EasyRepositories} in Java SE. May import: {@code java.*}, {@code
 * failure}, {@code model}, {@code observe}, {@code query}, {@code schema}, {@code spi}, {@code javax.sql}, {@code jakarta.data}, {@code jakarta.json}, {@code jakarta.persistence}.
 */
@NullMarked
package org.easymodel;

import org.jspecify.annotations.NullMarked;

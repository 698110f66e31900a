/**
 * The entities of the shop: plain classes, most of them with nothing but raw foreign key attributes. May import: {@code
 * java.*}, {@code jakarta.persistence}, {@code org.easymodel.model}.
 */
@NullMarked
package org.easymodel.example.shop;

import org.jspecify.annotations.NullMarked;

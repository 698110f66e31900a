package org.easymodel.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that an entity with exactly two foreign keys links their targets many-to-many although it has further attributes.
 *
 * <p>An entity with two keys and nothing besides id, version and timestamps is a link without being told.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Link {}

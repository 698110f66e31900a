package org.easymodel.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps an attribute or relationship inside: {@code toMap} and {@code schema()} leave it out. It stays an attribute like any
 * other everywhere else.
 *
 * <pre>{@code
 * @Hidden
 * private String passwordHash;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Hidden {}

package org.easymodel.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that an attribute, or all attributes with this annotation together, tell one row from another, beside the primary
 * key: a nested map that supplies all of them links to the row that has these values.
 *
 * <pre>{@code
 * @NaturalKey
 * private String country;
 *
 * @NaturalKey
 * private String postcode;
 * }</pre>
 *
 * <p>An attribute may be a foreign key; its relationship then supplies it. The annotation asks the database for nothing:
 * where two rows must not share the values, a unique constraint says so. If several rows have them, a map that would link
 * is refused.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface NaturalKey {}

package org.easymodel.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that the column of an attribute has an index of its own.
 *
 * <pre>{@code
 * @Indexed
 * private String email;
 * }</pre>
 *
 * <p>For an index over several columns there is {@code @Table(indexes = ...)} of Jakarta Persistence; for one over a part
 * of the rows {@link PartialIndex}, and for one over an expression {@link FunctionalIndex}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Indexed {

    /** The name of the index; by default {@code ix_} with the names of table and column. */
    String name() default "";

    /** Whether no two rows may have the same value. */
    boolean unique() default false;
}

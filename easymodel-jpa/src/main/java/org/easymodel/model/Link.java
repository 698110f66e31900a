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
public @interface Link {

    /**
     * Whether two rows are linked at most once, which is what a link is for: keys with {@link References} then get a unique
     * key in the schema. With {@code false} the same two rows can be linked again with other values, such as a reader who
     * reads a book twice; the many-to-many relationship names each of them once all the same.
     */
    boolean unique() default true;
}

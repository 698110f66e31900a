package org.easymodel.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An index over those rows of an entity that meet a condition; left out, with a note, on databases that have none.
 *
 * <pre>{@code
 * @Entity
 * @PartialIndex(attributes = "email", where = "active = true", unique = true)
 * public class Member { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(PartialIndex.List.class)
public @interface PartialIndex {

    /** The attributes whose columns the index covers, in this order; at least one. */
    String[] attributes();

    /** The condition in SQL, with the names of columns, taken as it is. */
    String where();

    /** Whether no two of these rows may have the same values. */
    boolean unique() default false;

    /** The name of the index; by default {@code ix_} with the names of table and columns. */
    String name() default "";

    /** Several such indexes; written as several {@link PartialIndex} annotations. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface List {

        /** The indexes. */
        PartialIndex[] value();
    }
}

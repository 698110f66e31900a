package org.easymodel.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An index over an expression instead of columns; left out, with a note, on databases that have none.
 *
 * <pre>{@code
 * @Entity
 * @FunctionalIndex(expression = "lower(email)", unique = true)
 * public class Member { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(FunctionalIndex.List.class)
public @interface FunctionalIndex {

    /** The expression in SQL, with the names of columns, taken as it is. */
    String expression();

    /** The kind of index, such as {@code gin}; by default that of the database. */
    String using() default "";

    /** The operator class, such as {@code gin_trgm_ops}; by default that of the database. */
    String operatorClass() default "";

    /** Whether no two rows may have the same value of the expression. */
    boolean unique() default false;

    /** The name of the index; by default {@code ix_} with the table and what tells the expression from others. */
    String name() default "";

    /** Several such indexes; written as several {@link FunctionalIndex} annotations. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface List {

        /** The indexes. */
        FunctionalIndex[] value();
    }
}

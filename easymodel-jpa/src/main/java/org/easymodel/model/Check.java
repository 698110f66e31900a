package org.easymodel.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A condition that every row must meet, as a check constraint of the table. May stand on the class or, which means the
 * same, on the attribute that it is about.
 *
 * <pre>{@code
 * @Check("price >= 0")
 * private BigDecimal price;
 * }</pre>
 *
 * <p>Ranges, lengths and required values need no check of their own: the constraints of Bean Validation, such as {@code
 * @PositiveOrZero}, say them for the schema too.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
@Repeatable(Check.List.class)
public @interface Check {

    /** The condition in SQL, with the names of columns; taken as it is, so it must mean the same on every database used. */
    String value();

    /** The name of the constraint; by default {@code ck_} with the table and what tells the condition from others. */
    String name() default "";

    /** Several checks on one place; written as several {@link Check} annotations. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
    @interface List {

        /** The checks. */
        Check[] value();
    }
}

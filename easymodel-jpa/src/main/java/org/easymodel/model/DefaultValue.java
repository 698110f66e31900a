package org.easymodel.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value of an attribute that is given none. It stands in the schema, for rows that come from elsewhere, and every verb
 * of a repository that inserts fills it in, so that the inserted entity has it too. A value that is given as null counts as
 * none.
 *
 * <pre>{@code
 * @DefaultValue("new")
 * private String state;
 *
 * @DefaultValue("now")
 * private Instant orderedAt;
 * }</pre>
 *
 * <p>A field that the class initializes keeps its own value. A primitive always has one, so that its default reaches only
 * what is inserted from maps, and the schema.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface DefaultValue {

    /**
     * The value as text: a number, {@code true} or {@code false}, the name of an enum constant, a text, a UUID, a date or
     * time in the form of ISO 8601 such as {@code 2026-01-31}; or {@code now} for an attribute that is a date or time,
     * which then gets the moment of the insert.
     */
    String value();
}

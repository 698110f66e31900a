package org.easymodel.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a basic attribute holds the key of another entity, so that a relationship to it is inferred.
 *
 * <pre>{@code
 * @References(Category.class)
 * private Long parentId;          // infers Category.parent and Category.children
 * }</pre>
 *
 * <p>The relationship is read-only; the attribute stays what is written. With this annotation the schema gets a foreign
 * key constraint and an index.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface References {

    /** The entity whose primary key the attribute holds. */
    Class<?> value();

    /** The name of the relationship on this side; by default the attribute's name without {@code Id}. */
    String attribute() default "";

    /** The name of the relationship on the other side; by default the plural of this entity's name. */
    String inverse() default "";

    /** What happens to rows of this entity when the row they lead to is deleted through a repository. */
    OnDelete onDelete() default OnDelete.REFUSE;

    /** Whether the schema gets a foreign key constraint. */
    boolean constraint() default true;
}

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
 * <p>An entity whose key has several attributes is referred to by as many, each annotated:
 *
 * <pre>{@code
 * @References(OrderLine.class)
 * private Long orderId;
 *
 * @References(OrderLine.class)
 * private Integer lineNumber;     // with an OrderLine of the key (orderId, number): infers orderLine
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

    /**
     * The attribute of that primary key whose value this one holds, where the key has several. By default the one whose name
     * ends this attribute's name: {@code number} for {@code lineNumber}.
     */
    String key() default "";

    /** The name of the relationship on this side; by default the attribute's name without {@code Id}. */
    String attribute() default "";

    /** The name of the relationship on the other side; by default the plural of this entity's name. */
    String inverse() default "";

    /** What happens to rows of this entity when the row they lead to is deleted through a repository. */
    OnDelete onDelete() default OnDelete.REFUSE;

    /**
     * Whether a row of this entity goes when it is taken out of the relationship on the other side. It is then a part of the
     * row it leads to, and goes with that one too, as {@link OnDelete#CASCADE} says.
     */
    boolean orphanRemoval() default false;

    /** Whether the schema gets a foreign key constraint. */
    boolean constraint() default true;
}

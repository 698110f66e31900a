package org.easymodel.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that two basic attributes together lead to a row of one of several entities: one holds a key, the other says of which
 * entity. A relationship is inferred from the pair, and another one to this entity on each of those.
 *
 * <pre>{@code
 * private String taggableType;
 *
 * @Polymorphic(types = {Article.class, Image.class})
 * private Long taggableId;        // infers Tag.taggable, Article.tags and Image.tags
 * }</pre>
 *
 * <p>It is on the attribute that holds the key, {@code ...Id}, or on the one that says the entity, {@code ...Type}; the other
 * one is found by its name, or named with {@link #other}. Both stay what is written. The schema gets an index over the two,
 * and no foreign key constraint, for there is none that could lead to several tables.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Polymorphic {

    /**
     * The entities to whose rows the pair may lead, each with a key of one attribute of the same type. Rows of an entity that
     * extends one of them are led to as rows of that one.
     */
    Class<?>[] types();

    /**
     * What the attribute says for each of the types, in their order, written as text: of an enumeration the name of the
     * constant. By default, and where one is
     * empty, the entity's name, or the constant of that name whatever its case and underscores.
     */
    String[] values() default {};

    /** The other attribute of the pair; by default the one that ends with {@code Type}, or with {@code Id}, instead. */
    String other() default "";

    /** The name of the relationship on this side; by default what the two attributes' names have in common. */
    String attribute() default "";

    /** The name of the relationship on each of the other sides; by default the plural of this entity's name. */
    String inverse() default "";

    /** What happens to rows of this entity when the row they lead to is deleted through a repository. */
    OnDelete onDelete() default OnDelete.REFUSE;

    /**
     * Whether a row of this entity goes when it is taken out of the relationship on the other side. It is then a part of the
     * row it leads to, and goes with that one too, as {@link OnDelete#CASCADE} says.
     */
    boolean orphanRemoval() default false;
}

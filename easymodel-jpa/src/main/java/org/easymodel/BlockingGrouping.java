package org.easymodel;

import java.util.Map;
import org.easymodel.query.Condition;
import org.easymodel.query.Expression;
import org.easymodel.query.Ordering;
import org.easymodel.query.Subquery;

/**
 * Rows of values, one for each group of entities. Every call that refines it returns a new one.
 *
 * <pre>{@code
 * products.select().groupBy("category.name").count("products").sum(attribute("price").times("stock"), "value")
 *         .avg("price", "average").orderBy("-value").limit(10).as(CategoryStats.class).list();
 * }</pre>
 *
 * <p>A row is a map in the order in which its columns were asked for: the paths of the groups, then the labels. Immutable and
 * safe for any number of threads.
 */
public interface BlockingGrouping extends BlockingRows<Map<String, Object>>, Subquery {

    /**
     * Adds the number of entities in the group, a {@link Long}. A label that is the name of a to-many relationship of the entity
     * counts the related rows instead, 0 where there are none: {@code users.select().groupBy("username").count("posts")}.
     *
     * @throws org.easymodel.failure.InvalidRequestException if the label is taken, or rows would be counted twice because
     *     another column follows another to-many relationship
     */
    BlockingGrouping count(String label);

    /**
     * Adds the number of values that an attribute has in the group, or of the rows that a relationship leads to; 0 where there are
     * none. A path may lead through one to-many relationship, as in the other aggregates.
     *
     * @throws org.easymodel.failure.InvalidRequestException if there is no such path, the label is taken, or values would be
     *     counted twice because another column follows another to-many relationship
     */
    BlockingGrouping count(String path, String label);

    /** Adds the number of different values of an attribute; see {@link #count(String, String)}. */
    BlockingGrouping countDistinct(String path, String label);

    /**
     * Adds the sum of an attribute: of whole numbers a {@link Long}, of decimals a {@link java.math.BigDecimal}, else a {@link
     * Double}; null where there is no value.
     *
     * @throws org.easymodel.failure.InvalidRequestException if there is no such attribute or it is no number, or the label
     *     is taken
     */
    BlockingGrouping sum(String path, String label);

    /** Adds the sum of an expression; see {@link #sum(String, String)}. */
    BlockingGrouping sum(Expression expression, String label);

    /** Adds the average of an attribute, a {@link Double}; see {@link #sum(String, String)}. */
    BlockingGrouping avg(String path, String label);

    /** Adds the average of an expression; see {@link #sum(String, String)}. */
    BlockingGrouping avg(Expression expression, String label);

    /**
     * Adds the smallest value of an attribute.
     *
     * @throws org.easymodel.failure.InvalidRequestException if there is no such attribute, or the label is taken
     */
    BlockingGrouping min(String path, String label);

    /** Adds the smallest value of an expression; see {@link #min(String, String)}. */
    BlockingGrouping min(Expression expression, String label);

    /**
     * Adds the greatest value of an attribute.
     *
     * @throws org.easymodel.failure.InvalidRequestException if there is no such attribute, or the label is taken
     */
    BlockingGrouping max(String path, String label);

    /** Adds the greatest value of an expression; see {@link #max(String, String)}. */
    BlockingGrouping max(Expression expression, String label);

    /**
     * Keeps the groups that meet a condition about labels and paths of the groups: {@code
     * having(attribute("products").greaterThan(3))}. A further call restricts further.
     *
     * @throws org.easymodel.failure.InvalidRequestException if there is no such column yet, or a value does not fit
     */
    BlockingGrouping having(Condition condition);

    /** As {@link #having(Condition)}, with criteria as a map. */
    BlockingGrouping having(Map<String, ?> criteria);

    /**
     * Orders by labels and by paths of the groups; {@code -} before one turns its order round.
     *
     * @throws org.easymodel.failure.InvalidRequestException if there is no such column
     */
    BlockingGrouping orderBy(String... columns);

    /** Orders as these say; see {@link #orderBy(String...)}. */
    BlockingGrouping orderBy(Ordering... orders);

    /**
     * At most so many groups. Groups that are equal in the order are then ordered by their paths.
     *
     * @throws org.easymodel.failure.InvalidRequestException if the number is negative
     */
    BlockingGrouping limit(int limit);

    /**
     * Leaves out so many groups at the beginning.
     *
     * @throws org.easymodel.failure.InvalidRequestException if the number is negative
     */
    BlockingGrouping offset(int offset);

    /**
     * Makes records of the rows. A component takes the column of its name; a path such as {@code category.name} answers
     * to {@code categoryName}, and to {@code name} where that is unambiguous. Numbers are converted without loss.
     *
     * @throws org.easymodel.failure.InvalidRequestException if a component has no column
     */
    <R extends Record> BlockingRows<R> as(Class<R> type);
}

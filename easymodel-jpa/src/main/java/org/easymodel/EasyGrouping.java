package org.easymodel;

import java.util.Map;
import org.easymodel.query.Expression;
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
public interface EasyGrouping extends EasyRows<Map<String, Object>>, Subquery {

    /** Adds the number of entities in the group, a {@link Long}. */
    EasyGrouping count(String label);

    /**
     * Adds the sum of an attribute.
     *
     * @throws org.easymodel.failure.InvalidRequestException if there is no such attribute or it is no number, or the label
     *     is taken
     */
    EasyGrouping sum(String path, String label);

    /** Adds the sum of an expression; see {@link #sum(String, String)}. */
    EasyGrouping sum(Expression expression, String label);

    /** Adds the average of an attribute; see {@link #sum(String, String)}. */
    EasyGrouping avg(String path, String label);

    /** Adds the average of an expression; see {@link #sum(String, String)}. */
    EasyGrouping avg(Expression expression, String label);

    /**
     * Adds the smallest value of an attribute.
     *
     * @throws org.easymodel.failure.InvalidRequestException if there is no such attribute, or the label is taken
     */
    EasyGrouping min(String path, String label);

    /**
     * Adds the greatest value of an attribute.
     *
     * @throws org.easymodel.failure.InvalidRequestException if there is no such attribute, or the label is taken
     */
    EasyGrouping max(String path, String label);

    /**
     * Orders by labels and by paths of the groups; {@code -} before one turns its order round.
     *
     * @throws org.easymodel.failure.InvalidRequestException if there is no such column
     */
    EasyGrouping orderBy(String... columns);

    /**
     * At most so many groups. Groups that are equal in the order are then ordered by their paths.
     *
     * @throws org.easymodel.failure.InvalidRequestException if the number is negative
     */
    EasyGrouping limit(int limit);

    /**
     * Leaves out so many groups at the beginning.
     *
     * @throws org.easymodel.failure.InvalidRequestException if the number is negative
     */
    EasyGrouping offset(int offset);

    /**
     * Makes records of the rows. A component takes the column of its name; a path such as {@code category.name} answers
     * to {@code categoryName}, and to {@code name} where that is unambiguous. Numbers are converted without loss.
     *
     * @throws org.easymodel.failure.InvalidRequestException if a component has no column
     */
    <R extends Record> EasyRows<R> as(Class<R> type);
}

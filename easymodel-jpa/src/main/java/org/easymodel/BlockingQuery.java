package org.easymodel;

import jakarta.data.Order;
import jakarta.data.Sort;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.easymodel.query.Condition;
import org.easymodel.query.Ordering;

/**
 * A query for entities. Every call that refines it returns a new query; the terminals {@link #list}, {@link
 * #first}, {@link #optional}, {@link #one}, {@link #count} and {@link #exists} run it.
 *
 * <pre>{@code
 * posts.select(Map.of("author", Map.of("role", "admin")))
 *         .orderBy("-createdAt", "author.name").limit(20).offset(40).include("comments.author").list();
 * }</pre>
 *
 * <p>A path that the model does not have is refused where it is given, before a connection is taken. Each terminal joins
 * the caller's transaction where there is one, else opens its own. Immutable and safe for any number of threads.
 *
 * @param <E> the entity class
 */
public interface BlockingQuery<E> {

    /**
     * Restricts further: a row must meet these criteria too.
     *
     * @throws org.easymodel.failure.InvalidRequestException if the criteria do not fit the model
     */
    BlockingQuery<E> where(Map<String, ?> criteria);

    /**
     * Restricts further: a row must meet this condition too.
     *
     * @throws org.easymodel.failure.InvalidRequestException if the condition does not fit the model
     */
    BlockingQuery<E> where(Condition condition);

    /**
     * Orders by attributes, the most important first; {@code -} before a path turns its order round. Rows without a value
     * come last in both directions. A further call adds less important attributes.
     *
     * @throws org.easymodel.failure.InvalidRequestException if there is no such attribute or the path leads through a
     *     to-many relationship
     */
    BlockingQuery<E> orderBy(String... paths);

    /**
     * Orders as these say, which may put rows without a value first or ignore upper and lower case; see {@link
     * #orderBy(String...)}.
     */
    BlockingQuery<E> orderBy(Ordering... orders);

    /** Orders as a sort of Jakarta Data says; see {@link #orderBy(String...)}. */
    BlockingQuery<E> orderBy(Sort<? super E> sort);

    /** Orders as the sorts of Jakarta Data say; see {@link #orderBy(String...)}. */
    BlockingQuery<E> orderBy(Order<? super E> order);

    /**
     * At most so many entities. Rows that are equal in the order are then ordered by id.
     *
     * @throws org.easymodel.failure.InvalidRequestException if the number is negative
     */
    BlockingQuery<E> limit(int limit);

    /**
     * Leaves out so many entities at the beginning.
     *
     * @throws org.easymodel.failure.InvalidRequestException if the number is negative
     */
    BlockingQuery<E> offset(int offset);

    /**
     * Loads exactly these relationships, and what lies on the way to them, instead of what the setting {@code
     * easymodel.include-depth} says. A further call adds paths.
     *
     * @throws org.easymodel.failure.InvalidRequestException if there is no such relationship
     */
    BlockingQuery<E> include(String... paths);

    /**
     * Loads all relationships up to so many steps away; 0 loads none.
     *
     * @throws org.easymodel.failure.InvalidRequestException if the number is negative
     */
    BlockingQuery<E> includeDepth(int depth);

    /** Loads no relationships. */
    BlockingQuery<E> withoutRelated();

    /**
     * Groups the rows by attributes, over to-one relationships too; the result is rows of values, not entities.
     *
     * @throws org.easymodel.failure.InvalidRequestException if there is no such attribute, or the query has an order, a
     *     limit or an offset, which belong behind the grouping
     */
    BlockingGrouping groupBy(String... paths);

    /** The entities in their order; possibly none. */
    List<E> list();

    /** The first entity in the order, empty if there is none. */
    Optional<E> first();

    /**
     * The only entity, empty if there is none.
     *
     * @throws org.easymodel.failure.RowCountException if there are more
     */
    Optional<E> optional();

    /**
     * The only entity.
     *
     * @throws org.easymodel.failure.RowCountException if there is none, or there are more
     */
    E one();

    /** How many rows there are, between the offset and the limit if they are given. */
    Long count();

    /** Whether there is any row. */
    Boolean exists();
}

package org.easymodel;

import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.easymodel.query.Condition;
import org.easymodel.query.Expression;
import org.easymodel.query.Ordering;

/**
 * A query for entities, run asynchronously. Every call that refines it returns a new query; the terminals {@link #list}, {@link
 * #first}, {@link #optional}, {@link #one}, {@link #count} and {@link #exists} run it.
 *
 * <pre>{@code
 * posts.select(Map.of("author", Map.of("role", "admin")))
 *         .orderBy("-createdAt", "author.name").limit(20).offset(40).include("comments.author").list();
 * }</pre>
 *
 * <p>A path that the model does not have is refused where it is given, before a connection is taken. Each terminal opens a transaction of its own, on
 * another thread. Immutable and safe for any number of threads.
 *
 * @param <E> the entity class
 */
public interface EasyQuery<E> {

    /**
     * Restricts further: a row must meet these criteria too.
     *
     * @throws org.easymodel.failure.InvalidRequestException if the criteria do not fit the model
     */
    EasyQuery<E> where(Map<String, ?> criteria);

    /**
     * Restricts further: a row must meet this condition too.
     *
     * @throws org.easymodel.failure.InvalidRequestException if the condition does not fit the model
     */
    EasyQuery<E> where(Condition condition);

    /**
     * Orders by attributes, the most important first; {@code -} before a path turns its order round. Rows without a value
     * come last in both directions. A further call adds less important attributes.
     *
     * @throws org.easymodel.failure.InvalidRequestException if there is no such attribute or the path leads through a
     *     to-many relationship
     */
    EasyQuery<E> orderBy(String... paths);

    /**
     * Orders as these say, which may put rows without a value first or ignore upper and lower case; see {@link
     * #orderBy(String...)}.
     */
    EasyQuery<E> orderBy(Ordering... orders);

    /** Orders as a sort of Jakarta Data says; see {@link #orderBy(String...)}. */
    EasyQuery<E> orderBy(Sort<? super E> sort);

    /** Orders as the sorts of Jakarta Data say; see {@link #orderBy(String...)}. */
    EasyQuery<E> orderBy(Order<? super E> order);

    /**
     * At most so many entities. Rows that are equal in the order are then ordered by id.
     *
     * @throws org.easymodel.failure.InvalidRequestException if the number is negative
     */
    EasyQuery<E> limit(int limit);

    /**
     * Leaves out so many entities at the beginning.
     *
     * @throws org.easymodel.failure.InvalidRequestException if the number is negative
     */
    EasyQuery<E> offset(int offset);

    /**
     * Loads exactly these relationships, and what lies on the way to them, instead of what the setting {@code
     * easymodel.include-depth} says. A further call adds paths.
     *
     * @throws org.easymodel.failure.InvalidRequestException if there is no such relationship
     */
    EasyQuery<E> include(String... paths);

    /**
     * Loads all relationships up to so many steps away; 0 loads none.
     *
     * @throws org.easymodel.failure.InvalidRequestException if the number is negative
     */
    EasyQuery<E> includeDepth(int depth);

    /** Loads no relationships. */
    EasyQuery<E> withoutRelated();

    /**
     * Groups the rows by attributes, over to-one relationships too; the result is rows of values, not entities.
     *
     * @throws org.easymodel.failure.InvalidRequestException if there is no such attribute, or the query has an order, a
     *     limit or an offset, which belong behind the grouping
     */
    EasyGrouping groupBy(String... paths);

    /** The entities in their order; possibly none. */
    CompletionStage<List<E>> list();

    /** The first entity in the order, empty if there is none. */
    CompletionStage<Optional<E>> first();

    /**
     * The only entity, empty if there is none.
     *
     * @throws org.easymodel.failure.RowCountException in the stage, if there are more
     */
    CompletionStage<Optional<E>> optional();

    /**
     * The only entity.
     *
     * @throws org.easymodel.failure.RowCountException in the stage, if there is none, or there are more
     */
    CompletionStage<E> one();

    /**
     * A page by its number, with the total if the request asks for it. Rows and total are those of the query itself, whatever
     * to-many relationships come along. A row that is inserted or deleted before the page moves what follows: for going through
     * many pages use {@link #cursor}.
     *
     * @param request {@code PageRequest.ofPage(3).size(20)}; {@code withoutTotal()} saves a statement
     * @throws org.easymodel.failure.InvalidRequestException in the stage, if the query has a limit or an offset of its own
     */
    CompletionStage<Page<E>> page(PageRequest request);

    /**
     * A page from a row on, in the order of the query, in which missing values and directions may be as they like; the key of
     * the row decides at last. Whatever is inserted or deleted meanwhile, going from page to page leaves out no row and gives
     * none twice that was there all the time; the last page is as fast as the first.
     *
     * <p>Each {@linkplain CursoredPage#cursor cursor} holds one text, that may be given to a client and come back: {@code
     * PageRequest.afterCursor(Cursor.forKey(text), 1, 20, false)}. It is encrypted, and accepted only by the query with the same
     * criteria and order, under the same {@code easymodel.cursor.secret}; without that setting, until this process ends.
     *
     * @param request {@code PageRequest.ofSize(20)} for the first page; then {@code nextPageRequest()} and {@code
     *     previousPageRequest()} of a page
     * @throws org.easymodel.failure.InvalidRequestException in the stage, if the cursor is none of this query
     */
    CompletionStage<CursoredPage<E>> cursor(PageRequest request);

    /**
     * The entities one after the other, to each subscriber as it asks for them, however many there are: rows are read in the
     * order of the query, at most 1,000 at a time, each time from the last one on and in a transaction of its own. Nothing is held
     * between two reads but the rows that were read, so that a subscriber may rest; rows that come or go meanwhile behave as in
     * {@link #cursor}. Each subscriber starts from the beginning. Who cancels gives up a read that is running. What is wrong with
     * the query, or fails in the database, reaches {@code onError}.
     *
     * <p>Rows are read on another thread; subscribers are called there, or on the thread that asks for more. Inside of a transaction each
     * read is one of its turns.
     */
    Flow.Publisher<E> publish();

    /** How many rows there are, between the offset and the limit if they are given. */
    CompletionStage<Long> count();

    /** Whether there is any row. */
    CompletionStage<Boolean> exists();

    /**
     * The rows as records, of which only the columns are read that the components need. A component takes the attribute of its name;
     * {@code authorName} means {@code author.name} where there is no attribute of that name; a nested record takes a to-one
     * relationship or an embeddable. A record with more in it, such as a list for a to-many relationship, is made of entities.
     *
     * @throws org.easymodel.failure.InvalidRequestException if a component has no attribute, or one of another type
     */
    <R extends Record> EasyRows<R> as(Class<R> type);

    /**
     * The sum of an attribute over all rows: of whole numbers a {@link Long}, of decimals a {@link java.math.BigDecimal}, else
     * a {@link Double}; 0 where there is no value. The path may lead over relationships.
     *
     * @throws org.easymodel.failure.InvalidRequestException if there is no such attribute, it is no number, or the query has a
     *     limit or an offset
     */
    CompletionStage<Number> sum(String path);

    /** The sum of an expression; see {@link #sum(String)}. */
    CompletionStage<Number> sum(Expression expression);

    /** The average of an attribute, empty where there is no value; see {@link #sum(String)}. */
    CompletionStage<Optional<Double>> avg(String path);

    /** The average of an expression; see {@link #sum(String)}. */
    CompletionStage<Optional<Double>> avg(Expression expression);

    /**
     * The smallest value of an attribute, empty where there is none.
     *
     * @param <T> the type of the attribute
     * @throws org.easymodel.failure.InvalidRequestException if there is no such attribute, or it has no order
     */
    <T> CompletionStage<Optional<T>> min(String path);

    /** The greatest value of an attribute; see {@link #min}. */
    <T> CompletionStage<Optional<T>> max(String path);

    /**
     * Changes all rows of the query, as {@code updateWhere} of the repository does.
     *
     * @return the number of changed rows
     * @throws org.easymodel.failure.InvalidRequestException if the query restricts nothing, or has an order, a limit, an offset or
     *     includes
     */
    CompletionStage<Long> update(Map<String, ?> changes);

    /**
     * Deletes all rows of the query, as {@code deleteWhere} of the repository does.
     *
     * @return the number of deleted rows
     * @throws org.easymodel.failure.InvalidRequestException if the query restricts nothing, or has an order, a limit, an offset or
     *     includes
     */
    CompletionStage<Long> delete();
}

package org.easymodel;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;
import org.easymodel.query.Condition;

/**
 * The rows of one entity, asynchronously. Every verb that needs the database starts at once and gives a stage; the others
 * ({@code toMap}, {@code as}, {@code schema}) are done when they return, and throw what is wrong.
 *
 * <pre>{@code
 * users.insertMap(Map.of("username", "jane", "posts", List.of(Map.of("title", "First"))))
 *         .thenCompose(jane -> users.select(Map.of("email", "*@gmail.com")).orderBy("-createdAt").list());
 * }</pre>
 *
 * <p>Maps are never changed. A stage fails with an {@link org.easymodel.failure.EasyModelException}, not
 * wrapped. Nothing that a
 * call returns touches the database later: a relationship that was not included throws {@link
 * org.easymodel.failure.RelationshipNotLoadedException} when it is read. Safe for any number of threads.
 *
 * @param <E> the entity class
 */
public interface EasyRepository<E> {

    /**
     * Inserts an entity with everything that can be reached over its relationships: related objects without a row are
     * inserted, those with one are linked, whether the mapping cascades or not. What is null gets its {@linkplain
     * org.easymodel.model.DefaultValue default value}. Keys and default values appear on the given objects.
     *
     * <p>Transaction: opens its own, on another thread; all or nothing.
     *
     * @param entity a new entity; it stays usable, and is not the result
     * @return a stage of the inserted entity, detached, with its direct relationships loaded
     * @throws org.easymodel.failure.InvalidRequestException in the stage, if a required value is missing, or a related object has a key
     *     without a row
     * @throws org.easymodel.failure.ConstraintViolatedException in the stage, if the database refuses a row
     */
    CompletionStage<E> insert(E entity);

    /**
     * Inserts an object graph that is given as nested maps. A nested map links to the row that its primary key, one of its
     * unique attributes, one of its complete unique keys or its {@linkplain org.easymodel.model.NaturalKey natural key}
     * matches, and is inserted where none matches; the outermost map is always inserted. Values beside the key must be those
     * of the linked row. What is not given gets its {@linkplain org.easymodel.model.DefaultValue default value}.
     *
     * <p>Transaction: opens its own, on another thread; all or nothing.
     *
     * @param values attribute names to values, to a map for one related row or an embeddable, to a collection of maps for
     *     several
     * @return a stage of the inserted entity, detached, with every path of the map and its direct relationships loaded
     * @throws org.easymodel.failure.InvalidRequestException in the stage, if anything in the map is wrong; with all problems at once, each
     *     with its path, before a row is written
     * @throws org.easymodel.failure.ConstraintViolatedException in the stage, if the database refuses a row
     */
    CompletionStage<E> insertMap(Map<String, ?> values);

    /** As {@link #insertMap(Map)}; see {@link BlockingRepository#insertMap(Map, NestedMaps)}. Opens its own transaction. */
    CompletionStage<E> insertMap(Map<String, ?> values, NestedMaps nested);

    /** See {@link BlockingRepository#insertAll}. Opens its own transaction. */
    CompletionStage<List<E>> insertAll(Collection<? extends E> entities);

    /** See {@link BlockingRepository#insertMaps(Collection)}. Opens its own transaction. */
    CompletionStage<List<E>> insertMaps(Collection<? extends Map<String, ?>> values);

    /** See {@link BlockingRepository#insertMaps(Collection, NestedMaps)}. Opens its own transaction. */
    CompletionStage<List<E>> insertMaps(Collection<? extends Map<String, ?>> values, NestedMaps nested);

    /**
     * The entity with that key.
     *
     * <p>Transaction: opens its own, on another thread.
     *
     * @param id the key, of the type of the id attribute or a whole number that fits
     * @param includes the paths of the relationships to load, exactly these; without any, as the setting {@code
     *     easymodel.include-depth} says
     * @return a stage of the entity, empty if there is none
     * @throws org.easymodel.failure.InvalidRequestException in the stage, if the key is of another type, or there is no such path
     */
    CompletionStage<Optional<E>> find(Object id, String... includes);

    /** A query for all rows. */
    EasyQuery<E> select();

    /**
     * A query for the rows that meet the criteria.
     *
     * @param criteria see {@link org.easymodel.query.Criteria}; an empty map restricts nothing
     * @throws org.easymodel.failure.InvalidRequestException if the criteria do not fit the model
     */
    EasyQuery<E> select(Map<String, ?> criteria);

    /**
     * A query for the rows that meet the condition.
     *
     * @throws org.easymodel.failure.InvalidRequestException if the condition does not fit the model
     */
    EasyQuery<E> select(Condition condition);

    /** All rows, in no order: short for {@code select().list()}. */
    CompletionStage<List<E>> all();

    /** The rows that meet the criteria: short for {@code select(criteria).list()}. */
    CompletionStage<List<E>> all(Map<String, ?> criteria);

    /** The rows that meet the condition: short for {@code select(condition).list()}. */
    CompletionStage<List<E>> all(Condition condition);

    /** The row with the smallest id, empty if there is none. */
    CompletionStage<Optional<E>> first();

    /** The row with the smallest id of those that meet the criteria, empty if there is none. */
    CompletionStage<Optional<E>> first(Map<String, ?> criteria);

    /** The row with the smallest id of those that meet the condition, empty if there is none. */
    CompletionStage<Optional<E>> first(Condition condition);

    /** How many rows there are. */
    CompletionStage<Long> count();

    /** How many rows meet the criteria. */
    CompletionStage<Long> count(Map<String, ?> criteria);

    /** How many rows meet the condition. */
    CompletionStage<Long> count(Condition condition);

    /** Whether there is any row. */
    CompletionStage<Boolean> exists();

    /** Whether any row meets the criteria. */
    CompletionStage<Boolean> exists(Map<String, ?> criteria);

    /** Whether any row meets the condition. */
    CompletionStage<Boolean> exists(Condition condition);

    /**
     * The row of an entity as it is now, with what results have loaded. The given object stays as it is.
     *
     * <p>Transaction: opens its own, on another thread.
     *
     * @throws org.easymodel.failure.InvalidRequestException if the entity has no key yet
     * @throws org.easymodel.failure.RowNotFoundException if there is no such row any more
     */
    CompletionStage<E> refresh(E entity);

    /**
     * Loads relationships, and collections of values, into this very object, as its row has them now; what lies there is
     * replaced. One statement, and one more for each path.
     *
     * <p>Transaction: opens its own, on another thread.
     *
     * @param paths at least one path of relationships
     * @return the same object
     * @throws org.easymodel.failure.InvalidRequestException if there is no such path, or the entity has no key yet
     * @throws org.easymodel.failure.RowNotFoundException if there is no such row any more
     */
    CompletionStage<E> loadRelated(E entity, String... paths);

    /**
     * As {@link #loadRelated(Object, String...)}, for several objects and in the same number of statements.
     *
     * @return the same objects in their order
     */
    CompletionStage<List<E>> loadRelated(List<E> entities, String... paths);

    /**
     * The same repository, whose results contain exactly these relationships, and what lies on the way to them. A further call
     * adds paths.
     *
     * @throws org.easymodel.failure.InvalidRequestException if there is no such relationship
     */
    EasyRepository<E> include(String... paths);

    /**
     * The same repository, whose results contain all relationships up to so many steps away; 0 for none.
     *
     * @throws org.easymodel.failure.InvalidRequestException if the number is negative, or the paths are too many
     */
    EasyRepository<E> includeDepth(int depth);

    /** The same repository, whose results contain no relationships. */
    EasyRepository<E> withoutRelated();

    /**
     * Changes one row. Callbacks run, the version moves. A to-one relationship is set with a map that holds the key of the
     * other row, and emptied with null.
     *
     * <p>Transaction: opens its own, on another thread.
     *
     * @param id the key of the row
     * @param changes attribute names to new values
     * @return a stage of the changed entity, detached, with its direct relationships loaded
     * @throws org.easymodel.failure.InvalidRequestException in the stage, if anything in the map is wrong, with all problems at once
     * @throws org.easymodel.failure.RowNotFoundException in the stage, if there is no row with that key
     * @throws org.easymodel.failure.ConstraintViolatedException in the stage, if the database refuses the row
     * @throws org.easymodel.failure.ConcurrentChangeException in the stage, if somebody else changed the row meanwhile
     */
    CompletionStage<E> update(Object id, Map<String, ?> changes);

    /** See {@link BlockingRepository#update(Object, Map, NestedMaps)}. Opens its own transaction. */
    CompletionStage<E> update(Object id, Map<String, ?> changes, NestedMaps nested);

    /** See {@link BlockingRepository#updateEach}. Opens its own transaction. */
    CompletionStage<Long> updateEach(Collection<? extends Map<String, ?>> changes);

    /** See {@link BlockingRepository#save}. Opens its own transaction. */
    CompletionStage<E> save(E entity);

    /** See {@link BlockingRepository#getOrCreate}. Opens its own transaction. */
    CompletionStage<Ensured<E>> getOrCreate(Map<String, ?> key, Map<String, ?> defaults);

    /** See {@link BlockingRepository#updateOrCreate}. Opens its own transaction. */
    CompletionStage<Ensured<E>> updateOrCreate(Map<String, ?> key, Map<String, ?> values);

    /**
     * See {@link BlockingRepository#bulkLoad(Iterable)}. Opens its own transaction. The rows are taken from the source on another
     * thread, after this call has returned.
     */
    CompletionStage<Long> bulkLoad(Iterable<?> rows);

    /** As {@link #bulkLoad(Iterable)}, from a stream, which is closed then. */
    CompletionStage<Long> bulkLoad(Stream<?> rows);

    /** See {@link BlockingRepository#upsertAll}. Opens its own transaction. */
    CompletionStage<Long> upsertAll(Collection<? extends Map<String, ?>> rows, String... keyAttributes);

    /** See {@link BlockingRepository#addRelated(Object, String, Object...)}. Opens its own transaction. */
    CompletionStage<Long> addRelated(Object row, String path, Object... targets);

    /** See {@link BlockingRepository#addRelated(Object, String, Object, Map)}. Opens its own transaction. */
    CompletionStage<Long> addRelated(Object row, String path, Object target, Map<String, ?> values);

    /** See {@link BlockingRepository#removeRelated}. Opens its own transaction. */
    CompletionStage<Long> removeRelated(Object row, String path, Object... targets);

    /** See {@link BlockingRepository#setRelated}. Opens its own transaction. */
    CompletionStage<Long> setRelated(Object row, String path, Object... targets);

    /**
     * Changes every row that meets the criteria, in one statement. The version and {@code updatedAt} of each row move;
     * callbacks do not run.
     *
     * <p>Changes that reach further than the columns of the rows (a map that looks for, makes or changes another row, a list, an
     * embeddable) mean for each row what {@link #update(Object, Map)} says: then the rows are read, callbacks run, and expressions
     * are refused.
     *
     * <p>Transaction: opens its own, on another thread.
     *
     * @param criteria see {@link org.easymodel.query.Criteria}
     * @param changes attribute names to new values or to expressions such as {@code increment(10)}
     * @return a stage of the number of changed rows
     * @throws org.easymodel.failure.InvalidRequestException in the stage, if the criteria restrict nothing, or anything in the maps is wrong
     * @throws org.easymodel.failure.ConstraintViolatedException in the stage, if the database refuses a row
     */
    CompletionStage<Long> updateWhere(Map<String, ?> criteria, Map<String, ?> changes);

    /** As {@link #updateWhere(Map, Map)}, for the rows that meet the condition. */
    CompletionStage<Long> updateWhere(Condition condition, Map<String, ?> changes);

    /**
     * Deletes one row. What happens to rows that lead to it follows the mapping, or {@link
     * org.easymodel.model.References#onDelete()}; rows of a link between two entities go with it. Callbacks do not run.
     *
     * <p>Transaction: opens its own, on another thread.
     *
     * @param id the key of the row
     * @return whether there was such a row
     * @throws org.easymodel.failure.InvalidRequestException in the stage, if the key is of another type
     * @throws org.easymodel.failure.ConstraintViolatedException in the stage, if other rows lead to it; the message counts them
     */
    CompletionStage<Boolean> deleteById(Object id);

    /** See {@link BlockingRepository#delete}. Opens its own transaction. */
    CompletionStage<Boolean> delete(E entity);

    /** See {@link BlockingRepository#deleteEverything}. Opens its own transaction. */
    CompletionStage<Long> deleteEverything();

    /**
     * Deletes every row that meets the criteria, with one statement for each table involved. What happens to rows that
     * lead to them follows the mapping, or {@link org.easymodel.model.References#onDelete()}. Callbacks do not run.
     *
     * <p>Transaction: opens its own, on another thread.
     *
     * @param criteria see {@link org.easymodel.query.Criteria}
     * @return a stage of the number of deleted rows, without those that went with them
     * @throws org.easymodel.failure.InvalidRequestException in the stage, if the criteria restrict nothing or do not fit the model
     * @throws org.easymodel.failure.ConstraintViolatedException in the stage, if other rows lead to them; the message counts them
     */
    CompletionStage<Long> deleteWhere(Map<String, ?> criteria);

    /** As {@link #deleteWhere(Map)}, for the rows that meet the condition. */
    CompletionStage<Long> deleteWhere(Condition condition);

    /**
     * An entity as nested maps: the key first, then the attributes by name, then the relationships by name, four
     * relationships deep. What is {@linkplain org.easymodel.model.Hidden hidden} is left out, and so is what is not loaded:
     * nothing touches the database. An entity that lies below itself is told by its key. Embeddables are maps, collections of
     * values lists.
     *
     * <p>Runs at once on the caller's thread, without a transaction.
     *
     * @param entity an entity, a result or a new one
     * @param paths what the map is to contain, over relationships joined by dots: without any, everything; a path with {@code
     *     -} before it is left out; a path that is named is followed however deep it is
     * @return an unmodifiable map; its values are those of the entity, and arrays and dates copies of them
     * @throws org.easymodel.failure.InvalidRequestException if no entity of this repository is given, or a path leads nowhere or
     *     to what is hidden, with all problems at once
     */
    Map<String, Object> toMap(E entity, String... paths);

    /**
     * As {@link #toMap(Object, String...)}, to another depth.
     *
     * @param depth how many relationships deep; 0 for none, at most 64
     */
    Map<String, Object> toMap(E entity, int depth, String... paths);

    /**
     * A record of an entity and what of it is loaded. A component takes the attribute of its name; over to-one relationships
     * and embeddables a name such as {@code authorName} stands for {@code author.name}. Conversions without loss are made; a
     * relationship or embeddable becomes a nested record, or stays what it is; a to-many relationship becomes a list of records.
     *
     * <pre>{@code
     * record BookView(String title, String authorName, List<ReviewView> reviews) {}
     * record ReviewView(int rating) {}
     * BookView view = books.as(BookView.class, book);
     * }</pre>
     *
     * <p>Runs at once on the caller's thread, without a transaction, and touches no database.
     *
     * @param type the record
     * @param entity an entity, a result or a new one
     * @throws org.easymodel.failure.InvalidRequestException if a component cannot be filled, with all of them at once before
     *     anything is read; if no entity of this repository is given, a value does not fit, or the entity leads back to itself
     * @throws org.easymodel.failure.RelationshipNotLoadedException if a component needs what is not loaded
     */
    <R extends Record> R as(Class<R> type, E entity);

    /** What the entity takes and gives as JSON Schema. Touches no database. */
    EntitySchema schema();

    /**
     * A view whose verbs are repeated after failures that a repetition may mend, instead of as the setting {@code
     * easymodel.retry.times} says. The thread that works for the verb waits in the pauses.
     */
    EasyRepository<E> withRetry(Retry retry);

    /**
     * Runs work in one transaction, which ends when the stage that the work gives has ended: it is committed if that stage
     * succeeds, and rolled back if it fails, if the returned stage is cancelled, or if the time is over. See {@link
     * EasyTransaction}.
     *
     * <p>Transaction: opens its own; inside of another one's repository, joins that one. The function runs on another thread.
     *
     * @param work receives the transaction and gives the stage whose end is its end
     * @return a stage of the outcome, which completes after the commit
     * @throws org.easymodel.failure.RejectedException in the stage, if as many transactions are open as the pool allows, and
     *     none ends in time
     * @throws org.easymodel.failure.RolledBackException in the stage, if the time was over, or something failed that the work
     *     handled, but the database had seen
     */
    <R> CompletionStage<R> transaction(Function<? super EasyTransaction, ? extends CompletionStage<R>> work);

    /**
     * As {@link #transaction(Function)}, with a time limit of its own for all of it, waiting included.
     *
     * @param timeout more than zero
     */
    <R> CompletionStage<R> transaction(
            Duration timeout, Function<? super EasyTransaction, ? extends CompletionStage<R>> work);

    /** The same rows, blocking. */
    BlockingRepository<E> blocking();
}

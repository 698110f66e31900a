package org.easymodel;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.easymodel.query.Condition;

/**
 * The rows of one entity. Every verb returns when it is done.
 *
 * <pre>{@code
 * User jane = users.insertMap(Map.of("username", "jane", "posts", List.of(Map.of("title", "First"))));
 * List<User> found = users.select(Map.of("email", "*@gmail.com")).orderBy("-createdAt").list();
 * }</pre>
 *
 * <p>Maps are never changed. A verb fails with an {@link org.easymodel.failure.EasyModelException}. Nothing that a
 * call returns touches the database later: a relationship that was not included throws {@link
 * org.easymodel.failure.RelationshipNotLoadedException} when it is read. Safe for any number of threads.
 *
 * @param <E> the entity class
 */
public interface BlockingRepository<E> {

    /**
     * Inserts an entity with everything that can be reached over its relationships: related objects without a row are
     * inserted, those with one are linked, whether the mapping cascades or not. What is null gets its {@linkplain
     * org.easymodel.model.DefaultValue default value}. Keys and default values appear on the given objects.
     *
     * <p>Transaction: joins the caller's where there is one, else opens its own; runs on the caller's thread; all or nothing.
     *
     * @param entity a new entity; it stays usable, and is not the result
     * @return the inserted entity, detached, with its direct relationships loaded
     * @throws org.easymodel.failure.InvalidRequestException if a required value is missing, or a related object has a key
     *     without a row
     * @throws org.easymodel.failure.ConstraintViolatedException if the database refuses a row
     */
    E insert(E entity);

    /**
     * Inserts an object graph that is given as nested maps. A nested map links to the row that its primary key, one of its
     * unique attributes, one of its complete unique keys or its {@linkplain org.easymodel.model.NaturalKey natural key}
     * matches, and is inserted where none matches; the outermost map is always inserted. Values beside the key must be those
     * of the linked row. What is not given gets its {@linkplain org.easymodel.model.DefaultValue default value}.
     *
     * <p>Transaction: joins the caller's where there is one, else opens its own; runs on the caller's thread; all or nothing.
     *
     * @param values attribute names to values, to a map for one related row or an embeddable, to a collection of maps for
     *     several
     * @return the inserted entity, detached, with every path of the map and its direct relationships loaded
     * @throws org.easymodel.failure.InvalidRequestException if anything in the map is wrong; with all problems at once, each
     *     with its path, before a row is written
     * @throws org.easymodel.failure.ConstraintViolatedException if the database refuses a row
     */
    E insertMap(Map<String, ?> values);

    /**
     * As {@link #insertMap(Map)}, with another meaning of nested maps that match a row.
     *
     * @param nested whether such a row is linked, linked and written, or refused
     */
    E insertMap(Map<String, ?> values, NestedMaps nested);

    /**
     * Inserts several entities, each as {@link #insert} does, with what they lead to in common.
     *
     * <p>Transaction: joins the caller's where there is one, else opens its own; runs on the caller's thread; all or nothing.
     *
     * @param entities new entities; none gives an empty list
     * @return the inserted entities in the order of the input, detached, with their direct relationships loaded
     * @throws org.easymodel.failure.InvalidRequestException as {@link #insert}, or if an element is null or of another type
     * @throws org.easymodel.failure.ConstraintViolatedException if the database refuses a row
     */
    List<E> insertAll(Collection<? extends E> entities);

    /**
     * Inserts several object graphs, each as {@link #insertMap(Map)} does; rows are looked up for all of them at once, and
     * what two maps describe alike becomes one row. Problems begin with the place of the map: {@code [1].posts[0].title}.
     *
     * <p>Transaction: joins the caller's where there is one, else opens its own; runs on the caller's thread; all or nothing.
     *
     * @param values one map for each row; none gives an empty list
     * @return the inserted entities in the order of the input, detached, with every path of the maps loaded
     * @throws org.easymodel.failure.InvalidRequestException as {@link #insertMap(Map)}, or if an element is null
     * @throws org.easymodel.failure.ConstraintViolatedException if the database refuses a row
     */
    List<E> insertMaps(Collection<? extends Map<String, ?>> values);

    /** As {@link #insertMaps(Collection)}, with another meaning of nested maps that match a row. */
    List<E> insertMaps(Collection<? extends Map<String, ?>> values, NestedMaps nested);

    /**
     * The entity with that key.
     *
     * <p>Transaction: joins the caller's where there is one, else opens its own; runs on the caller's thread.
     *
     * @param id the key, of the type of the id attribute or a whole number that fits
     * @param includes the paths of the relationships to load, exactly these; without any, as the setting {@code
     *     easymodel.include-depth} says
     * @return the entity, empty if there is none
     * @throws org.easymodel.failure.InvalidRequestException if the key is of another type, or there is no such path
     */
    Optional<E> find(Object id, String... includes);

    /** A query for all rows. */
    BlockingQuery<E> select();

    /**
     * A query for the rows that meet the criteria.
     *
     * @param criteria see {@link org.easymodel.query.Criteria}; an empty map restricts nothing
     * @throws org.easymodel.failure.InvalidRequestException if the criteria do not fit the model
     */
    BlockingQuery<E> select(Map<String, ?> criteria);

    /**
     * A query for the rows that meet the condition.
     *
     * @throws org.easymodel.failure.InvalidRequestException if the condition does not fit the model
     */
    BlockingQuery<E> select(Condition condition);

    /** All rows, in no order: short for {@code select().list()}. */
    List<E> all();

    /** The rows that meet the criteria: short for {@code select(criteria).list()}. */
    List<E> all(Map<String, ?> criteria);

    /** The rows that meet the condition: short for {@code select(condition).list()}. */
    List<E> all(Condition condition);

    /** The row with the smallest id, empty if there is none. */
    Optional<E> first();

    /** The row with the smallest id of those that meet the criteria, empty if there is none. */
    Optional<E> first(Map<String, ?> criteria);

    /** The row with the smallest id of those that meet the condition, empty if there is none. */
    Optional<E> first(Condition condition);

    /** How many rows there are. */
    Long count();

    /** How many rows meet the criteria. */
    Long count(Map<String, ?> criteria);

    /** How many rows meet the condition. */
    Long count(Condition condition);

    /** Whether there is any row. */
    Boolean exists();

    /** Whether any row meets the criteria. */
    Boolean exists(Map<String, ?> criteria);

    /** Whether any row meets the condition. */
    Boolean exists(Condition condition);

    /**
     * The row of an entity as it is now, with what results have loaded. The given object stays as it is.
     *
     * <p>Transaction: joins the caller's where there is one, else opens its own; runs on the caller's thread.
     *
     * @throws org.easymodel.failure.InvalidRequestException if the entity has no key yet
     * @throws org.easymodel.failure.RowNotFoundException if there is no such row any more
     */
    E refresh(E entity);

    /**
     * Loads relationships, and collections of values, into this very object, as its row has them now; what lies there is
     * replaced. One statement, and one more for each path.
     *
     * <p>Transaction: joins the caller's where there is one, else opens its own; runs on the caller's thread.
     *
     * @param paths at least one path of relationships
     * @return the same object
     * @throws org.easymodel.failure.InvalidRequestException if there is no such path, or the entity has no key yet
     * @throws org.easymodel.failure.RowNotFoundException if there is no such row any more
     */
    E loadRelated(E entity, String... paths);

    /**
     * As {@link #loadRelated(Object, String...)}, for several objects and in the same number of statements.
     *
     * @return the same objects in their order
     */
    List<E> loadRelated(List<E> entities, String... paths);

    /**
     * The same repository, whose results contain exactly these relationships, and what lies on the way to them. A further call
     * adds paths.
     *
     * @throws org.easymodel.failure.InvalidRequestException if there is no such relationship
     */
    BlockingRepository<E> include(String... paths);

    /**
     * The same repository, whose results contain all relationships up to so many steps away; 0 for none.
     *
     * @throws org.easymodel.failure.InvalidRequestException if the number is negative, or the paths are too many
     */
    BlockingRepository<E> includeDepth(int depth);

    /** The same repository, whose results contain no relationships. */
    BlockingRepository<E> withoutRelated();

    /**
     * Changes one row with what hangs on it. Callbacks run, the version moves.
     *
     * <ul>
     *   <li>A map for a to-one relationship with a complete key leads to the row that has it, as in {@link #insertMap(Map)};
     *       without a key it changes the row at the other end, or makes one if there is none. Null leads nowhere.
     *   <li>A list for a to-many relationship is all of it: rows that it leaves out go, where the relationship says {@code
     *       orphanRemoval}, lose their key, where it says {@code SET_NULL}, and are refused otherwise. {@link
     *       org.easymodel.query.Conditions#add add(...)} and {@link org.easymodel.query.Conditions#remove remove(...)} change
     *       single rows. Below a row that is linked by its key a list adds.
     *   <li>A map for an embeddable changes what it names. A collection of values is replaced, or changed with {@code add} and
     *       {@code remove}.
     *   <li>The version may be given: then the call fails if the row has moved since.
     * </ul>
     *
     * <p>Transaction: joins the caller's where there is one, else opens its own; runs on the caller's thread; all or nothing.
     *
     * @param id the key of the row
     * @param changes attribute names to new values
     * @return the changed entity, detached, with every path of the map and its direct relationships loaded
     * @throws org.easymodel.failure.InvalidRequestException if anything in the map is wrong, with all problems at once
     * @throws org.easymodel.failure.RowNotFoundException if there is no row with that key
     * @throws org.easymodel.failure.ConstraintViolatedException if the database refuses the row
     * @throws org.easymodel.failure.ConcurrentChangeException if somebody else changed the row meanwhile
     */
    E update(Object id, Map<String, ?> changes);

    /** As {@link #update(Object, Map)}, with another meaning of nested maps that match a row. */
    E update(Object id, Map<String, ?> changes, NestedMaps nested);

    /**
     * Changes many rows, each in its own way, as {@link #update(Object, Map)} does. Callbacks run, versions move.
     *
     * <p>Transaction: joins the caller's where there is one, else opens its own; runs on the caller's thread; all or nothing.
     *
     * @param changes one map for each row, with its key; none changes nothing
     * @return the number of rows
     * @throws org.easymodel.failure.InvalidRequestException if a key is missing or occurs twice, or anything else in the maps is
     *     wrong, with all problems at once
     * @throws org.easymodel.failure.RowNotFoundException if a row is not there; the message counts them
     */
    Long updateEach(Collection<? extends Map<String, ?>> changes);

    /**
     * Inserts an entity that has no key, or none with a row, as {@link #insert} does; writes one that has a row into it. New
     * entities that can be reached over loaded relationships are inserted. What is not loaded stays as it is.
     *
     * <p>Of an entity with a row its own values are written, what its declared mappings hold, as Jakarta Persistence merges
     * it, and a key where an inferred relationship was set to another row. Not written of inferred relationships: changed
     * values of related rows, rows that were taken out of a list, and null; save the related row itself, call {@link
     * #setRelated} or {@link #removeRelated}, or set the key attribute to null.
     *
     * <p>Transaction: joins the caller's where there is one, else opens its own; runs on the caller's thread; all or nothing.
     *
     * @param entity a new entity, or a result that was changed
     * @return the row as it is then, detached, with its direct relationships loaded
     * @throws org.easymodel.failure.ConcurrentChangeException if the row was changed since the entity was read, which only an
     *     entity with a version can tell
     * @throws org.easymodel.failure.RowNotFoundException if the row of a generated key is gone
     */
    E save(E entity);

    /**
     * The row with this key, or a new one. Under any number of calls at the same time there is one row, and one call is told
     * that it was created; none fails because another was faster.
     *
     * <pre>{@code
     * Ensured<Tag> tag = tags.getOrCreate(Map.of("name", "java"), Map.of("colour", "red"));
     * }</pre>
     *
     * <p>Transaction: joins the caller's where there is one, else opens its own; runs on the caller's thread. The caller's
     * transaction survives a lost race. It waits for a transaction that has inserted the same key and is not over; two that
     * do so in opposite orders are a deadlock, and fail so that a retry can help.
     *
     * @param key the primary key, unless it is generated, or a unique key: all its attributes and nothing else. A to-one
     *     relationship stands for its key: the entity, or a map with its id
     * @param defaults what a new row has besides, as in {@link #insertMap(Map)}; not written if the row is there, and then
     *     nothing may be missing in them that a new row needs
     * @return the row, detached, with its direct relationships loaded
     * @throws org.easymodel.failure.InvalidRequestException if the key is no unique key, or anything else is wrong with the
     *     maps, with all problems at once and before the database is asked
     * @throws org.easymodel.failure.ConstraintViolatedException if the database refuses the new row because of another
     *     constraint
     */
    Ensured<E> getOrCreate(Map<String, ?> key, Map<String, ?> defaults);

    /**
     * Changes the row with this key, or inserts it; otherwise as {@link #getOrCreate}. Of changes at the same time, each is
     * made on the row as the others left it.
     *
     * @param key the key, as in {@link #getOrCreate}
     * @param values what the row has besides then, as in {@link #update(Object, Map)} and {@link #insertMap(Map)}
     * @return the row, detached, with its direct relationships loaded
     */
    Ensured<E> updateOrCreate(Map<String, ?> key, Map<String, ?> values);

    /**
     * Inserts any number of rows in constant memory, and gives none of them back: by COPY on PostgreSQL, elsewhere in JDBC batches.
     * Each row is as after {@link #insert} or {@link #insertMap(Map)}, with its key, default values, timestamps and version;
     * callbacks and the constraints of Bean Validation count. Rows may lead to rows that are there, which maps name by a key,
     * and to nothing new; they are inserted in their order.
     *
     * <pre>{@code
     * try (Stream<String> lines = Files.lines(file)) {
     *     long count = cities.bulkLoad(lines.map(line -> line.split(";")).map(cells -> Map.of("code", cells[0], "name", cells[1])));
     * }
     * }</pre>
     *
     * <p>Transaction: joins the caller's where there is one, else opens its own, which is never repeated; runs on the caller's
     * thread; all or nothing. Given entities keep what they were filled with if it fails; keys that the database makes do not
     * appear on them.
     *
     * @param rows entities of this repository and maps, in any order; asked for some thousands at a time. What the source itself
     *     throws is thrown as it is
     * @return the number of rows
     * @throws org.easymodel.failure.InvalidRequestException if rows of the entity cannot be written without the persistence
     *     context, or something is wrong with a row, with all problems of some thousand rows at once: {@code [120345].name}
     * @throws org.easymodel.failure.ConstraintViolatedException if the database refuses a row
     */
    Long bulkLoad(Iterable<?> rows);

    /** As {@link #bulkLoad(Iterable)}, from a stream, which is closed then. */
    Long bulkLoad(Stream<?> rows);

    /**
     * Changes or inserts many rows, each as {@link #updateOrCreate} does with the named attributes as its key and the rest as its
     * values. A row that is as it is to be stays as it is, with its version.
     *
     * <pre>{@code
     * users.upsertAll(List.of(Map.of("email", "jane@x.org", "name", "Jane"), Map.of("email", "joe@x.org", "name", "Joe")), "email");
     * }</pre>
     *
     * <p>PostgreSQL does it by itself, in JDBC batches, where the entity has no callbacks, no constraints on the whole of it, one table
     * and no parent, and the maps name only attributes and rows that are there; a key from a sequence may be left unused then.
     * Elsewhere the rows are read, locked, changed and inserted; in a transaction of the caller one after the other.
     *
     * <p>Transaction: joins the caller's where there is one, else opens its own, which is repeated while others write the same
     * rows; runs on the caller's thread; all or nothing. Rows are written in the order of their keys, so that calls at the same
     * time wait for each other.
     *
     * @param rows one map for each row; none changes nothing
     * @param keyAttributes the attributes of the primary key, unless it is generated, or of a unique key; to-one relationships may
     *     stand for theirs
     * @return the number of rows
     * @throws org.easymodel.failure.InvalidRequestException if the attributes are no unique key, a row lacks one of them or has
     *     null there, two rows have one key, or anything else in the maps is wrong, with all problems at once and before the
     *     database is asked
     * @throws org.easymodel.failure.ConstraintViolatedException if the database refuses a row because of another constraint
     */
    Long upsertAll(Collection<? extends Map<String, ?>> rows, String... keyAttributes);

    /**
     * Adds rows to a to-many relationship of a row. What is there already stays, so that adding twice is adding once. Over a
     * link between two entities the link's row is written, over a foreign key the target's; no other row of the relationship
     * is read.
     *
     * <pre>{@code
     * books.addRelated(book, "tags", 7, fantasy, Map.of("name", "new"));
     * }</pre>
     *
     * <p>Transaction: joins the caller's where there is one, else opens its own; runs on the caller's thread; all or nothing.
     *
     * @param row an entity that has a row, or the key of one; the object itself stays as it is
     * @param path the name of the relationship
     * @param targets keys of rows, entities and maps in any order, and collections of those; an entity without a key is
     *     inserted, and a map links to the row whose key it has, as in {@link #insertMap(Map)}, or is inserted
     * @return how many rows came
     * @throws org.easymodel.failure.InvalidRequestException if there is no such relationship, a target is wrong or has no row,
     *     or the link's row needs values; with all problems of the targets at once
     * @throws org.easymodel.failure.RowNotFoundException if the row is not there
     * @throws org.easymodel.failure.ConstraintViolatedException if the database refuses a row
     */
    Long addRelated(Object row, String path, Object... targets);

    /**
     * Adds one row to a relationship over a link that has values of its own, and gives these. If the two rows are linked
     * already, the values must be those of the link's row. Where no link has values, the map is one more target.
     *
     * <pre>{@code
     * orders.addRelated(order, "products", product, Map.of("quantity", 3));
     * }</pre>
     *
     * <p>Transaction: joins the caller's where there is one, else opens its own; runs on the caller's thread; all or nothing.
     *
     * @param row an entity that has a row, or the key of one
     * @param path the name of the relationship
     * @param target a key, an entity or a map
     * @param values attributes and relationships of the link's row, without its two keys
     * @return how many rows came: 1, or 0 if the two are linked already
     * @throws org.easymodel.failure.InvalidRequestException as for {@link #addRelated(Object, String, Object...)}, and if a
     *     required value is missing, or a value differs from that of the link's row
     * @throws org.easymodel.failure.RowNotFoundException if the row is not there
     * @throws org.easymodel.failure.ConstraintViolatedException if the database refuses a row
     */
    Long addRelated(Object row, String path, Object target, Map<String, ?> values);

    /**
     * Takes rows out of a to-many relationship of a row. What is not there is no failure. Over a link its row is deleted;
     * over a foreign key the target loses its key, goes where the relationship says {@code orphanRemoval}, and is refused
     * where it cannot be without.
     *
     * <p>Transaction: joins the caller's where there is one, else opens its own; runs on the caller's thread; all or nothing.
     *
     * @param row an entity that has a row, or the key of one; the object itself stays as it is
     * @param path the name of the relationship
     * @param targets keys of rows, entities and maps with a complete key, and collections of those
     * @return how many rows went
     * @throws org.easymodel.failure.InvalidRequestException if there is no such relationship, a target is wrong, or cannot be
     *     without the row
     * @throws org.easymodel.failure.RowNotFoundException if the row is not there
     * @throws org.easymodel.failure.ConstraintViolatedException if other rows lead to one that would go
     */
    Long removeRelated(Object row, String path, Object... targets);

    /**
     * Makes the rows of a to-many relationship exactly these. Only the difference is written. A row that is left out goes as
     * {@link #removeRelated} says, but over a foreign key only where the relationship says {@code orphanRemoval} or {@code
     * SET_NULL}: otherwise the call is refused, and the message counts the rows.
     *
     * <p>Transaction: joins the caller's where there is one, else opens its own; runs on the caller's thread; all or nothing.
     *
     * @param row an entity that has a row, or the key of one; the object itself stays as it is
     * @param path the name of the relationship
     * @param targets as for {@link #addRelated(Object, String, Object...)}; none empties the relationship
     * @return how many rows came and went
     * @throws org.easymodel.failure.InvalidRequestException as for {@link #addRelated(Object, String, Object...)}, and if rows
     *     would be left alone
     * @throws org.easymodel.failure.RowNotFoundException if the row is not there
     * @throws org.easymodel.failure.ConstraintViolatedException if the database refuses a row
     */
    Long setRelated(Object row, String path, Object... targets);

    /**
     * Changes every row that meets the criteria, in one statement. The version and {@code updatedAt} of each row move;
     * callbacks do not run.
     *
     * <p>Changes that reach further than the columns of the rows (a map that looks for, makes or changes another row, a list, an
     * embeddable) mean for each row what {@link #update(Object, Map)} says: then the rows are read, callbacks run, and expressions
     * are refused.
     *
     * <p>Transaction: joins the caller's where there is one, else opens its own; runs on the caller's thread.
     *
     * @param criteria see {@link org.easymodel.query.Criteria}
     * @param changes attribute names to new values or to expressions such as {@code increment(10)}
     * @return the number of changed rows
     * @throws org.easymodel.failure.InvalidRequestException if the criteria restrict nothing, or anything in the maps is wrong
     * @throws org.easymodel.failure.ConstraintViolatedException if the database refuses a row
     */
    Long updateWhere(Map<String, ?> criteria, Map<String, ?> changes);

    /** As {@link #updateWhere(Map, Map)}, for the rows that meet the condition. */
    Long updateWhere(Condition condition, Map<String, ?> changes);

    /**
     * Deletes one row. What happens to rows that lead to it follows the mapping, or {@link
     * org.easymodel.model.References#onDelete()}; rows of a link between two entities go with it. Callbacks do not run.
     *
     * <p>Transaction: joins the caller's where there is one, else opens its own; runs on the caller's thread.
     *
     * @param id the key of the row
     * @return whether there was such a row
     * @throws org.easymodel.failure.InvalidRequestException if the key is of another type
     * @throws org.easymodel.failure.ConstraintViolatedException if other rows lead to it; the message counts them
     */
    Boolean deleteById(Object id);

    /**
     * Deletes the row of an entity, as {@link #deleteById}.
     *
     * @param entity a result; if it has a version, the row must still have it
     * @return whether there was such a row
     * @throws org.easymodel.failure.ConcurrentChangeException if the row was changed since the entity was read
     * @throws org.easymodel.failure.ConstraintViolatedException if other rows lead to it; the message counts them
     */
    Boolean delete(E entity);

    /**
     * Deletes all rows, with what goes with them, as {@link #deleteWhere(Map)} does.
     *
     * <p>Transaction: joins the caller's where there is one, else opens its own; runs on the caller's thread; all or nothing.
     *
     * @return the number of deleted rows, without those that went with them
     * @throws org.easymodel.failure.ConstraintViolatedException if other rows lead to them; the message counts them
     */
    Long deleteEverything();

    /**
     * Deletes every row that meets the criteria, with one statement for each table involved. What happens to rows that
     * lead to them follows the mapping, or {@link org.easymodel.model.References#onDelete()}. Callbacks do not run.
     *
     * <p>Transaction: joins the caller's where there is one, else opens its own; runs on the caller's thread.
     *
     * @param criteria see {@link org.easymodel.query.Criteria}
     * @return the number of deleted rows, without those that went with them
     * @throws org.easymodel.failure.InvalidRequestException if the criteria restrict nothing or do not fit the model
     * @throws org.easymodel.failure.ConstraintViolatedException if other rows lead to them; the message counts them
     */
    Long deleteWhere(Map<String, ?> criteria);

    /** As {@link #deleteWhere(Map)}, for the rows that meet the condition. */
    Long deleteWhere(Condition condition);

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
     * easymodel.retry.times} says. Only verbs with a transaction of their own are repeated; the thread waits in the pauses.
     */
    BlockingRepository<E> withRetry(Retry retry);

    /**
     * Runs work in one transaction: it is committed when the work returns, and rolled back when it throws. See {@link
     * BlockingTransaction}.
     *
     * <p>Transaction: joins the caller's, if there is one; otherwise opens its own, on this thread.
     *
     * @return what the work returns
     * @throws org.easymodel.failure.RolledBackException if the time was over, or something failed that the work handled, but the
     *     database had seen
     * @throws RuntimeException what the work throws
     */
    <R> R transaction(Function<? super BlockingTransaction, ? extends R> work);

    /**
     * As {@link #transaction(Function)}, with a time limit of its own, which bounds each statement and is checked at the end.
     *
     * @param timeout more than zero
     */
    <R> R transaction(Duration timeout, Function<? super BlockingTransaction, ? extends R> work);

    /** The same rows, asynchronously. */
    EasyRepository<E> async();
}

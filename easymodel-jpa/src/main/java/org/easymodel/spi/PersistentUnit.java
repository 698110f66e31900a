package org.easymodel.spi;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.easymodel.relate.ModelDescription;
import org.jspecify.annotations.Nullable;

/**
 * One persistence unit as its provider sees it: its model, and access to the state of its entities, declared and inferred
 * alike. Safe for any number of threads; the entities are not.
 */
public interface PersistentUnit {

    /** The name of the unit. */
    String name();

    /** The model, with the relationships that are really installed. */
    ModelDescription model();

    /** The properties of the unit as its configuration and the factory give them; without credentials. */
    java.util.Map<String, String> properties();

    /** A new instance of an entity, by its constructor without parameters. */
    Object newInstance(String entity);

    /** The name of the entity that an object is an instance of; null if it is none of this unit. */
    @Nullable
    String entityName(Object object);

    /** The value of a basic attribute, or of a relationship that {@linkplain #isLoaded is loaded}. */
    @Nullable
    Object get(Object entity, String attribute);

    /**
     * Sets a basic attribute or a relationship (an entity, a list, or null) so that a managed entity is written at flush.
     * The key of an inferred
     * relationship follows when the entity is written.
     */
    void set(Object entity, String attribute, @Nullable Object value);

    /** Whether the value of a relationship is there without going to the database. */
    boolean isLoaded(Object entity, String relationship);

    /**
     * The to-one relationships of an entity that the provider loads with every row, asked for or not; they are fetched
     * along, since each row would cost a statement otherwise.
     */
    default List<String> alwaysLoaded(String entity) {
        return List.of();
    }

    /**
     * The entities, the given one among them unless it is abstract, in whose own tables its rows are, each row in one; empty
     * if a statement about the entity finds all of them. A statement about one of these finds the rows of its own table
     * only, unless it selects entities without an order or a limit.
     */
    default List<String> spread(String entity) {
        return List.of();
    }

    /**
     * The entity whose rows a statement was about that failed, as far as the provider's exception tells.
     *
     * @param thrown an exception of the provider, or of anybody else
     */
    default Optional<String> writing(Throwable thrown) {
        return Optional.empty();
    }

    /**
     * Whether the statement that failed only read, as far as the provider's exception tells.
     *
     * @param thrown an exception of the provider, or of anybody else
     */
    default boolean isReading(Throwable thrown) {
        return false;
    }

    /** Makes the values of a query parameters of its statement, also where the provider would write them into it. */
    default void bindAll(Query query) {}

    /**
     * A number in a calculation as a statement writes it.
     *
     * @param parameter the name of its parameter, with the colon
     */
    default String typed(String parameter, Number number) {
        return parameter;
    }

    /**
     * How the database is asked for more values of an attribute than a statement should have parameters.
     *
     * @param entity the entity that the path begins at
     * @param path an attribute, over embeddables and relationships
     * @param values values of the attribute, at least one
     * @param ignoreCase whether the subject is in lower case, so that the values have to be too
     * @return empty if the database has no way for values of this attribute
     */
    default Optional<ManyValues> manyValues(String entity, String path, Collection<?> values, boolean ignoreCase) {
        return Optional.empty();
    }

    /**
     * Deletes the pairs of a declared relationship that lead to these rows; does nothing where it keeps no table of pairs.
     *
     * @param entity the entity that owns the relationship
     * @param targets the keys of the rows at the other end, at most 1,000
     */
    default void deletePairs(EntityManager entityManager, String entity, String relationship, Collection<?> targets) {}

    /**
     * Inserts the row of a new entity at once, with its generated key, callbacks, validation and version, but beside the
     * persistence context: what the database refuses does not make it fail for ever. Collections of values and pairs of
     * relationships are not written.
     *
     * @param entity a new entity that is not managed; whatever it leads to is in the database
     * @return whether the row was inserted; false if the provider can insert rows of this entity in its own way only, and has
     *     done nothing
     * @throws jakarta.persistence.PersistenceException if the database refuses the row
     */
    default boolean insertBeside(EntityManager entityManager, Object entity) {
        return false;
    }

    /**
     * Inserts the rows of many new entities at once, beside the persistence context, where nobody can see a difference to it.
     *
     * @param entities new entities that are not managed and lead to rows only that are in the database
     * @return whether the rows were inserted; false if the provider has to do it in its own way, and nothing was done
     * @throws jakarta.persistence.PersistenceException if the database refuses a row; others may have been inserted then
     */
    default boolean insertAllBeside(EntityManager entityManager, List<?> entities) {
        return false;
    }

    /** Whether {@link #loadBeside} can insert rows of an entity. */
    default boolean loads(String entity) {
        return false;
    }

    /**
     * Inserts the rows of new entities at once, beside the persistence context and in the fastest way that the database has. Callbacks
     * are called; keys that the database makes do not appear on the entities.
     *
     * @param entities new entities that are not managed and lead to rows only that are in the database
     * @return whether the rows were inserted; false if one of them holds more than its columns, and nothing was done
     * @throws jakarta.persistence.PersistenceException if the database refuses a row; others may have been inserted then
     */
    default boolean loadBeside(EntityManager entityManager, List<?> entities) {
        return false;
    }

    /** Whether {@link #upsertBeside} may be able to write rows of an entity. */
    default boolean upserts(String entity) {
        return false;
    }

    /**
     * Inserts the rows of new entities at once, or changes those that have the same unique keys, by statements of the database
     * that do both, beside the persistence context, where nobody can see a difference to it. The version and {@code updatedAt} of a
     * row move if it changes.
     *
     * @param entities new entities that are not managed and lead to rows only that are in the database
     * @param written for each of them the attributes that are written if the row is there
     * @param key the attributes of a unique key
     * @return whether the rows were written; false if it has to be done in another way, and nothing was done
     * @throws jakarta.persistence.PersistenceException if the database refuses a row; others may have been written then
     */
    default boolean upsertBeside(
            EntityManager entityManager,
            List<?> entities,
            List<? extends Collection<String>> written,
            Collection<String> key) {
        return false;
    }

    /**
     * Makes a query for entities load these paths, in one further statement a path at most, whatever the number of rows.
     *
     * @param query a JPQL query whose only result is its root entity
     * @param alias the identification variable of the root
     * @param paths dotted paths of relationships from the root; every prefix of a path counts as a path
     */
    void fetch(Query query, String alias, List<String> paths);

    /**
     * Turns managed entities into results: relationships that are loaded stay readable for ever, all others throw {@link
     * org.easymodel.failure.RelationshipNotLoadedException} when they are read and never touch the database. To be called
     * before the persistence context is closed, on everything that leaves the unit of work.
     */
    void seal(Collection<?> entities);

    /**
     * Empties the persistence context, so that the results stay and nothing keeps the other entities.
     *
     * @param results managed entities that leave the unit of work; they are {@linkplain #seal sealed}
     */
    void detach(EntityManager entityManager, Collection<?> results);

    /** Empties the persistence context, so that nothing keeps its entities. */
    default void clear(EntityManager entityManager) {
        detach(entityManager, List.of());
    }

    /**
     * Tells the log of statements, where the unit keeps one, of a statement that does not go through the provider.
     *
     * @param sql with question marks in place of its parameters
     */
    default void log(String sql) {}

    /** How many connections the unit can have at once; empty if that is not known here, as of a server's pool. */
    default java.util.OptionalInt poolSize() {
        return java.util.OptionalInt.empty();
    }

    /**
     * Runs work whose statements the database is asked to give up at a deadline. Nested calls keep the earlier deadline.
     *
     * @param deadline a value of {@link System#nanoTime()}
     * @param work runs in this thread
     * @return what the work returns
     */
    default <R> R within(long deadline, java.util.function.Supplier<R> work) {
        return work.get();
    }

    /**
     * Runs work whose statements are told as they are sent. In nested calls, the innermost is told.
     *
     * @param statements gets the SQL of each statement of this thread that is sent before the work ends; may hold values, so it must
     *     not be logged as it is
     * @param work runs in this thread
     * @return what the work returns
     */
    default <R> R telling(StatementListener statements, java.util.function.Supplier<R> work) {
        return work.get();
    }

    /** A statement as it may be logged: with a question mark in place of every value. */
    default String withoutValues(String sql) {
        return "a statement";
    }
}

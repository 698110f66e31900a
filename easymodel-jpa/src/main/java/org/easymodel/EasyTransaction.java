package org.easymodel;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * A transaction that lasts until the stage that was made of it has ended.
 *
 * <pre>{@code
 * accounts.transaction(tx -> {
 *     EasyRepository<Account> inside = tx.repository(Account.class);
 *     return inside.updateWhere(Map.of("id", from), Map.of("balance", increment(-amount)))
 *             .thenCompose(count -> inside.updateWhere(Map.of("id", to), Map.of("balance", increment(amount))))
 *             .thenCompose(count -> tx.repository(Audit.class).insertMap(Map.of("amount", amount)));
 * });
 * }</pre>
 *
 * <p>Its stages run one at a time, in the order in which they were started, on whatever managed thread is free; no thread
 * waits for the next one. Stages that were started in parallel queue on its one connection. What is started after the end is
 * refused. A verb that the database refuses leaves a transaction that can only be rolled back, even if the failure is
 * handled; a request that is refused before it reaches the database harms nothing. Safe for any number of threads.
 */
public interface EasyTransaction {

    /**
     * The repository of an entity inside of this transaction.
     *
     * @throws org.easymodel.failure.ConfigurationException if the class is no entity of the unit
     */
    <T> EasyRepository<T> repository(Class<T> entity);

    /**
     * Runs work with the entity manager of the transaction. What it gives is managed until the next verb of a repository,
     * which writes what has changed and clears the persistence context.
     *
     * @param work runs on another thread; must neither keep the entity manager nor end the transaction
     * @return a stage of what the work returns
     */
    <R> CompletionStage<R> entityManager(Function<? super EntityManager, ? extends R> work);

    /**
     * Runs work with the connection of the transaction, after everything so far has been written.
     *
     * @param work runs on another thread; must not keep, commit, roll back or close the connection
     * @return a stage of what the work returns
     */
    <R> CompletionStage<R> connection(ConnectionWork<R> work);

    /**
     * The rows of a statement.
     *
     * @param text SQL; a parameter is written {@code :name}
     * @param parameters a value for every name, bound and never spliced; a collection stands for a list of values
     * @return a stage of one map for each row, labels in lower case to values; empty if the statement gives no rows
     * @throws org.easymodel.failure.InvalidRequestException in the stage, if the names of text and map differ
     */
    CompletionStage<List<Map<String, Object>>> sql(String text, Map<String, ?> parameters);

    /**
     * The rows of a statement as records, as {@link #sql(String, Map)}. A component takes the column of its name, or of its
     * name in snake case.
     *
     * @throws org.easymodel.failure.InvalidRequestException in the stage, if a component has no column, or a value does not fit
     */
    <R extends Record> CompletionStage<List<R>> sql(Class<R> type, String text, Map<String, ?> parameters);

    /**
     * The number of rows that a statement changed, as {@link #sql(String, Map)}.
     *
     * @return a stage of the count
     */
    CompletionStage<Long> execute(String text, Map<String, ?> parameters);

    /**
     * Runs work in a savepoint: if its stage fails, what it did is taken back, and the transaction goes on. Meant for SQL and
     * for connections: a verb of a repository that the database refused cannot be taken back so, it leaves the whole
     * transaction to be rolled back.
     *
     * @param work gives the stage whose end is the end of the savepoint
     * @return a stage with the outcome of the work
     */
    <R> CompletionStage<R> nested(Function<? super EasyTransaction, ? extends CompletionStage<R>> work);

    /**
     * Runs work in another transaction, which ends on its own. It needs a second connection.
     *
     * @return a stage with the outcome of that transaction
     * @throws org.easymodel.failure.RejectedException in the stage, if no other transaction may be open, or not in time
     */
    <R> CompletionStage<R> requiresNew(Function<? super EasyTransaction, ? extends CompletionStage<R>> work);

    /** From now on the transaction can only be rolled back; its stage then fails, unless it has failed already. */
    void setRollbackOnly();
}

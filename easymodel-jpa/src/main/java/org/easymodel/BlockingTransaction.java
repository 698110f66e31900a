package org.easymodel;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A transaction that lasts until the function that received it returns. The same verbs as {@link EasyTransaction}, blocking.
 *
 * <pre>{@code
 * Order paid = orders.transaction(tx -> {
 *     tx.repository(Product.class).updateWhere(Map.of("id", product), Map.of("stock", increment(-1)));
 *     return tx.repository(Order.class).insertMap(order);
 * });
 * }</pre>
 *
 * <p>In a server it joins the transaction of the caller, if there is one. To be used by the thread that runs the function
 * only, and not after it has returned.
 */
public interface BlockingTransaction {

    /**
     * The repository of an entity inside of this transaction.
     *
     * @throws org.easymodel.failure.ConfigurationException if the class is no entity of the unit
     */
    <T> BlockingRepository<T> repository(Class<T> entity);

    /** As {@link EasyTransaction#entityManager}. */
    <R> R entityManager(Function<? super EntityManager, ? extends R> work);

    /** As {@link EasyTransaction#connection}. */
    <R> R connection(ConnectionWork<R> work);

    /** As {@link EasyTransaction#sql(String, Map)}. */
    List<Map<String, Object>> sql(String text, Map<String, ?> parameters);

    /** As {@link EasyTransaction#sql(Class, String, Map)}. */
    <R extends Record> List<R> sql(Class<R> type, String text, Map<String, ?> parameters);

    /** As {@link EasyTransaction#execute}. */
    Long execute(String text, Map<String, ?> parameters);

    /** As {@link EasyTransaction#nested}. */
    <R> R nested(Function<? super BlockingTransaction, ? extends R> work);

    /** As {@link EasyTransaction#requiresNew}; in a server on another thread, since this one has a transaction. */
    <R> R requiresNew(Function<? super BlockingTransaction, ? extends R> work);

    /** As {@link EasyTransaction#setRollbackOnly}. */
    void setRollbackOnly();
}

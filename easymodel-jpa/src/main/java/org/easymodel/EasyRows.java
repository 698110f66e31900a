package org.easymodel;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * A result that is not made of entities, asynchronously.
 *
 * @param <R> what a row is
 */
public interface EasyRows<R> {

    /** The rows in their order; possibly none. Opens its own transaction, on another thread. */
    CompletionStage<List<R>> list();

    /** The first row in the order, empty if there is none. */
    default CompletionStage<Optional<R>> first() {
        return list().thenApply(rows -> rows.stream().findFirst());
    }
}

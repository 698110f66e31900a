package org.easymodel;

import java.util.List;
import java.util.Optional;

/**
 * A result that is not made of entities.
 *
 * @param <R> what a row is
 */
public interface BlockingRows<R> {

    /** The rows in their order; possibly none. Joins the caller's transaction where there is one, else opens its own. */
    List<R> list();

    /** The first row in the order, empty if there is none. */
    default Optional<R> first() {
        return list().stream().findFirst();
    }
}

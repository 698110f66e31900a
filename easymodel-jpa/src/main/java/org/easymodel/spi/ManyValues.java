package org.easymodel.spi;

import jakarta.persistence.EntityManager;
import java.util.function.Function;

/** More values than a statement can have parameters, as one side of a condition. For one statement. */
public interface ManyValues {

    /**
     * The condition, in JPQL, that something is one of the values, or none of them. Unknown where there is nothing.
     *
     * @param subject what is asked of, as the statement writes it
     * @param bind binds a value and gives the name of its parameter, with the colon
     */
    String condition(String subject, boolean negated, Function<Object, String> bind);

    /** Called in the transaction of the statement, before it runs. */
    default void prepare(EntityManager entityManager) {}
}

package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import java.util.function.Function;
import org.easymodel.spi.UnitOfWork;

/** Units of work whose failures are ours. */
record Work(UnitOfWork unitOfWork, Failures failures) {

    <R> R call(String place, Function<EntityManager, R> action) {
        try {
            return unitOfWork.call(action);
        } catch (RuntimeException e) {
            throw failures.translate(place, e);
        }
    }
}

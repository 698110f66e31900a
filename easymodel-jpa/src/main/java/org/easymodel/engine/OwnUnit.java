package org.easymodel.engine;

import jakarta.persistence.EntityManagerFactory;
import org.easymodel.relate.ModelDescription;
import org.easymodel.spi.Engine;

/** The engine of a unit that was opened for it alone, and is closed with it. */
record OwnUnit(JpaEngine engine, EntityManagerFactory factory) implements Engine {

    @Override
    public <V> V repository(Class<V> view, Class<?> entity) {
        return engine.repository(view, entity);
    }

    @Override
    public <R> R typed(Class<R> repository) {
        return engine.typed(repository);
    }

    @Override
    public ModelDescription model() {
        return engine.model();
    }

    /** Work that is running needs the unit until it ends. */
    @Override
    public void close() {
        try {
            engine.finish();
        } finally {
            if (factory.isOpen()) {
                factory.close();
            }
        }
    }
}

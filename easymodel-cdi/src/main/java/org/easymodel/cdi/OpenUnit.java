package org.easymodel.cdi;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.easymodel.spi.Engine;
import org.jspecify.annotations.Nullable;

/**
 * The engine of one unit, opened when first asked for; an opening that failed is repeated. Opening runs code of the
 * application, which must not hold up other units and may ask for this very one.
 */
final class OpenUnit {

    private final String name;
    private final Supplier<Engine> opening;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Engine engine;

    OpenUnit(String name, Supplier<Engine> opening) {
        this.name = name;
        this.opening = opening;
    }

    Engine engine() {
        lock.lock();
        try {
            if (engine == null) {
                if (lock.getHoldCount() > 1) {
                    throw Problems.factoryNeedsRepository(name);
                }
                engine = opening.get();
            }
            return engine;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            if (engine != null) {
                engine.close();
            }
        } finally {
            lock.unlock();
        }
    }
}

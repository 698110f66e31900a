package org.easymodel.engine.concurrent;

import java.util.function.Supplier;

/** Runs blocking work on other threads and gives stages that fail with our exceptions themselves. */
public interface Corridor {

    /**
     * Starts work.
     *
     * @param place what messages name
     * @return a stage that completes with what the work returns or throws, or fails at once if the work is not taken on
     */
    <T> WorkStage<T> run(String place, Supplier<T> work);
}

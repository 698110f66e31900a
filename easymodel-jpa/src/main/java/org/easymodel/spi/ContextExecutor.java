package org.easymodel.spi;

import java.util.concurrent.Executor;

/**
 * An executor whose tasks have the surroundings of an application: its class loader, naming, security. Tasks handed over by
 * a thread of the application have those of that thread; tasks of any other thread have those of the application itself.
 * Safe for any number of threads.
 */
public interface ContextExecutor extends Executor {

    /**
     * An executor whose tasks have the surroundings that the calling thread has now, whatever thread hands them over later:
     * a stage may be completed by a timer, by an HTTP client, or by a thread of another application.
     */
    Executor ofCaller();
}

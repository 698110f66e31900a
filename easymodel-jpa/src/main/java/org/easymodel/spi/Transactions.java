package org.easymodel.spi;

import java.time.Duration;

/** Opens transactions that several threads work in, one after the other. Safe for any number of threads. */
public interface Transactions {

    /**
     * Begins a transaction. Afterwards no thread has it: each piece of work finds it again by {@link
     * OpenTransaction#call}.
     *
     * @param timeout after which the environment may roll it back by itself; more than zero
     * @throws RuntimeException if none can be begun
     */
    OpenTransaction begin(Duration timeout);
}

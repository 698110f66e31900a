package org.easymodel.engine;

import org.easymodel.engine.operations.RunningOperation;
import org.easymodel.spi.StatementListener;

/** Tells an operation which statements it sends. */
record Heard(RunningOperation operation) implements StatementListener {

    @Override
    public void sent(String sql) {
        operation.sent(sql);
    }

    @Override
    public void askedForNumbers() {
        operation.askedForNumbers();
    }
}

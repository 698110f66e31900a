package org.easymodel.engine;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.easymodel.BlockingRows;
import org.easymodel.EasyRows;
import org.easymodel.engine.concurrent.Corridor;

/** The asynchronous view of rows. */
record AsyncRows<R>(String place, Attempt<? extends BlockingRows<R>> rows, Corridor corridor) implements EasyRows<R> {

    @Override
    public CompletionStage<List<R>> list() {
        return corridor.run(place, () -> rows.get().list());
    }

    @Override
    public CompletionStage<Optional<R>> first() {
        return corridor.run(place, () -> rows.get().first());
    }
}

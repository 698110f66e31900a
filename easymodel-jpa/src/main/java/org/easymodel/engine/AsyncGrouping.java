package org.easymodel.engine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.easymodel.BlockingGrouping;
import org.easymodel.BlockingRows;
import org.easymodel.EasyGrouping;
import org.easymodel.EasyRows;
import org.easymodel.engine.concurrent.Corridor;
import org.easymodel.query.Expression;

/** The asynchronous view of a grouped query. */
record AsyncGrouping(String place, Attempt<BlockingGrouping> grouping, Corridor corridor) implements EasyGrouping {

    private AsyncGrouping with(Function<BlockingGrouping, BlockingGrouping> step) {
        return new AsyncGrouping(place, grouping.then(step), corridor);
    }

    @Override
    public EasyGrouping count(String label) {
        return with(each -> each.count(label));
    }

    @Override
    public EasyGrouping sum(String path, String label) {
        return with(each -> each.sum(path, label));
    }

    @Override
    public EasyGrouping sum(Expression expression, String label) {
        return with(each -> each.sum(expression, label));
    }

    @Override
    public EasyGrouping avg(String path, String label) {
        return with(each -> each.avg(path, label));
    }

    @Override
    public EasyGrouping avg(Expression expression, String label) {
        return with(each -> each.avg(expression, label));
    }

    @Override
    public EasyGrouping min(String path, String label) {
        return with(each -> each.min(path, label));
    }

    @Override
    public EasyGrouping max(String path, String label) {
        return with(each -> each.max(path, label));
    }

    @Override
    public EasyGrouping orderBy(String... columns) {
        return with(each -> each.orderBy(columns));
    }

    @Override
    public EasyGrouping limit(int limit) {
        return with(each -> each.limit(limit));
    }

    @Override
    public EasyGrouping offset(int offset) {
        return with(each -> each.offset(offset));
    }

    @Override
    public <R extends Record> EasyRows<R> as(Class<R> type) {
        Attempt<BlockingRows<R>> rows = grouping.then(each -> each.as(type));
        return () -> corridor.run(place, () -> rows.get().list());
    }

    @Override
    public CompletionStage<List<Map<String, Object>>> list() {
        return corridor.run(place, () -> grouping.get().list());
    }
}

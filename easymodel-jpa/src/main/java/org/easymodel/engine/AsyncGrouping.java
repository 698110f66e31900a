package org.easymodel.engine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.easymodel.BlockingGrouping;
import org.easymodel.EasyGrouping;
import org.easymodel.EasyRows;
import org.easymodel.engine.concurrent.Corridor;
import org.easymodel.query.Condition;
import org.easymodel.query.Expression;
import org.easymodel.query.Ordering;

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
    public EasyGrouping count(String path, String label) {
        return with(each -> each.count(path, label));
    }

    @Override
    public EasyGrouping countDistinct(String path, String label) {
        return with(each -> each.countDistinct(path, label));
    }

    @Override
    public EasyGrouping min(Expression expression, String label) {
        return with(each -> each.min(expression, label));
    }

    @Override
    public EasyGrouping max(Expression expression, String label) {
        return with(each -> each.max(expression, label));
    }

    @Override
    public EasyGrouping having(Condition condition) {
        return with(each -> each.having(condition));
    }

    @Override
    public EasyGrouping having(Map<String, ?> criteria) {
        return with(each -> each.having(criteria));
    }

    @Override
    public EasyGrouping orderBy(Ordering... orders) {
        return with(each -> each.orderBy(orders));
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
        return new AsyncRows<>(place, grouping.then(each -> each.as(type)), corridor);
    }

    @Override
    public CompletionStage<List<Map<String, Object>>> list() {
        return corridor.run(place, () -> grouping.get().list());
    }
}

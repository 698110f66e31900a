package org.easymodel.engine;

import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.easymodel.BlockingQuery;
import org.easymodel.EasyGrouping;
import org.easymodel.EasyQuery;
import org.easymodel.EasyRows;
import org.easymodel.engine.concurrent.Corridor;
import org.easymodel.query.Condition;
import org.easymodel.query.Expression;
import org.easymodel.query.Ordering;

/** The asynchronous view of a query. What is wrong with it is found when it is built, and fails the stage. */
record AsyncQuery<E>(String place, Attempt<BlockingQuery<E>> query, Corridor corridor) implements EasyQuery<E> {

    private AsyncQuery<E> with(Function<BlockingQuery<E>, BlockingQuery<E>> step) {
        return new AsyncQuery<>(place, query.then(step), corridor);
    }

    private <R> CompletionStage<R> run(Function<BlockingQuery<E>, R> terminal) {
        return corridor.run(place, () -> terminal.apply(query.get()));
    }

    @Override
    public EasyQuery<E> where(Map<String, ?> criteria) {
        return with(each -> each.where(criteria));
    }

    @Override
    public EasyQuery<E> where(Condition condition) {
        return with(each -> each.where(condition));
    }

    @Override
    public EasyQuery<E> orderBy(String... paths) {
        return with(each -> each.orderBy(paths));
    }

    @Override
    public EasyQuery<E> orderBy(Ordering... orders) {
        return with(each -> each.orderBy(orders));
    }

    @Override
    public EasyQuery<E> orderBy(Sort<? super E> sort) {
        return with(each -> each.orderBy(sort));
    }

    @Override
    public EasyQuery<E> orderBy(Order<? super E> order) {
        return with(each -> each.orderBy(order));
    }

    @Override
    public EasyQuery<E> limit(int limit) {
        return with(each -> each.limit(limit));
    }

    @Override
    public EasyQuery<E> offset(int offset) {
        return with(each -> each.offset(offset));
    }

    @Override
    public EasyQuery<E> include(String... paths) {
        return with(each -> each.include(paths));
    }

    @Override
    public EasyQuery<E> includeDepth(int depth) {
        return with(each -> each.includeDepth(depth));
    }

    @Override
    public EasyQuery<E> withoutRelated() {
        return with(BlockingQuery::withoutRelated);
    }

    @Override
    public EasyGrouping groupBy(String... paths) {
        return new AsyncGrouping(place, query.then(each -> each.groupBy(paths)), corridor);
    }

    @Override
    public CompletionStage<List<E>> list() {
        return run(BlockingQuery::list);
    }

    @Override
    public Flow.Publisher<E> publish() {
        return new RowPublisher<>(place, () -> new RowWalk<>((JpaQuery<E>) query.get()), corridor);
    }

    @Override
    public CompletionStage<Optional<E>> first() {
        return run(BlockingQuery::first);
    }

    @Override
    public CompletionStage<Optional<E>> optional() {
        return run(BlockingQuery::optional);
    }

    @Override
    public CompletionStage<E> one() {
        return run(BlockingQuery::one);
    }

    @Override
    public CompletionStage<Long> count() {
        return run(BlockingQuery::count);
    }

    @Override
    public CompletionStage<Boolean> exists() {
        return run(BlockingQuery::exists);
    }

    @Override
    public CompletionStage<Page<E>> page(PageRequest request) {
        return run(each -> each.page(request));
    }

    @Override
    public CompletionStage<CursoredPage<E>> cursor(PageRequest request) {
        return run(each -> each.cursor(request));
    }

    @Override
    public <R extends Record> EasyRows<R> as(Class<R> type) {
        return new AsyncRows<>(place, query.then(each -> each.as(type)), corridor);
    }

    @Override
    public CompletionStage<Number> sum(String path) {
        return run(each -> each.sum(path));
    }

    @Override
    public CompletionStage<Number> sum(Expression expression) {
        return run(each -> each.sum(expression));
    }

    @Override
    public CompletionStage<Optional<Double>> avg(String path) {
        return run(each -> each.avg(path));
    }

    @Override
    public CompletionStage<Optional<Double>> avg(Expression expression) {
        return run(each -> each.avg(expression));
    }

    @Override
    public <T> CompletionStage<Optional<T>> min(String path) {
        return run(each -> each.min(path));
    }

    @Override
    public <T> CompletionStage<Optional<T>> max(String path) {
        return run(each -> each.max(path));
    }

    @Override
    public CompletionStage<Long> update(Map<String, ?> changes) {
        Map<String, ?> now = Snapshot.of(changes);
        return run(each -> each.update(now));
    }

    @Override
    public CompletionStage<Long> delete() {
        return run(BlockingQuery::delete);
    }
}

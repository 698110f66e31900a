package org.easymodel.engine;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.easymodel.BlockingQuery;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyQuery;
import org.easymodel.EasyRepository;
import org.easymodel.EasyTransaction;
import org.easymodel.Ensured;
import org.easymodel.EntitySchema;
import org.easymodel.NestedMaps;
import org.easymodel.Retry;
import org.easymodel.engine.concurrent.Corridor;
import org.easymodel.query.Condition;

/**
 * The asynchronous view of a repository.
 *
 * @param core what runs on other threads
 * @param blocking the blocking view, which may work in another kind of transaction
 * @param transactions where transactions of several verbs come from
 */
record AsyncRepository<E>(
        String entity,
        BlockingRepository<E> core,
        BlockingRepository<E> blocking,
        Corridor corridor,
        TransactionOpener transactions)
        implements EasyRepository<E> {

    @Override
    public <R> CompletionStage<R> transaction(Function<? super EasyTransaction, ? extends CompletionStage<R>> work) {
        return transaction(transactions.timeout(), work);
    }

    @Override
    public <R> CompletionStage<R> transaction(
            Duration timeout, Function<? super EasyTransaction, ? extends CompletionStage<R>> work) {
        return transactions.transaction(entity + ".transaction", timeout, work);
    }

    @Override
    public CompletionStage<E> insert(E given) {
        return corridor.run(entity + ".insert", () -> core.insert(given));
    }

    @Override
    public CompletionStage<E> insertMap(Map<String, ?> values) {
        Map<String, ?> now = Snapshot.of(values);
        return corridor.run(entity + ".insertMap", () -> core.insertMap(now));
    }

    @Override
    public CompletionStage<Optional<E>> find(Object id, String... includes) {
        return corridor.run(entity + ".find", () -> core.find(id, includes));
    }

    @Override
    public EasyQuery<E> select() {
        return query(Attempt.of(core::select));
    }

    @Override
    public EasyQuery<E> select(Map<String, ?> criteria) {
        return query(Attempt.of(() -> core.select(criteria)));
    }

    @Override
    public EasyQuery<E> select(Condition condition) {
        return query(Attempt.of(() -> core.select(condition)));
    }

    private EasyQuery<E> query(Attempt<BlockingQuery<E>> query) {
        return new AsyncQuery<>(entity + ".select", query, corridor);
    }

    @Override
    public CompletionStage<List<E>> all() {
        return corridor.run(entity + ".all", core::all);
    }

    @Override
    public CompletionStage<List<E>> all(Map<String, ?> criteria) {
        Map<String, ?> which = Snapshot.of(criteria);
        return corridor.run(entity + ".all", () -> core.all(which));
    }

    @Override
    public CompletionStage<List<E>> all(Condition condition) {
        return corridor.run(entity + ".all", () -> core.all(condition));
    }

    @Override
    public CompletionStage<Optional<E>> first() {
        return corridor.run(entity + ".first", core::first);
    }

    @Override
    public CompletionStage<Optional<E>> first(Map<String, ?> criteria) {
        Map<String, ?> which = Snapshot.of(criteria);
        return corridor.run(entity + ".first", () -> core.first(which));
    }

    @Override
    public CompletionStage<Optional<E>> first(Condition condition) {
        return corridor.run(entity + ".first", () -> core.first(condition));
    }

    @Override
    public CompletionStage<Long> count() {
        return corridor.run(entity + ".count", core::count);
    }

    @Override
    public CompletionStage<Long> count(Map<String, ?> criteria) {
        Map<String, ?> which = Snapshot.of(criteria);
        return corridor.run(entity + ".count", () -> core.count(which));
    }

    @Override
    public CompletionStage<Long> count(Condition condition) {
        return corridor.run(entity + ".count", () -> core.count(condition));
    }

    @Override
    public CompletionStage<Boolean> exists() {
        return corridor.run(entity + ".exists", core::exists);
    }

    @Override
    public CompletionStage<Boolean> exists(Map<String, ?> criteria) {
        Map<String, ?> which = Snapshot.of(criteria);
        return corridor.run(entity + ".exists", () -> core.exists(which));
    }

    @Override
    public CompletionStage<Boolean> exists(Condition condition) {
        return corridor.run(entity + ".exists", () -> core.exists(condition));
    }

    @Override
    public CompletionStage<E> refresh(E given) {
        return corridor.run(entity + ".refresh", () -> core.refresh(given));
    }

    @Override
    public CompletionStage<E> loadRelated(E given, String... paths) {
        return corridor.run(entity + ".loadRelated", () -> core.loadRelated(given, paths));
    }

    @Override
    public CompletionStage<List<E>> loadRelated(List<E> given, String... paths) {
        return corridor.run(entity + ".loadRelated", () -> core.loadRelated(given, paths));
    }

    @Override
    public EasyRepository<E> include(String... paths) {
        return view(each -> each.include(paths));
    }

    @Override
    public EasyRepository<E> includeDepth(int depth) {
        return view(each -> each.includeDepth(depth));
    }

    @Override
    public EasyRepository<E> withoutRelated() {
        return view(BlockingRepository::withoutRelated);
    }

    private EasyRepository<E> view(UnaryOperator<BlockingRepository<E>> step) {
        return new AsyncRepository<>(entity, step.apply(core), step.apply(blocking), corridor, transactions);
    }

    @Override
    public CompletionStage<E> update(Object id, Map<String, ?> changes) {
        Map<String, ?> now = Snapshot.of(changes);
        return corridor.run(entity + ".update", () -> core.update(id, now));
    }

    @Override
    public CompletionStage<Long> updateWhere(Map<String, ?> criteria, Map<String, ?> changes) {
        Map<String, ?> which = Snapshot.of(criteria);
        Map<String, ?> now = Snapshot.of(changes);
        return corridor.run(entity + ".updateWhere", () -> core.updateWhere(which, now));
    }

    @Override
    public CompletionStage<Long> updateWhere(Condition condition, Map<String, ?> changes) {
        Map<String, ?> now = Snapshot.of(changes);
        return corridor.run(entity + ".updateWhere", () -> core.updateWhere(condition, now));
    }

    @Override
    public CompletionStage<Boolean> deleteById(Object id) {
        return corridor.run(entity + ".deleteById", () -> core.deleteById(id));
    }

    @Override
    public CompletionStage<Long> deleteWhere(Map<String, ?> criteria) {
        Map<String, ?> which = Snapshot.of(criteria);
        return corridor.run(entity + ".deleteWhere", () -> core.deleteWhere(which));
    }

    @Override
    public CompletionStage<Long> deleteWhere(Condition condition) {
        return corridor.run(entity + ".deleteWhere", () -> core.deleteWhere(condition));
    }

    @Override
    public Map<String, Object> toMap(E given, String... paths) {
        return blocking.toMap(given, paths);
    }

    @Override
    public Map<String, Object> toMap(E given, int depth, String... paths) {
        return blocking.toMap(given, depth, paths);
    }

    @Override
    public <R extends Record> R as(Class<R> type, E given) {
        return blocking.as(type, given);
    }

    @Override
    public EntitySchema schema() {
        return blocking.schema();
    }

    @Override
    public EasyRepository<E> withRetry(Retry retry) {
        return new AsyncRepository<>(entity, core.withRetry(retry), blocking.withRetry(retry), corridor, transactions);
    }

    @Override
    public CompletionStage<E> insertMap(Map<String, ?> values, NestedMaps nested) {
        Map<String, ?> now = Snapshot.of(values);
        return corridor.run(entity + ".insertMap", () -> core.insertMap(now, nested));
    }

    @Override
    public CompletionStage<List<E>> insertAll(Collection<? extends E> all) {
        Collection<? extends E> now = Snapshot.of(all);
        return corridor.run(entity + ".insertAll", () -> core.insertAll(now));
    }

    @Override
    public CompletionStage<List<E>> insertMaps(Collection<? extends Map<String, ?>> all) {
        return insertMaps(all, NestedMaps.LINK);
    }

    @Override
    public CompletionStage<List<E>> insertMaps(Collection<? extends Map<String, ?>> all, NestedMaps nested) {
        Collection<? extends Map<String, ?>> now = Snapshot.of(all);
        return corridor.run(entity + ".insertMaps", () -> core.insertMaps(now, nested));
    }

    @Override
    public CompletionStage<E> update(Object id, Map<String, ?> changes, NestedMaps nested) {
        Map<String, ?> now = Snapshot.of(changes);
        return corridor.run(entity + ".update", () -> core.update(id, now, nested));
    }

    @Override
    public CompletionStage<Long> updateEach(Collection<? extends Map<String, ?>> changes) {
        Collection<? extends Map<String, ?>> now = Snapshot.of(changes);
        return corridor.run(entity + ".updateEach", () -> core.updateEach(now));
    }

    @Override
    public CompletionStage<Ensured<E>> getOrCreate(Map<String, ?> key, Map<String, ?> defaults) {
        Map<String, ?> keyNow = Snapshot.of(key);
        Map<String, ?> now = Snapshot.of(defaults);
        return corridor.run(entity + ".getOrCreate", () -> core.getOrCreate(keyNow, now));
    }

    @Override
    public CompletionStage<Ensured<E>> updateOrCreate(Map<String, ?> key, Map<String, ?> values) {
        Map<String, ?> keyNow = Snapshot.of(key);
        Map<String, ?> now = Snapshot.of(values);
        return corridor.run(entity + ".updateOrCreate", () -> core.updateOrCreate(keyNow, now));
    }

    @Override
    public CompletionStage<Long> bulkLoad(Iterable<?> rows) {
        return corridor.run(entity + ".bulkLoad", () -> core.bulkLoad(rows));
    }

    @Override
    public CompletionStage<Long> bulkLoad(Stream<?> rows) {
        return corridor.run(entity + ".bulkLoad", () -> core.bulkLoad(rows));
    }

    @Override
    public CompletionStage<Long> upsertAll(Collection<? extends Map<String, ?>> rows, String... keyAttributes) {
        Collection<? extends Map<String, ?>> now = Snapshot.of(rows);
        return corridor.run(entity + ".upsertAll", () -> core.upsertAll(now, keyAttributes));
    }

    @Override
    public CompletionStage<Long> addRelated(Object row, String path, Object... targets) {
        Object[] now = Snapshot.of(targets);
        return corridor.run(entity + ".addRelated", () -> core.addRelated(row, path, now));
    }

    @Override
    public CompletionStage<Long> addRelated(Object row, String path, Object target, Map<String, ?> values) {
        Object[] now = Snapshot.of(new Object[] {target});
        Map<String, ?> valuesNow = Snapshot.of(values);
        return corridor.run(entity + ".addRelated", () -> core.addRelated(row, path, now[0], valuesNow));
    }

    @Override
    public CompletionStage<Long> removeRelated(Object row, String path, Object... targets) {
        Object[] now = Snapshot.of(targets);
        return corridor.run(entity + ".removeRelated", () -> core.removeRelated(row, path, now));
    }

    @Override
    public CompletionStage<Long> setRelated(Object row, String path, Object... targets) {
        Object[] now = Snapshot.of(targets);
        return corridor.run(entity + ".setRelated", () -> core.setRelated(row, path, now));
    }

    @Override
    public CompletionStage<E> save(E given) {
        return corridor.run(entity + ".save", () -> core.save(given));
    }

    @Override
    public CompletionStage<Boolean> delete(E given) {
        return corridor.run(entity + ".delete", () -> core.delete(given));
    }

    @Override
    public CompletionStage<Long> deleteEverything() {
        return corridor.run(entity + ".deleteEverything", core::deleteEverything);
    }
}

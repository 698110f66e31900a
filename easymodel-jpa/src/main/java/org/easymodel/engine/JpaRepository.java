package org.easymodel.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.easymodel.BlockingQuery;
import org.easymodel.BlockingRepository;
import org.easymodel.BlockingTransaction;
import org.easymodel.EasyRepository;
import org.easymodel.Ensured;
import org.easymodel.EntitySchema;
import org.easymodel.NestedMaps;
import org.easymodel.Retry;
import org.easymodel.query.Condition;
import org.easymodel.query.Criteria;

/** The verbs, each as one unit of work in the caller's thread. */
record JpaRepository<E>(
        Entities<E> entities,
        Reading reading,
        Supplier<EasyRepository<E>> other,
        BlockingTransactionOpener transactions)
        implements BlockingRepository<E> {

    @Override
    public <R> R transaction(Function<? super BlockingTransaction, ? extends R> work) {
        return transaction(transactions.timeout(), work);
    }

    @Override
    public <R> R transaction(Duration timeout, Function<? super BlockingTransaction, ? extends R> work) {
        return transactions.transaction(entities.place("transaction"), timeout, work);
    }

    @Override
    public E insert(E entity) {
        if (entity == null || !entities.entity().type().isInstance(entity)) {
            throw Problems.noEntityGiven(entities.place("insert"), entities.entity());
        }
        return new RowInsert<>(entities, "insert", NestedMaps.LINK).one(entity);
    }

    @Override
    public E insertMap(Map<String, ?> values) {
        return insertMap(values, NestedMaps.LINK);
    }

    @Override
    public E insertMap(Map<String, ?> values, NestedMaps nested) {
        given(entities.place("insertMap"), values);
        return new RowInsert<>(entities, "insertMap", nested).oneMap(values);
    }

    @Override
    public List<E> insertAll(Collection<? extends E> all) {
        return new RowInsert<>(entities, "insertAll", NestedMaps.LINK).all(elements("insertAll", all));
    }

    @Override
    public List<E> insertMaps(Collection<? extends Map<String, ?>> all) {
        return insertMaps(all, NestedMaps.LINK);
    }

    @Override
    public List<E> insertMaps(Collection<? extends Map<String, ?>> all, NestedMaps nested) {
        return new RowInsert<>(entities, "insertMaps", nested).allMaps(elements("insertMaps", all));
    }

    /** The elements as they are now, none of them null. */
    private <T> List<T> elements(String verb, Collection<? extends T> all) {
        String place = entities.place(verb);
        if (all == null) {
            throw RowProblems.noCollection(place);
        }
        List<T> elements = new ArrayList<>(all);
        int none = elements.indexOf(null);
        if (none >= 0) {
            throw RowProblems.nullElement(place, none);
        }
        return elements;
    }

    @Override
    public Optional<E> find(Object id, String... includes) {
        Condition row = RowKey.of(entities.model(), entities.place("find"), entities.entity(), id);
        Routes routes = new Routes(entities.model());
        List<String> included = Stream.of(includes)
                .map(path -> routes.included(entities.place("find"), entities.entity(), path))
                .toList();
        FetchPlan plan =
                included.isEmpty() ? entities.fetch() : entities.fetch().including(included);
        return new Loading<>(entities, "find")
                .rows(row, plan.paths(entities.model(), entities.entity())).stream()
                        .findFirst();
    }

    @Override
    public BlockingQuery<E> select() {
        return new JpaQuery<>(entities, reading, Selection.all(entities.fetch()));
    }

    @Override
    public BlockingQuery<E> select(Map<String, ?> criteria) {
        return select().where(criteria);
    }

    @Override
    public BlockingQuery<E> select(Condition condition) {
        return select().where(condition);
    }

    @Override
    public List<E> all() {
        return select().list();
    }

    @Override
    public List<E> all(Map<String, ?> criteria) {
        return select(criteria).list();
    }

    @Override
    public List<E> all(Condition condition) {
        return select(condition).list();
    }

    @Override
    public Optional<E> first() {
        return select().first();
    }

    @Override
    public Optional<E> first(Map<String, ?> criteria) {
        return select(criteria).first();
    }

    @Override
    public Optional<E> first(Condition condition) {
        return select(condition).first();
    }

    @Override
    public Long count() {
        return select().count();
    }

    @Override
    public Long count(Map<String, ?> criteria) {
        return select(criteria).count();
    }

    @Override
    public Long count(Condition condition) {
        return select(condition).count();
    }

    @Override
    public Boolean exists() {
        return select().exists();
    }

    @Override
    public Boolean exists(Map<String, ?> criteria) {
        return select(criteria).exists();
    }

    @Override
    public Boolean exists(Condition condition) {
        return select(condition).exists();
    }

    @Override
    public E refresh(E entity) {
        return new Loading<>(entities, "refresh").again(entity);
    }

    @Override
    public E loadRelated(E entity, String... paths) {
        new Loading<>(entities, "loadRelated").into(Collections.singletonList(entity), List.of(paths));
        return entity;
    }

    @Override
    public List<E> loadRelated(List<E> given, String... paths) {
        new Loading<>(entities, "loadRelated").into(given, List.of(paths));
        return given;
    }

    @Override
    public BlockingRepository<E> include(String... paths) {
        Routes routes = new Routes(entities.model());
        List<String> included = Stream.of(paths)
                .map(path -> routes.included(entities.place("include"), entities.entity(), path))
                .toList();
        FetchPlan plan = entities.fetch().including(included);
        return fetching(plan, async -> async.include(paths));
    }

    @Override
    public BlockingRepository<E> includeDepth(int depth) {
        if (depth < 0) {
            throw Problems.negative(entities.place("includeDepth"), "includeDepth");
        }
        FetchPlan plan = FetchPlan.depth(depth);
        plan.paths(entities.model(), entities.entity());
        return fetching(plan, async -> async.includeDepth(depth));
    }

    @Override
    public BlockingRepository<E> withoutRelated() {
        return includeDepth(0);
    }

    private BlockingRepository<E> fetching(FetchPlan plan, UnaryOperator<EasyRepository<E>> likewise) {
        return new JpaRepository<>(entities.fetching(plan), reading, () -> likewise.apply(other.get()), transactions);
    }

    @Override
    public E update(Object id, Map<String, ?> changes) {
        return update(id, changes, NestedMaps.LINK);
    }

    @Override
    public E update(Object id, Map<String, ?> changes, NestedMaps nested) {
        given(entities.place("update"), changes);
        return new RowUpdate<>(entities, "update", nested).run(id, changes);
    }

    @Override
    public Long updateEach(Collection<? extends Map<String, ?>> changes) {
        return new RowUpdate<>(entities, "updateEach", NestedMaps.LINK).runEach(elements("updateEach", changes));
    }

    @Override
    public E save(E entity) {
        return new RowSave<>(entities).run(entity);
    }

    @Override
    public Ensured<E> getOrCreate(Map<String, ?> key, Map<String, ?> defaults) {
        given(entities.place("getOrCreate"), key);
        given(entities.place("getOrCreate"), defaults);
        return new Ensuring<>(entities, "getOrCreate").getOrCreate(key, defaults);
    }

    @Override
    public Ensured<E> updateOrCreate(Map<String, ?> key, Map<String, ?> values) {
        given(entities.place("updateOrCreate"), key);
        given(entities.place("updateOrCreate"), values);
        return new Ensuring<>(entities, "updateOrCreate").updateOrCreate(key, values);
    }

    @Override
    public Long bulkLoad(Iterable<?> rows) {
        if (rows == null) {
            throw RowProblems.noCollection(entities.place("bulkLoad"));
        }
        return new BulkLoad<>(entities).run(rows.iterator());
    }

    @Override
    public Long bulkLoad(Stream<?> rows) {
        if (rows == null) {
            throw RowProblems.noCollection(entities.place("bulkLoad"));
        }
        try (rows) {
            return new BulkLoad<>(entities).run(rows.iterator());
        }
    }

    @Override
    public Long upsertAll(Collection<? extends Map<String, ?>> rows, String... keyAttributes) {
        return new Upserting<>(entities, transactions).run(elements("upsertAll", rows), keyAttributes);
    }

    @Override
    public Long addRelated(Object row, String path, Object... targets) {
        return new RelatedChange<>(entities, "addRelated").add(row, path, targets);
    }

    @Override
    public Long addRelated(Object row, String path, Object target, Map<String, ?> values) {
        return new RelatedChange<>(entities, "addRelated").addWith(row, path, target, values);
    }

    @Override
    public Long removeRelated(Object row, String path, Object... targets) {
        return new RelatedChange<>(entities, "removeRelated").remove(row, path, targets);
    }

    @Override
    public Long setRelated(Object row, String path, Object... targets) {
        return new RelatedChange<>(entities, "setRelated").set(row, path, targets);
    }

    @Override
    public Long updateWhere(Map<String, ?> criteria, Map<String, ?> changes) {
        given(entities.place("updateWhere"), criteria);
        return updateWhere(Criteria.of(criteria), changes);
    }

    @Override
    public Long updateWhere(Condition condition, Map<String, ?> changes) {
        given(entities.place("updateWhere"), changes);
        return new BulkUpdate(entities).run(condition, changes);
    }

    @Override
    public Boolean deleteById(Object id) {
        Condition row = RowKey.of(entities.model(), entities.place("deleteById"), entities.entity(), id);
        return delete("deleteById", row) > 0;
    }

    @Override
    public Boolean delete(E entity) {
        return new RowRemoval<>(entities).run(entity);
    }

    @Override
    public Long deleteEverything() {
        String place = entities.place("deleteEverything");
        Deletion deletion = new Deletion(entities.model(), place);
        return entities.call("deleteEverything", deletion.ofEverything(entities.entity()));
    }

    private Long delete(String verb, Condition condition) {
        Deletion deletion = new Deletion(entities.model(), entities.place(verb));
        return entities.call(verb, deletion.of(entities.entity(), condition));
    }

    @Override
    public Long deleteWhere(Map<String, ?> criteria) {
        given(entities.place("deleteWhere"), criteria);
        return deleteWhere(Criteria.of(criteria));
    }

    @Override
    public Long deleteWhere(Condition condition) {
        return delete("deleteWhere", condition);
    }

    @Override
    public Map<String, Object> toMap(E entity, String... paths) {
        return reading.map(entities.entity(), entity, Reading.USUAL_DEPTH, paths);
    }

    @Override
    public Map<String, Object> toMap(E entity, int depth, String... paths) {
        return reading.map(entities.entity(), entity, depth, paths);
    }

    @Override
    public <R extends Record> R as(Class<R> type, E entity) {
        return reading.record(entities.entity(), type, entity);
    }

    @Override
    public EntitySchema schema() {
        return new JsonSchema(entities.model(), entities.entity(), List.of());
    }

    @Override
    public BlockingRepository<E> withRetry(Retry retry) {
        return new JpaRepository<>(
                entities.with(retry), reading, () -> other.get().withRetry(retry), transactions);
    }

    @Override
    public EasyRepository<E> async() {
        return other.get();
    }

    private static void given(String place, Map<String, ?> map) {
        if (map == null) {
            throw Problems.noMapGiven(place);
        }
    }
}

package org.easymodel.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.easymodel.BlockingQuery;
import org.easymodel.BlockingRepository;
import org.easymodel.BlockingTransaction;
import org.easymodel.EasyRepository;
import org.easymodel.EntitySchema;
import org.easymodel.Retry;
import org.easymodel.failure.Problem;
import org.easymodel.query.Condition;
import org.easymodel.query.Conditions;
import org.easymodel.query.Criteria;
import org.easymodel.relate.RelationshipDescription;

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
        String place = entities.place("insert");
        List<Problem> problems = new ArrayList<>();
        if (entity == null || !entities.entity().type().isInstance(entity)) {
            throw Problems.noEntityGiven(place, entities.entity());
        }
        Node root = new ObjectReader(entities.model(), place, problems).root(entities.entity(), entity);
        return insert("insert", new Graph(entities.model(), place, root.all()), List.of(), problems);
    }

    @Override
    public E insertMap(Map<String, ?> values) {
        String place = entities.place("insertMap");
        given(place, values);
        List<Problem> problems = new ArrayList<>();
        Node root = new MapReader(entities.model(), place, problems).root(entities.entity(), values);
        Graph graph = new Graph(entities.model(), place, root.all());
        return insert("insertMap", graph, graph.paths(), problems);
    }

    private E insert(String verb, Graph graph, List<String> furtherPaths, List<Problem> problems) {
        graph.check(problems);
        List<String> paths = entities.fetch().pathsWith(furtherPaths, entities.model(), entities.entity());
        List<RelationshipDescription> empty = graph.certainlyEmpty(paths);
        List<String> needed = paths.stream()
                .filter(path -> empty.stream().noneMatch(relationship -> path.equals(relationship.attribute())))
                .toList();
        return entities.call(verb, entityManager -> {
            graph.write(entityManager, problems);
            Object row = graph.nodes().get(0).instance();
            return entities.again(entityManager, row, needed, empty);
        });
    }

    @Override
    public Optional<E> find(Object id, String... includes) {
        Condition row = RowKey.of(entities.model(), entities.place("find"), entities.entity(), id);
        Routes routes = new Routes(entities.model());
        for (String path : includes) {
            routes.included(entities.place("find"), entities.entity(), path);
        }
        FetchPlan plan =
                includes.length == 0 ? entities.fetch() : entities.fetch().including(List.of(includes));
        return new Loading<>(entities, "find").rows(row, plan.paths(entities.model(), entities.entity())).stream()
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
        for (String path : paths) {
            routes.included(entities.place("include"), entities.entity(), path);
        }
        FetchPlan plan = entities.fetch().including(List.of(paths));
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
        return new JpaRepository<>(
                entities.fetching(plan), reading, () -> likewise.apply(other.get()), transactions);
    }

    @Override
    public E update(Object id, Map<String, ?> changes) {
        given(entities.place("update"), changes);
        return new RowUpdate<>(entities).run(id, changes);
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
        Object key = Values.id(entities.place("deleteById"), entities.entity(), id);
        String name = entities.entity().id().get(0).name();
        return new Deletion(entities, "deleteById")
                        .run(Conditions.attribute(name).equalTo(key))
                > 0;
    }

    @Override
    public Long deleteWhere(Map<String, ?> criteria) {
        given(entities.place("deleteWhere"), criteria);
        return deleteWhere(Criteria.of(criteria));
    }

    @Override
    public Long deleteWhere(Condition condition) {
        return new Deletion(entities, "deleteWhere").run(condition);
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

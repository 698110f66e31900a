package org.easymodel.engine;

import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.easymodel.BlockingGrouping;
import org.easymodel.BlockingQuery;
import org.easymodel.BlockingRows;
import org.easymodel.query.Condition;
import org.easymodel.query.Conditions;
import org.easymodel.query.Criteria;
import org.easymodel.query.Expression;
import org.easymodel.query.Ordering;
import org.easymodel.relate.EntityDescription;

/** A query as one JPQL statement. */
record JpaQuery<E>(Entities<E> entities, Reading reading, Selection selection) implements BlockingQuery<E> {

    static final String VERB = "select";
    private static final String AGGREGATE = "aggregate";

    JpaQuery<E> with(Selection refined) {
        return new JpaQuery<>(entities, reading, refined);
    }

    @Override
    public JpaQuery<E> where(Map<String, ?> criteria) {
        if (criteria == null) {
            throw Problems.noMapGiven(entities.place(VERB));
        }
        return where(Criteria.of(criteria));
    }

    @Override
    public JpaQuery<E> where(Condition condition) {
        new ConditionCompiler(root()).compile(condition);
        return with(selection.and(condition));
    }

    @Override
    public JpaQuery<E> orderBy(String... paths) {
        return orderBy(Arrays.stream(paths).map(Ordering::parse).toList());
    }

    @Override
    public JpaQuery<E> orderBy(Ordering... orders) {
        return orderBy(List.of(orders));
    }

    @Override
    public JpaQuery<E> orderBy(Sort<? super E> sort) {
        return orderBy(List.of(Ordering.of(sort)));
    }

    @Override
    public JpaQuery<E> orderBy(Order<? super E> order) {
        return orderBy(StreamSupport.stream(order.spliterator(), false)
                .<Ordering>map(Ordering::of)
                .toList());
    }

    private JpaQuery<E> orderBy(List<Ordering> orders) {
        new OrderCompiler(root()).compile(orders, false);
        return with(selection.orderedBy(orders));
    }

    @Override
    public JpaQuery<E> limit(int limit) {
        return with(selection.withLimit(notNegative("limit", limit)));
    }

    @Override
    public JpaQuery<E> offset(int offset) {
        return with(selection.withOffset(notNegative("offset", offset)));
    }

    private int notNegative(String name, int number) {
        if (number < 0) {
            throw Problems.negative(entities.place(VERB), name);
        }
        return number;
    }

    @Override
    public JpaQuery<E> include(String... paths) {
        Routes routes = new Routes(entities.model());
        List<String> included = Stream.of(paths)
                .map(path -> routes.included(entities.place(VERB), entities.entity(), path))
                .toList();
        return with(selection.fetching(selection.fetch().including(included)));
    }

    @Override
    public JpaQuery<E> includeDepth(int depth) {
        FetchPlan plan = FetchPlan.depth(notNegative("includeDepth", depth));
        plan.paths(entities.model(), entities.entity());
        return with(selection.fetching(plan));
    }

    @Override
    public JpaQuery<E> withoutRelated() {
        return includeDepth(0);
    }

    @Override
    public BlockingGrouping groupBy(String... paths) {
        return JpaGrouping.of(entities, selection, List.of(paths));
    }

    @Override
    public <R extends Record> BlockingRows<R> as(Class<R> type) {
        reading.plans().check(entities.place(VERB), entities.entity().type(), type);
        return new JpaRows<>(this, type);
    }

    @Override
    public Number sum(String path) {
        return sum(Conditions.attribute(path));
    }

    @Override
    public Number sum(Expression expression) {
        return (Number) aggregate(grouping -> grouping.sum(expression, AGGREGATE));
    }

    @Override
    public Optional<Double> avg(String path) {
        return avg(Conditions.attribute(path));
    }

    @Override
    public Optional<Double> avg(Expression expression) {
        return Optional.ofNullable((Double) aggregate(grouping -> grouping.avg(expression, AGGREGATE)));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> Optional<T> min(String path) {
        return Optional.ofNullable((T) aggregate(grouping -> grouping.min(path, AGGREGATE)));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> Optional<T> max(String path) {
        return Optional.ofNullable((T) aggregate(grouping -> grouping.max(path, AGGREGATE)));
    }

    private Object aggregate(Function<JpaGrouping, JpaGrouping> column) {
        if (selection.isPart()) {
            throw QueryProblems.aggregateOfPart(entities.place(VERB));
        }
        Selection rows = Selection.all(selection.fetch()).and(selection.condition());
        return column.apply(JpaGrouping.of(entities, rows, List.of())).single();
    }

    @Override
    public Long update(Map<String, ?> changes) {
        if (changes == null) {
            throw Problems.noMapGiven(entities.place("update"));
        }
        return new BulkUpdate(entities).run(unrefined("update"), changes);
    }

    @Override
    public Long delete() {
        Deletion deletion = new Deletion(entities.model(), entities.place("delete"));
        return entities.call("delete", deletion.of(entities.entity(), unrefined("delete")));
    }

    /** A change means all rows that meet the criteria; what else was asked for would be lost. */
    private Condition unrefined(String verb) {
        if (selection.isPart()
                || !selection.orders().isEmpty()
                || !selection.fetch().equals(entities.fetch())) {
            throw QueryProblems.refinedChange(entities.place(verb));
        }
        return selection.condition();
    }

    @Override
    public List<E> list() {
        if (isSpread() && (!selection.orders().isEmpty() || selection.isPart())) {
            throw QueryProblems.spread(entities.place(VERB), entities.model(), entities.entity(), "ordered or limited");
        }
        Statement statement = entities.statement(VERB);
        Scope root = statement.scope(entities.entity(), "e");
        Clause clause = new ConditionCompiler(root).compile(selection.condition());
        String order = new OrderCompiler(root).compile(selection.orders(), selection.isPart());
        if (clause.isNever() || selection.limit().orElse(1) == 0) {
            return List.of();
        }
        String text = text("e", root, clause) + order;
        List<String> paths = selection.fetch().paths(entities.model(), entities.entity());
        return entities.call(VERB, entityManager -> {
            Query query = statement.query(entityManager, text).setFirstResult(selection.offset());
            selection.limit().ifPresent(query::setMaxResults);
            return entities.results(entityManager, query, paths);
        });
    }

    @Override
    public Page<E> page(PageRequest request) {
        return new Pages<>(this).page(request);
    }

    @Override
    public CursoredPage<E> cursor(PageRequest request) {
        return new Pages<>(this).cursor(request);
    }

    @Override
    public Flow.Publisher<E> publish() {
        return new RowPublisher<>(entities.place(VERB), () -> new RowWalk<>(this), Repositories.HERE);
    }

    @Override
    public Optional<E> first() {
        return few(1).list().stream().findFirst();
    }

    @Override
    public Optional<E> optional() {
        List<E> found = few(2).list();
        if (found.size() > 1) {
            throw Problems.severalRows(entities.place(VERB));
        }
        return found.stream().findFirst();
    }

    /** Enough rows to tell; of rows that no one statement limits, all. */
    private JpaQuery<E> few(int most) {
        return isSpread() && !selection.isPart() ? this : with(selection.atMost(most));
    }

    boolean isSpread() {
        return entities.model().isSpread(entities.entity());
    }

    @Override
    public E one() {
        return optional().orElseThrow(() -> Problems.noRow(entities.place(VERB)));
    }

    @Override
    public Long count() {
        long all = entities.model().parts(entities.entity()).stream()
                .mapToLong(part -> scalar(part, "count(e)", false, Long.class).orElse(0L))
                .sum();
        long behindOffset = Math.max(0, all - selection.offset());
        return selection.limit().isPresent()
                ? Math.min(behindOffset, selection.limit().getAsInt())
                : behindOffset;
    }

    @Override
    public Boolean exists() {
        if (isSpread()) {
            return count() > 0;
        }
        return selection.limit().orElse(1) > 0
                && scalar(
                                entities.entity(),
                                "e."
                                        + entities.model()
                                                .idPaths(entities.entity())
                                                .get(0),
                                true,
                                Object.class)
                        .isPresent();
    }

    private <T> Optional<T> scalar(EntityDescription entity, String result, boolean any, Class<T> type) {
        Statement statement = entities.statement(VERB);
        Scope root = statement.scope(entity, "e");
        Clause clause = new ConditionCompiler(root).compile(selection.condition());
        if (clause.isNever()) {
            return Optional.empty();
        }
        String text = text(result, root, clause);
        return entities.call(VERB, entityManager -> value(statement, entityManager, text, any)
                .map(type::cast));
    }

    private Optional<Object> value(Statement statement, EntityManager entityManager, String text, boolean any) {
        Query query = statement.query(entityManager, text);
        if (any) {
            query.setFirstResult(selection.offset()).setMaxResults(1);
        }
        List<?> values = query.getResultList();
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    static String text(String result, Scope root, Clause clause) {
        return "select " + result + " from " + root.entity().name() + " e"
                + root.joins().text() + clause.where(root);
    }

    private Scope root() {
        return entities.statement(VERB).scope(entities.entity(), "e");
    }
}

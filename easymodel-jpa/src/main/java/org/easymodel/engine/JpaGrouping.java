package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.easymodel.BlockingGrouping;
import org.easymodel.BlockingRows;
import org.easymodel.query.Condition;
import org.easymodel.query.Conditions;
import org.easymodel.query.Criteria;
import org.easymodel.query.Expression;
import org.easymodel.query.Ordering;
import org.easymodel.query.Subquery;
import org.easymodel.relate.RelationshipDescription;

/** A grouped query as one JPQL statement. */
record JpaGrouping(
        Entities<?> entities,
        Condition condition,
        List<Column> columns,
        List<Condition> having,
        List<Ordering> orders,
        OptionalInt most,
        int skipped)
        implements BlockingGrouping {

    static final String VERB = "groupBy";

    static JpaGrouping of(Entities<?> entities, Selection selection, List<String> paths) {
        if (!selection.orders().isEmpty() || selection.isPart()) {
            throw Problems.orderBeforeGrouping(entities.place(VERB));
        }
        if (entities.model().isSpread(entities.entity())) {
            throw QueryProblems.spread(entities.place(VERB), entities.model(), entities.entity(), "grouped");
        }
        JpaGrouping grouping = new JpaGrouping(
                entities, selection.condition(), List.of(), List.of(), List.of(), OptionalInt.empty(), 0);
        for (String path : paths) {
            grouping = grouping.with(path, Optional.empty(), Optional.of(Conditions.attribute(path)));
        }
        return grouping;
    }

    /**
     * The grouped query behind what a condition is given.
     *
     * @throws org.easymodel.failure.InvalidRequestException if it is none of this library, or was refused when it was built
     */
    static JpaGrouping of(String place, Subquery values) {
        if (values instanceof AsyncGrouping async) {
            return of(place, async.grouping().get());
        }
        if (values instanceof JpaGrouping grouping) {
            return grouping;
        }
        throw QueryProblems.foreignSubquery(place);
    }

    boolean isPart() {
        return most.isPresent() || skipped > 0;
    }

    private JpaGrouping with(String label, Optional<Aggregate> aggregate, Optional<Expression> expression) {
        if (label == null
                || label.isBlank()
                || columns.stream().anyMatch(column -> column.label().equals(label))) {
            throw Problems.labelTaken(entities.place(VERB), String.valueOf(label));
        }
        List<Column> all = new ArrayList<>(columns);
        all.add(new Column(label, aggregate, expression));
        return checked(new JpaGrouping(entities, condition, List.copyOf(all), having, orders, most, skipped));
    }

    private JpaGrouping with(String label, Aggregate aggregate, Expression expression) {
        return with(label, Optional.of(aggregate), Optional.of(expression));
    }

    private static JpaGrouping checked(JpaGrouping grouping) {
        GroupedStatement.of(grouping, grouping.root()).having();
        return grouping;
    }

    @Override
    public JpaGrouping count(String label) {
        return with(label, Optional.of(Aggregate.COUNT), relationship(label).map(Conditions::attribute));
    }

    /** A label that is the name of a to-many relationship counts its rows. */
    private Optional<String> relationship(String label) {
        return Optional.ofNullable(label)
                .flatMap(name -> entities.model().relationship(entities.entity(), name))
                .filter(RelationshipDescription::toMany)
                .map(RelationshipDescription::attribute);
    }

    @Override
    public JpaGrouping count(String path, String label) {
        return with(label, Aggregate.COUNT, Conditions.attribute(path));
    }

    @Override
    public JpaGrouping countDistinct(String path, String label) {
        return with(label, Aggregate.COUNT_DISTINCT, Conditions.attribute(path));
    }

    @Override
    public JpaGrouping sum(String path, String label) {
        return sum(Conditions.attribute(path), label);
    }

    @Override
    public JpaGrouping sum(Expression expression, String label) {
        return with(label, Aggregate.SUM, expression);
    }

    @Override
    public JpaGrouping avg(String path, String label) {
        return avg(Conditions.attribute(path), label);
    }

    @Override
    public JpaGrouping avg(Expression expression, String label) {
        return with(label, Aggregate.AVG, expression);
    }

    @Override
    public JpaGrouping min(String path, String label) {
        return min(Conditions.attribute(path), label);
    }

    @Override
    public JpaGrouping min(Expression expression, String label) {
        return with(label, Aggregate.MIN, expression);
    }

    @Override
    public JpaGrouping max(String path, String label) {
        return max(Conditions.attribute(path), label);
    }

    @Override
    public JpaGrouping max(Expression expression, String label) {
        return with(label, Aggregate.MAX, expression);
    }

    @Override
    public JpaGrouping having(Condition further) {
        if (further == null) {
            throw QueryProblems.noCondition(entities.place(VERB));
        }
        List<Condition> all = new ArrayList<>(having);
        all.add(further);
        return checked(new JpaGrouping(entities, condition, columns, List.copyOf(all), orders, most, skipped));
    }

    @Override
    public JpaGrouping having(Map<String, ?> criteria) {
        if (criteria == null) {
            throw Problems.noMapGiven(entities.place(VERB));
        }
        return having(Criteria.of(criteria));
    }

    @Override
    public JpaGrouping orderBy(String... names) {
        return orderBy(Arrays.stream(names).map(Ordering::parse).toArray(Ordering[]::new));
    }

    @Override
    public JpaGrouping orderBy(Ordering... further) {
        List<Ordering> all = new ArrayList<>(orders);
        for (Ordering order : further) {
            if (columns.stream().noneMatch(column -> column.label().equals(order.path()))) {
                throw Problems.noColumn(
                        entities.place(VERB),
                        order.path(),
                        columns.stream().map(Column::label).toList());
            }
            all.add(order);
        }
        return new JpaGrouping(entities, condition, columns, having, List.copyOf(all), most, skipped);
    }

    @Override
    public JpaGrouping limit(int limit) {
        if (limit < 0) {
            throw Problems.negative(entities.place(VERB), "limit");
        }
        return new JpaGrouping(entities, condition, columns, having, orders, OptionalInt.of(limit), skipped);
    }

    @Override
    public JpaGrouping offset(int offset) {
        if (offset < 0) {
            throw Problems.negative(entities.place(VERB), "offset");
        }
        return new JpaGrouping(entities, condition, columns, having, orders, most, offset);
    }

    @Override
    public <R extends Record> BlockingRows<R> as(Class<R> type) {
        RecordMapper<R> mapper = RecordMapper.of(
                entities.place(VERB), type, columns.stream().map(Column::label).toList());
        return () -> rows().stream().map(mapper::map).toList();
    }

    @Override
    public Optional<Map<String, Object>> first() {
        return limit(Math.min(1, most.orElse(1))).list().stream().findFirst();
    }

    @Override
    public List<Map<String, Object>> list() {
        return rows().stream().map(this::named).toList();
    }

    private Map<String, Object> named(Object[] values) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            row.put(columns.get(i).label(), values[i]);
        }
        return Collections.unmodifiableMap(row);
    }

    /** The condition that the subject of another statement has one of the values, or none of them. */
    Clause among(Subject subject, boolean negated) {
        Statement statement = subject.scope().statement();
        List<Column> groups = columns.stream().filter(Column::isGroup).toList();
        if (groups.size() != 1 && columns.size() != 1) {
            throw QueryProblems.subqueryColumns(statement.place(), groups.size());
        }
        Column wanted = groups.size() == 1 ? groups.get(0) : columns.get(0);
        GroupedStatement query = GroupedStatement.of(
                this, statement.scope(entities.entity(), statement.aliases().next("g")));
        Located column = query.columns().get(wanted.label());
        subject.requireComparable(column);
        if (isPart() || query.root().joins().leadOverPairs()) {
            return statement.early().among(subject, this, wanted, negated);
        }
        String list = query.listed(column, query.where(), query.having());
        if (!negated) {
            return Clause.of(subject.text() + " in " + list);
        }
        String none = subject.text() + " not in " + list;
        return Clause.of(subject.present()
                .map(present -> "(" + present + " and " + none + ")")
                .orElse(none));
    }

    /** What a column holds, without missing values; runs in the transaction of another statement. */
    List<Object> values(EntityManager entityManager, Column column) {
        int place = columns.indexOf(column);
        return rows(reading -> reading.apply(entityManager)).stream()
                .map(row -> row[place])
                .filter(Objects::nonNull)
                .toList();
    }

    /** The only value of a query without groups; the sum of no values is zero. */
    Object single() {
        Object value = rows().get(0)[0];
        Column column = columns.get(0);
        return value == null && column.aggregate().filter(Aggregate.SUM::equals).isPresent()
                ? NumberKind.in(
                        GroupedStatement.of(this, root())
                                .columns()
                                .get(column.label())
                                .type(),
                        0)
                : value;
    }

    private List<Object[]> rows() {
        return rows(reading -> entities.call(VERB, reading));
    }

    private List<Object[]> rows(Function<Function<EntityManager, List<Object[]>>, List<Object[]>> runner) {
        if (columns.isEmpty()) {
            throw Problems.noColumns(entities.place(VERB));
        }
        Statement statement = entities.statement(VERB);
        GroupedStatement query = GroupedStatement.of(this, statement.scope(entities.entity(), "e"));
        Clause where = query.where();
        Clause kept = query.having();
        boolean grouped = columns.stream().anyMatch(Column::isGroup);
        if (most.orElse(1) == 0 || kept.isNever() || where.isNever() && grouped) {
            return List.of();
        }
        String text = query.text(where, kept);
        List<Class<?>> types =
                query.columns().values().stream().<Class<?>>map(Located::type).toList();
        return runner.apply(entityManager -> {
            Query run = statement.query(entityManager, text).setFirstResult(skipped);
            most.ifPresent(run::setMaxResults);
            List<Object[]> rows = new ArrayList<>();
            for (Object row : run.getResultList()) {
                rows.add(converted(
                        row instanceof Object[] several ? several : new Object[] {row}, types, statement.place()));
            }
            return rows;
        });
    }

    private static Object[] converted(Object[] row, List<Class<?>> types, String place) {
        Object[] values = new Object[row.length];
        try {
            for (int i = 0; i < row.length; i++) {
                values[i] = row[i] == null ? null : NumberKind.in(types.get(i), row[i]);
            }
        } catch (ArithmeticException e) {
            throw DatabaseProblems.tooLarge(place, e);
        }
        return values;
    }

    private Scope root() {
        return entities.statement(VERB).scope(entities.entity(), "e");
    }
}

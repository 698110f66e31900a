package org.easymodel.engine;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.easymodel.BlockingGrouping;
import org.easymodel.BlockingRows;
import org.easymodel.query.Condition;
import org.easymodel.query.Conditions;
import org.easymodel.query.Expression;
import org.easymodel.query.Ordering;
import org.easymodel.query.Subquery;

/** A grouped query as one JPQL statement. */
record JpaGrouping(
        Entities<?> entities,
        Condition condition,
        List<Column> columns,
        List<Ordering> orders,
        OptionalInt most,
        int first)
        implements BlockingGrouping {

    static final String VERB = "groupBy";

    static JpaGrouping of(Entities<?> entities, Selection selection, List<String> paths) {
        if (!selection.orders().isEmpty() || selection.isPart()) {
            throw Problems.orderBeforeGrouping(entities.place(VERB));
        }
        JpaGrouping grouping =
                new JpaGrouping(entities, selection.condition(), List.of(), List.of(), OptionalInt.empty(), 0);
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

    /** The query as a list of values in another statement. */
    String selected(Statement statement, Subject subject) {
        throw QueryProblems.foreignSubquery(statement.place());
    }

    private JpaGrouping with(String label, Optional<String> aggregate, Optional<Expression> expression) {
        if (label.isBlank()
                || columns.stream().anyMatch(column -> column.label().equals(label))) {
            throw Problems.labelTaken(entities.place(VERB), label);
        }
        Column column = new Column(label, aggregate, expression);
        text(root(), column);
        List<Column> all = new ArrayList<>(columns);
        all.add(column);
        return new JpaGrouping(entities, condition, List.copyOf(all), orders, most, first);
    }

    @Override
    public JpaGrouping count(String label) {
        return with(label, Optional.of("count"), Optional.empty());
    }

    @Override
    public JpaGrouping sum(String path, String label) {
        return sum(Conditions.attribute(path), label);
    }

    @Override
    public JpaGrouping sum(Expression expression, String label) {
        return with(label, Optional.of("sum"), Optional.of(expression));
    }

    @Override
    public JpaGrouping avg(String path, String label) {
        return avg(Conditions.attribute(path), label);
    }

    @Override
    public JpaGrouping avg(Expression expression, String label) {
        return with(label, Optional.of("avg"), Optional.of(expression));
    }

    @Override
    public JpaGrouping min(String path, String label) {
        return with(label, Optional.of("min"), Optional.of(Conditions.attribute(path)));
    }

    @Override
    public JpaGrouping max(String path, String label) {
        return with(label, Optional.of("max"), Optional.of(Conditions.attribute(path)));
    }

    @Override
    public JpaGrouping orderBy(String... names) {
        List<Ordering> all = new ArrayList<>(orders);
        Arrays.stream(names).map(Ordering::parse).forEach(order -> {
            if (columns.stream().noneMatch(column -> column.label().equals(order.path()))) {
                throw Problems.noColumn(
                        entities.place(VERB),
                        order.path(),
                        columns.stream().map(Column::label).toList());
            }
            all.add(order);
        });
        return new JpaGrouping(entities, condition, columns, List.copyOf(all), most, first);
    }

    @Override
    public JpaGrouping limit(int limit) {
        if (limit < 0) {
            throw Problems.negative(entities.place(VERB), "limit");
        }
        return new JpaGrouping(entities, condition, columns, orders, OptionalInt.of(limit), first);
    }

    @Override
    public JpaGrouping offset(int offset) {
        if (offset < 0) {
            throw Problems.negative(entities.place(VERB), "offset");
        }
        return new JpaGrouping(entities, condition, columns, orders, most, offset);
    }

    @Override
    public <R extends Record> BlockingRows<R> as(Class<R> type) {
        RecordMapper<R> mapper = RecordMapper.of(
                entities.place(VERB), type, columns.stream().map(Column::label).toList());
        return () -> rows().stream().map(mapper::map).toList();
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

    private List<Object[]> rows() {
        if (columns.isEmpty()) {
            throw Problems.noColumns(entities.place(VERB));
        }
        Statement statement = entities.statement(VERB);
        Scope root = statement.scope(entities.entity(), "e");
        List<String> selected = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        for (Column column : columns) {
            String text = text(root, column);
            selected.add(text + " as c" + selected.size());
            if (column.aggregate().isEmpty()) {
                groups.add(text);
            }
        }
        Clause clause = new ConditionCompiler(root).compile(condition);
        if (most.orElse(1) == 0 || clause.isNever() && !groups.isEmpty()) {
            return List.of();
        }
        String text = "select " + String.join(", ", selected) + " from "
                + root.entity().name() + " e"
                + root.joins().text() + clause.where(root)
                + (groups.isEmpty() ? "" : " group by " + String.join(", ", groups))
                + order();
        return entities.call(VERB, entityManager -> {
            Query query = statement.query(entityManager, text).setFirstResult(first);
            most.ifPresent(query::setMaxResults);
            List<Object[]> rows = new ArrayList<>();
            for (Object row : query.getResultList()) {
                rows.add(row instanceof Object[] several ? several : new Object[] {row});
            }
            return rows;
        });
    }

    private String order() {
        List<String> steps = new ArrayList<>();
        List<Ordering> all = new ArrayList<>(orders);
        if (most.isPresent() || first > 0) {
            columns.stream()
                    .filter(column -> column.aggregate().isEmpty())
                    .forEach(column -> all.add(new Ordering(column.label(), false)));
        }
        for (Ordering order : all) {
            String step = "c" + index(order.path()) + (order.descending() ? " desc" : "") + " nulls last";
            if (steps.stream().noneMatch(step.replace(" desc", "")::equals) && !steps.contains(step)) {
                steps.add(step);
            }
        }
        return steps.isEmpty() ? "" : " order by " + String.join(", ", steps);
    }

    private int index(String label) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).label().equals(label)) {
                return i;
            }
        }
        throw new IllegalStateException("There is no column " + label);
    }

    private static String text(Scope scope, Column column) {
        ExpressionCompiler expressions = new ExpressionCompiler(scope);
        if (column.expression().isEmpty()) {
            return "count(e)";
        }
        Expression expression = column.expression().get();
        return switch (column.aggregate().orElse("")) {
            case "" -> expressions.any(expression);
            case "min", "max" -> column.aggregate().get() + "(" + expressions.any(expression) + ")";
            default -> column.aggregate().get() + "(" + expressions.number(expression) + ")";
        };
    }

    private Scope root() {
        return entities.statement(VERB).scope(entities.entity(), "e");
    }
}

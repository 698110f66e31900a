package org.easymodel.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.easymodel.query.Conditions;
import org.easymodel.query.Ordering;

/**
 * A grouped query as one statement writes it.
 *
 * @param columns by label, in their order
 */
record GroupedStatement(JpaGrouping grouping, Scope root, Map<String, Located> columns) {

    static GroupedStatement of(JpaGrouping grouping, Scope root) {
        ColumnCompiler compiler = ColumnCompiler.of(root, grouping.columns());
        Map<String, Located> columns = new LinkedHashMap<>();
        grouping.columns().forEach(column -> columns.put(column.label(), compiler.compile(column)));
        return new GroupedStatement(grouping, root, columns);
    }

    /** The statement; the columns are called {@code c0} and so on. */
    String text(Clause where, Clause having) {
        List<String> selected = new ArrayList<>();
        columns.values().forEach(column -> selected.add(column.text() + " as c" + selected.size()));
        return "select " + String.join(", ", selected) + body(where, having) + order();
    }

    /** The statement in the parentheses of another, which selects one column without missing values. */
    String listed(Located column, Clause where, Clause having) {
        Clause present = column.always()
                        || columns.size() == 1
                                && grouping.columns().get(0).aggregate().isPresent()
                ? where
                : Clause.all(List.of(where, Clause.of(column.text() + " is not null")));
        return "(select " + column.text() + body(present, having) + ")";
    }

    private String body(Clause where, Clause having) {
        String groups = grouping.columns().stream()
                .filter(Column::isGroup)
                .map(column -> columns.get(column.label()).text())
                .collect(Collectors.joining(", "));
        return " from " + root.entity().name() + " " + root.alias()
                + root.joins().text() + where.where(root)
                + (groups.isEmpty() ? "" : " group by " + groups)
                + (having.isAlways() ? "" : " having " + having.text());
    }

    Clause where() {
        return new ConditionCompiler(root).compile(grouping.condition());
    }

    Clause having() {
        Scope labels = root.columns(label -> {
            Located column = columns.get(label);
            if (column == null) {
                throw Problems.noColumn(root.statement().place(), label, List.copyOf(columns.keySet()));
            }
            return column;
        });
        return new ConditionCompiler(labels).compile(Conditions.all(grouping.having()));
    }

    private String order() {
        List<Ordering> all = new ArrayList<>(grouping.orders());
        if (grouping.isPart()) {
            grouping.columns().stream()
                    .filter(Column::isGroup)
                    .forEach(column -> all.add(new Ordering(column.label(), false)));
        }
        List<String> labels = List.copyOf(columns.keySet());
        Map<String, String> steps = new LinkedHashMap<>();
        for (Ordering order : all) {
            String label = "c" + labels.indexOf(order.path());
            steps.putIfAbsent(
                    order.path(),
                    OrderStep.of(label, Object.class, order, false).sql());
        }
        return steps.isEmpty() ? "" : " order by " + String.join(", ", steps.values());
    }
}

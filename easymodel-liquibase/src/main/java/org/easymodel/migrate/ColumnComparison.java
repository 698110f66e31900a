package org.easymodel.migrate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.easymodel.failure.Problem;
import org.easymodel.schema.Column;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;

/** Compares the columns of one table that both schemas have. For one table and one thread. */
final class ColumnComparison {

    private final Table before;
    private final Table after;
    private final FillHints fills;
    private final Acceptance acceptance;
    private final Map<DiffPlanner.Phase, List<Change>> changes = new EnumMap<>(DiffPlanner.Phase.class);
    private final List<Problem> problems = new ArrayList<>();

    ColumnComparison(Table before, Table after, FillHints fills, Acceptance acceptance) {
        this.before = before;
        this.after = after;
        this.fills = fills;
        this.acceptance = acceptance;
    }

    Map<DiffPlanner.Phase, List<Change>> changes() {
        return changes;
    }

    List<Problem> problems() {
        return problems;
    }

    ColumnComparison compare() {
        List<Column> added = after.columns().stream()
                .filter(column -> before.column(column.name()).isEmpty())
                .toList();
        for (Column old : before.columns()) {
            Optional<Column> now = after.column(old.name());
            if (now.isPresent()) {
                compare(old, now.get());
            } else {
                drop(old, added);
            }
        }
        added.forEach(this::add);
        return this;
    }

    private TableName table() {
        return after.name();
    }

    private void add(DiffPlanner.Phase phase, Change change) {
        changes.computeIfAbsent(phase, each -> new ArrayList<>()).add(change);
    }

    private void drop(Column old, List<Column> added) {
        add(DiffPlanner.Phase.DROP_COLUMNS, new Change.DropColumn(table(), old));
        List<Identifier> twins = LookAlike.columns(old, added);
        if (!twins.isEmpty() && !acceptance.accepts(DangerRule.EM102, table() + "." + old.name())) {
            problems.add(Problems.looksLikeRenamedColumn(table(), old, twins));
        }
    }

    private void add(Column column) {
        if (column.identity()) {
            problems.add(Problems.identityChanged(table(), column.name(), true));
        } else if (column.nullable() || column.defaultValue().isPresent()) {
            add(DiffPlanner.Phase.ADD_COLUMNS, new Change.AddColumn(table(), column));
        } else {
            add(DiffPlanner.Phase.ADD_COLUMNS, new Change.AddColumn(table(), column.withNullable(true)));
            if (!require(column)) {
                problems.add(Problems.noValueForNewColumn(table(), column.name()));
            }
        }
    }

    private void compare(Column old, Column now) {
        if (!old.type().equals(now.type())) {
            problems.add(Problems.typeChanged(table(), old, now));
            return;
        }
        if (old.identity() != now.identity()) {
            problems.add(Problems.identityChanged(table(), now.name(), now.identity()));
            return;
        }
        if (!old.defaultValue().equals(now.defaultValue())) {
            add(
                    DiffPlanner.Phase.ALTER_COLUMNS,
                    new Change.SetDefault(table(), now.name(), now.type(), old.defaultValue(), now.defaultValue()));
        }
        if (old.nullable() && !now.nullable()) {
            require(now);
        } else if (!old.nullable() && now.nullable()) {
            add(DiffPlanner.Phase.ALTER_COLUMNS, new Change.DropNotNull(table(), now.name(), now.type()));
        }
    }

    /** Fills the column if there is a value, and forbids empty values; tells whether there was a value. */
    private boolean require(Column column) {
        Optional<String> text = fills.take(table(), column.name());
        Optional<String> value = text.flatMap(each -> FillValue.of(each, column.type()));
        if (text.isPresent() && value.isEmpty()) {
            problems.add(Problems.valueUnreadable(table(), column.name(), column.type()));
        }
        value.ifPresent(each -> add(DiffPlanner.Phase.FILL, new Change.FillColumn(table(), column.name(), each)));
        add(DiffPlanner.Phase.ALTER_COLUMNS, new Change.AddNotNull(table(), column.name(), column.type()));
        return text.isPresent();
    }
}

package org.easymodel.migrate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final Plan plan;

    ColumnComparison(Table before, Table after, FillHints fills, Acceptance acceptance, Plan plan) {
        this.before = before;
        this.after = after;
        this.fills = fills;
        this.acceptance = acceptance;
        this.plan = plan;
    }

    void compare() {
        Map<Identifier, Column> old = byName(before);
        Map<Identifier, Column> now = byName(after);
        List<Column> added = after.columns().stream()
                .filter(column -> !old.containsKey(column.name()))
                .toList();
        for (Column column : before.columns()) {
            if (now.containsKey(column.name())) {
                compare(column, now.get(column.name()));
            } else {
                drop(column, added);
            }
        }
        added.forEach(this::add);
    }

    private static Map<Identifier, Column> byName(Table table) {
        return table.columns().stream().collect(Collectors.toMap(Column::name, Function.identity()));
    }

    private TableName table() {
        return after.name();
    }

    private void drop(Column old, List<Column> added) {
        plan.add(Plan.Phase.DROP_COLUMNS, new Change.DropColumn(table(), old));
        List<Identifier> twins = LookAlike.columns(old, added);
        if (!twins.isEmpty() && !acceptance.accepts(DangerRule.EM102, table() + "." + old.name())) {
            plan.refuse(Problems.looksLikeRenamedColumn(table(), old, twins));
        }
    }

    private void add(Column column) {
        if (column.identity() || column.nullable() || column.defaultValue().isPresent()) {
            plan.add(Plan.Phase.ADD_COLUMNS, new Change.AddColumn(table(), column));
        } else {
            plan.add(Plan.Phase.ADD_COLUMNS, new Change.AddColumn(table(), column.withNullable(true)));
            if (!require(column) && !fills.mayBeFilledByHand()) {
                plan.refuse(Problems.noValueForNewColumn(table(), column.name()));
            }
        }
    }

    private void compare(Column old, Column now) {
        if (old.identity() != now.identity()) {
            number(old, now);
        }
        if (!old.type().equals(now.type())) {
            modify(old, now);
        } else if (!old.defaultValue().equals(now.defaultValue())) {
            plan.add(
                    Plan.Phase.ALTER_COLUMNS,
                    new Change.SetDefault(table(), now.name(), now.type(), old.defaultValue(), now.defaultValue()));
        }
        if (!old.values().equals(now.values())) {
            plan.add(
                    Plan.Phase.ALTER_COLUMNS,
                    new Change.ChangeEnumValues(table(), now.name(), old.values(), now.values()));
        }
        if (!old.comment().equals(now.comment())) {
            plan.add(
                    Plan.Phase.ALTER_COLUMNS,
                    new Change.SetColumnComment(table(), now.name(), old.comment(), now.comment()));
        }
        if (old.nullable() && !now.nullable()) {
            require(now);
        } else if (!old.nullable() && now.nullable()) {
            plan.add(Plan.Phase.ALTER_COLUMNS, new Change.DropNotNull(table(), now.name(), now.type()));
        }
    }

    private void modify(Column old, Column now) {
        boolean otherWay = old.values().isPresent()
                && now.values().isPresent()
                && old.values().get().kind() != now.values().get().kind();
        if (otherWay) {
            plan.refuse(Problems.enumTypeChanged(table(), old, now));
        } else {
            new TypeConversion(old.type(), now.type())
                    .refusal()
                    .ifPresent(why -> plan.refuse(Problems.typeChanged(table(), old, now, why[0], why[1])));
        }
        Column modified = old.withType(now.type()).withDefaultValue(now.defaultValue());
        plan.add(
                isNarrowed(old, now) ? Plan.Phase.NARROW_TYPES : Plan.Phase.MODIFY_TYPES,
                new Change.ModifyType(table(), old, modified, List.of()));
    }

    /** Numbers can only go on where each is there once, and no other column is part of the key. */
    private void number(Column old, Column now) {
        boolean alone = Stream.of(before, after).allMatch(table -> table.primaryKey()
                .filter(key -> key.columns().equals(List.of(now.name())))
                .isPresent());
        if (!alone || !isWhole(old) || !isWhole(now)) {
            plan.refuse(Problems.identityChanged(table(), now.name(), now.identity()));
        }
        Column modified = old.withType(now.type()).withDefaultValue(now.defaultValue());
        plan.add(
                Plan.Phase.CHANGE_IDENTITY,
                new Change.ChangeIdentity(
                        table(), modified, modified.withIdentity(now.identity()), List.of(), List.of(), List.of()));
    }

    private static boolean isWhole(Column column) {
        return switch (column.type().kind()) {
            case INT16, INT32, INT64 -> true;
            default -> false;
        };
    }

    /** What rows can stand against comes after the steps that a person wrote for the rows. */
    private static boolean isNarrowed(Column old, Column now) {
        return switch (new TypeConversion(old.type(), now.type()).effect()) {
            case NARROWING, CUT -> true;
            default -> false;
        };
    }

    /** Fills the column if there is a value, and forbids empty values; tells whether there was a value. */
    private boolean require(Column column) {
        Optional<String> text = fills.take(table(), column.name());
        Optional<String> value = text.flatMap(each -> FillValue.of(each, column.type()));
        if (text.isPresent() && value.isEmpty()) {
            plan.refuse(Problems.valueUnreadable(table(), column.name(), column.type()));
        }
        boolean late = before.column(column.name())
                .filter(old -> isNarrowed(old, column))
                .isPresent();
        value.ifPresent(each -> plan.add(
                late ? Plan.Phase.ALTER_COLUMNS : Plan.Phase.FILL,
                new Change.FillColumn(table(), column.name(), each)));
        plan.add(Plan.Phase.ALTER_COLUMNS, new Change.AddNotNull(table(), column.name(), column.type()));
        return text.isPresent();
    }
}

package org.easymodel.migrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.easymodel.schema.Check;
import org.easymodel.schema.Column;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.ConstraintNames;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.Notes;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.RenameNote;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Sequence;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;
import org.easymodel.schema.UniqueKey;

/** Writes schemas in a few words, for tests. */
public final class Shop {

    private Shop() {}

    public static SchemaModel model(Table... tables) {
        return SchemaModel.of(List.of(tables), List.of());
    }

    public static SchemaModel with(SchemaModel model, Sequence... sequences) {
        return new SchemaModel(
                model.tables(), List.of(sequences), new Notes(List.of(), List.of(), model.renames(), List.of()));
    }

    public static SchemaModel renamed(SchemaModel model, RenameNote... notes) {
        return new SchemaModel(
                model.tables(), model.sequences(), new Notes(List.of(), List.of(), List.of(notes), List.of()));
    }

    public static RenameNote note(String table, String column, String formerly) {
        return new RenameNote(
                TableName.of(table),
                column.isEmpty() ? Optional.empty() : Optional.of(Identifier.of(column)),
                Identifier.of(formerly));
    }

    /** A table with a key of its own: {@code ID} of 64 bits. */
    public static Table table(String name, Column... columns) {
        List<Column> all = new ArrayList<>(Arrays.asList(columns));
        all.add(0, Column.required("ID", ColumnType.of(ColumnType.Kind.INT64)));
        TableName table = TableName.of(name);
        return Table.of(table, all)
                .withPrimaryKey(
                        Optional.of(new PrimaryKey(ConstraintNames.primaryKey(table), List.of(Identifier.of("ID")))));
    }

    public static Column text(String name, int length) {
        return Column.nullable(name, ColumnType.string(length));
    }

    public static Column number(String name) {
        return Column.nullable(name, ColumnType.of(ColumnType.Kind.INT32));
    }

    public static Column big(String name) {
        return Column.nullable(name, ColumnType.of(ColumnType.Kind.INT64));
    }

    public static Column required(Column column) {
        return column.withNullable(false);
    }

    public static Column withDefault(Column column, String value) {
        return Column.of(column.name(), column.type(), column.nullable())
                .withDefaultValue(Optional.of(value))
                .withIdentity(column.identity());
    }

    public static UnaryOperator<Table> unique(String... columns) {
        return table -> {
            List<UniqueKey> keys = new ArrayList<>(table.uniqueKeys());
            keys.add(new UniqueKey(ConstraintNames.uniqueKey(table.name(), names(columns)), names(columns)));
            return table.withUniqueKeys(keys);
        };
    }

    public static UnaryOperator<Table> index(String... columns) {
        return table -> {
            List<Index> indexes = new ArrayList<>(table.indexes());
            indexes.add(Index.of(ConstraintNames.index(table.name(), names(columns)), names(columns), false));
            return table.withIndexes(indexes);
        };
    }

    public static UnaryOperator<Table> uniqueIndex(String name, String... columns) {
        return table -> {
            List<Index> indexes = new ArrayList<>(table.indexes());
            indexes.add(Index.of(Identifier.of(name), names(columns), true));
            return table.withIndexes(indexes);
        };
    }

    public static UnaryOperator<Table> key(String column, String target) {
        return key(column, target, ForeignKey.OnDelete.NO_ACTION);
    }

    public static UnaryOperator<Table> key(String column, String target, ForeignKey.OnDelete onDelete) {
        return table -> {
            List<ForeignKey> keys = new ArrayList<>(table.foreignKeys());
            keys.add(new ForeignKey(
                    ConstraintNames.foreignKey(table.name(), names(column)),
                    names(column),
                    TableName.of(target),
                    names("ID"),
                    onDelete));
            return table.withForeignKeys(keys);
        };
    }

    public static UnaryOperator<Table> check(String name, String condition) {
        return table -> {
            List<Check> checks = new ArrayList<>(table.checks());
            checks.add(new Check(Identifier.of(name), condition));
            return table.withChecks(checks);
        };
    }

    @SafeVarargs
    public static Table of(Table table, UnaryOperator<Table>... parts) {
        Table result = table;
        for (UnaryOperator<Table> part : parts) {
            result = part.apply(result);
        }
        return result;
    }

    public static Sequence sequence(String name, long start, long increment) {
        return new Sequence(Optional.empty(), Identifier.of(name), start, increment);
    }

    private static List<Identifier> names(String... columns) {
        return Arrays.stream(columns).map(Identifier::of).toList();
    }
}

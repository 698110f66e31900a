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
import org.easymodel.schema.EnumValues;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.GeneratorRow;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.IndexPart;
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
        return column.withDefaultValue(Optional.of(value));
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

    public static UnaryOperator<Table> index(Index index) {
        return table -> {
            List<Index> indexes = new ArrayList<>(table.indexes());
            indexes.add(index);
            return table.withIndexes(indexes);
        };
    }

    /** An index over parts in their canonical text. */
    public static Index indexOf(String name, String... parts) {
        return Index.of(Identifier.of(name), names("ID"), false)
                .withParts(Arrays.stream(parts).map(IndexPart::parse).toList());
    }

    /** An index of the rows that meet a condition. */
    public static Index where(Index index, String condition) {
        return new Index(index.name(), index.parts(), index.unique(), Optional.of(condition), index.method());
    }

    public static Index using(Index index, String method) {
        return new Index(index.name(), index.parts(), index.unique(), index.where(), Optional.of(method));
    }

    public static Index unique(Index index) {
        return new Index(index.name(), index.parts(), true, index.where(), index.method());
    }

    public static UnaryOperator<Table> comment(String text) {
        return table -> table.withComment(Optional.of(text));
    }

    public static Column comment(Column column, String text) {
        return column.withComment(Optional.of(text));
    }

    /** A column that holds the constants of an enumeration by name. */
    public static Column constants(String name, String... values) {
        return text(name, 10).withValues(Optional.of(new EnumValues(EnumValues.Kind.TEXT, List.of(values))));
    }

    /** A column that holds the constants of an enumeration by position. */
    public static Column positions(String name, String... values) {
        return number(name).withValues(Optional.of(new EnumValues(EnumValues.Kind.POSITION, List.of(values))));
    }

    /** A column that holds the constants of an enumeration by numbers of their own. */
    public static Column numbers(String name, String... values) {
        return number(name).withValues(Optional.of(new EnumValues(EnumValues.Kind.NUMBER, List.of(values))));
    }

    /** A table of id generators: {@code NAME} and {@code COUNTED}, with rows that count from 0. */
    public static Table generators(String name, String... rows) {
        TableName table = TableName.of(name);
        return Table.of(table, List.of(required(text("NAME", 50)), big("COUNTED")))
                .withPrimaryKey(Optional.of(new PrimaryKey(ConstraintNames.primaryKey(table), names("NAME"))))
                .withGeneratorRows(Arrays.stream(rows).map(row -> row(row, 0)).toList());
    }

    public static GeneratorRow row(String name, long value) {
        return new GeneratorRow(name, Identifier.of("NAME"), Identifier.of("COUNTED"), value);
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

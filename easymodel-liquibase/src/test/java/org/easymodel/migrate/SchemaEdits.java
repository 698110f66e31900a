package org.easymodel.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.easymodel.schema.Column;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Sequence;
import org.easymodel.schema.Table;

/** Random edits of a schema that drop nothing: other types, numbering, increments, keys and indexes, and what is new. */
public final class SchemaEdits {

    /** What the values of a sample row may become, whatever they are. */
    private static final Map<String, List<String>> TYPES = Map.of(
            "STRING", List.of("STRING(30)", "STRING(12)", "INT32", "DECIMAL(8,2)", "CHAR(20)"),
            "INT32", List.of("INT64", "INT16", "DECIMAL(12,2)", "STRING(20)", "FLOAT64"),
            "DECIMAL", List.of("DECIMAL(10,2)", "DECIMAL(6,1)", "DECIMAL(12,4)", "STRING(20)", "FLOAT64"),
            "TIMESTAMP", List.of("TIMESTAMP(3)", "TIMESTAMP", "DATE"),
            "BOOL", List.of("INT32", "STRING(5)"),
            "UUID", List.of("STRING(36)", "STRING(40)"),
            "INT64", List.of("DECIMAL(20,0)", "STRING(20)"));

    /** They have constants, or lead to keys of one type. */
    private static final Set<String> FIXED = Set.of("ID", "REF", "STATE", "PLACE");

    private SchemaEdits() {}

    /** A schema near to another one. */
    public static SchemaModel of(SchemaModel before, Random random) {
        List<Table> tables = before.tables().stream()
                .map(table -> table.generatorRows().isEmpty()
                                && !table.name().name().text().equals("GENERATORS")
                        ? edited(table, random)
                        : table)
                .toList();
        List<Sequence> sequences = before.sequences().stream()
                .map(each -> random.nextBoolean()
                        ? each
                        : new Sequence(each.schema(), each.name(), each.start() + 9, each.increment() + 9))
                .collect(Collectors.toCollection(ArrayList::new));
        if (random.nextBoolean()) {
            sequences.add(Shop.sequence("S_NEW", 50, 50));
        }
        return SchemaModel.of(tables, sequences);
    }

    private static Table edited(Table table, Random random) {
        List<Column> columns = new ArrayList<>();
        boolean numbered = random.nextInt(3) == 0;
        for (Column column : table.columns()) {
            if (column.name().text().equals("ID") && numbered) {
                columns.add(column.withIdentity(!column.identity()));
            } else if (FIXED.contains(column.name().text())) {
                columns.add(widened(column, random));
            } else {
                columns.add(random.nextBoolean() ? retyped(column, random) : column);
            }
        }
        if (random.nextBoolean()) {
            columns.add(Shop.text("FRESH", 20));
        }
        Table result = table.withColumns(columns);
        return random.nextInt(3) == 0 ? Shop.index("REF", "ID", "PLACE").apply(result) : result;
    }

    private static Column widened(Column column, Random random) {
        return column.name().text().equals("STATE") && random.nextBoolean()
                ? column.withType(ColumnType.string(15 + random.nextInt(20)))
                : column;
    }

    private static Column retyped(Column column, Random random) {
        List<String> types = TYPES.getOrDefault(column.type().kind().name(), List.of());
        if (types.isEmpty()) {
            return column;
        }
        ColumnType type = ColumnType.parse(types.get(random.nextInt(types.size())));
        Optional<String> value = column.defaultValue()
                .filter(each -> type.kind() == column.type().kind());
        Column nullable = random.nextInt(4) == 0 ? column.withNullable(true) : column;
        return nullable.withType(type).withDefaultValue(value);
    }

    /**
     * Whether going there and back leaves every value as it was: nothing is cut, filled or dropped, and no text becomes a
     * decimal number, which has a way of its own to be written.
     */
    public static boolean keepsValues(List<RatedChange> changes) {
        return changes.stream()
                .map(RatedChange::change)
                .noneMatch(change -> change.operation().matches("Drop(Table|Column|Sequence|GeneratorRow)|FillColumn")
                        || change instanceof Change.ModifyType modify
                                && (modify.conversion().effect() == TypeConversion.Effect.CUT
                                        || modify.after().type().kind() == ColumnType.Kind.DECIMAL
                                                && modify.before().type().kind() == ColumnType.Kind.STRING));
    }
}

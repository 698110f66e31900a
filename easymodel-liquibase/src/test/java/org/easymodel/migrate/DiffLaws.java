package org.easymodel.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.easymodel.schema.Column;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Sequence;
import org.easymodel.schema.Table;

/** Random schemas between which only supported changes lie. */
public final class DiffLaws {

    /** The types belong to the names, since a change of type is refused. */
    private static final Map<String, ColumnType> COLUMNS = new TreeMap<>(Map.of(
            "A", ColumnType.string(10),
            "B", ColumnType.of(ColumnType.Kind.INT32),
            "C", ColumnType.decimal(8, 2),
            "D", ColumnType.of(ColumnType.Kind.LOB_BIN),
            "E", ColumnType.of(ColumnType.Kind.TIMESTAMP, 6),
            "\"fG\"", ColumnType.of(ColumnType.Kind.BOOL),
            "ORDER", ColumnType.of(ColumnType.Kind.UUID)));

    private static final List<String> TABLES = List.of("ALPHA", "BETA", "GAMMA", "USER", "\"Delta\"");

    private DiffLaws() {}

    /** A schema that the seed decides. */
    public static SchemaModel schema(Random random) {
        List<String> names =
                TABLES.stream().filter(name -> random.nextInt(3) > 0).toList();
        List<Table> tables =
                names.stream().map(name -> table(name, names, random)).toList();
        List<Sequence> sequences = new ArrayList<>();
        for (String name : List.of("S_ONE", "S_TWO")) {
            if (random.nextBoolean()) {
                sequences.add(Shop.sequence(name, 1, 50));
            }
        }
        return SchemaModel.of(tables, sequences);
    }

    private static Table table(String name, List<String> names, Random random) {
        List<Column> columns = new ArrayList<>();
        COLUMNS.forEach((column, type) -> {
            if (random.nextBoolean()) {
                Column plain = Column.nullable(column, type).withNullable(random.nextBoolean());
                boolean text = type.kind() == ColumnType.Kind.STRING && random.nextBoolean();
                columns.add(text ? Shop.withDefault(plain, "'x'") : plain);
            }
        });
        columns.add(Shop.big("REF"));
        Table table = Shop.table(name, columns.toArray(Column[]::new));
        for (Column column : columns) {
            String text = column.name().sql();
            if (column.type().kind() != ColumnType.Kind.LOB_BIN && random.nextInt(4) == 0) {
                table = Shop.unique(text).apply(table);
            }
            if (column.type().kind() != ColumnType.Kind.LOB_BIN && random.nextInt(4) == 0) {
                table = Shop.index(text, "ID").apply(table);
            }
        }
        if (random.nextBoolean()) {
            table = Shop.key("REF", names.get(random.nextInt(names.size()))).apply(table);
        }
        return random.nextInt(3) == 0
                ? Shop.check("CK_" + table.name().name().text(), "ID > 0").apply(table)
                : table;
    }

    /** Accepts every loss and gives every value that the way from one to the other needs. */
    public static RevisionOptions everything(SchemaModel before, SchemaModel after) {
        RevisionOptions options = RevisionOptions.none();
        for (RatedChange rated : SchemaDiff.between(before, after).changes()) {
            for (DangerRule rule : rated.rules()) {
                if (rule.danger() == Danger.DATA_LOSS) {
                    options = options.accepting(rule + ":" + rated.change().target());
                }
            }
        }
        for (Table table : after.tables()) {
            Optional<Table> old = before.table(table.name());
            for (Column column : table.columns()) {
                boolean added =
                        old.isPresent() && old.get().column(column.name()).isEmpty();
                if (added && !column.nullable() && column.defaultValue().isEmpty()) {
                    options = options.withDefault(table.name() + "." + column.name() + "="
                            + value(column.type().kind()));
                }
            }
        }
        return options;
    }

    private static String value(ColumnType.Kind kind) {
        return switch (kind) {
            case BOOL -> "true";
            case UUID -> "00000000-0000-0000-0000-000000000001";
            case TIMESTAMP -> "2026-01-01 00:00:00";
            default -> "1";
        };
    }
}

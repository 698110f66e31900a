package org.easymodel.migrate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.schema.Column;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.EnumValues;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
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

    private static final List<String> COMMENTS = List.of("a", "it's; \"b\"", "two\nlines: {1} #x", "-- c */ 'd");

    private static final List<String> PARTS = List.of(
            "REF", "REF DESC", "STATE,REF DESC", "(lower(STATE))", "STATE USING text_pattern_ops DESC,(REF + 1)");

    private static final List<String> TABLES = List.of("ALPHA", "BETA", "GAMMA", "USER", "\"Delta\"");

    private DiffLaws() {}

    /** A schema that the seed decides. */
    public static SchemaModel schema(Random random) {
        List<String> names =
                TABLES.stream().filter(name -> random.nextInt(3) > 0).toList();
        List<Table> tables = new ArrayList<>(
                names.stream().map(name -> table(name, names, random)).toList());
        if (random.nextBoolean()) {
            tables.add(generators(random));
        }
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
        columns.add(Shop.comment(Shop.big("REF"), pick(random, COMMENTS)));
        columns.add(enumerated(Shop.text("STATE", 10), EnumValues.Kind.TEXT, random));
        columns.add(enumerated(Shop.number("PLACE"), EnumValues.Kind.POSITION, random));
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
        table = details(table, random);
        if (random.nextBoolean()) {
            table = Shop.key("REF", names.get(random.nextInt(names.size()))).apply(table);
        }
        return random.nextInt(3) == 0
                ? Shop.check("CK_" + table.name().name().text(), "ID > 0").apply(table)
                : table;
    }

    private static Column enumerated(Column column, EnumValues.Kind kind, Random random) {
        List<String> values = new ArrayList<>(List.of("NEW", "IT'S", "PAID"));
        Collections.shuffle(values, random);
        EnumValues chosen = new EnumValues(kind, values.subList(0, 1 + random.nextInt(3)));
        return random.nextInt(3) == 0 ? column : column.withValues(Optional.of(chosen));
    }

    /** Comments, a check of an enumeration, and indexes that not every database has. */
    private static Table details(Table plain, Random random) {
        String name = plain.name().name().text().toUpperCase(Locale.ROOT);
        Table table =
                random.nextBoolean() ? Shop.comment(pick(random, COMMENTS)).apply(plain) : plain;
        Column state = table.column(Identifier.of("STATE")).orElseThrow();
        if (state.values().isPresent()) {
            String list = state.values().get().values().stream()
                    .map(value -> "'" + value.replace("'", "''") + "'")
                    .collect(Collectors.joining(","));
            table = Shop.check("CK_" + name + "_STATE", "STATE IN (" + list + ")")
                    .apply(table);
        }
        Index index = Shop.indexOf("DX_" + name, pick(random, PARTS).split(","));
        return switch (random.nextInt(4)) {
            case 0 -> Shop.index(index).apply(table);
            case 1 -> Shop.index(Shop.where(index, "REF > 0")).apply(table);
            case 2 -> Shop.index(Shop.using(index, "btree")).apply(table);
            default -> table;
        };
    }

    private static Table generators(Random random) {
        Table table = Shop.generators("GENERATORS");
        return table.withGeneratorRows(Stream.of("ONE", "it's two", "Three")
                .filter(name -> random.nextBoolean())
                .map(name -> Shop.row(name, random.nextInt(2)))
                .toList());
    }

    private static String pick(Random random, List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    /** Accepts every loss and gives every value that the way from one to the other needs. */
    public static RevisionOptions everything(SchemaModel before, SchemaModel after) {
        RevisionOptions options = RevisionOptions.none();
        for (RatedChange rated : SchemaDiff.between(before, after).changes()) {
            for (DangerRule rule : rated.rules()) {
                if (rule.danger(rated.change()) == Danger.DATA_LOSS) {
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

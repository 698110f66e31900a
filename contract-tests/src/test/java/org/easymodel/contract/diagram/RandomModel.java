package org.easymodel.contract.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.easymodel.schema.Cardinality;
import org.easymodel.schema.Column;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.EntityNote;
import org.easymodel.schema.EnumValues;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.IndexPart;
import org.easymodel.schema.Notes;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.RelationshipNote;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;
import org.easymodel.schema.UniqueKey;

/** A schema made by chance, of names and texts that diagram languages may trip over. */
final class RandomModel {

    private final Random random;

    private RandomModel(Random random) {
        this.random = random;
    }

    static SchemaModel of(Random random) {
        return new RandomModel(random).schema();
    }

    private SchemaModel schema() {
        Map<TableName, Table> tables = new LinkedHashMap<>();
        for (Table table : some(6, this::table)) {
            tables.putIfAbsent(table.name(), table);
        }
        List<Table> plain = List.copyOf(tables.values());
        List<Table> connected = plain.stream()
                .map(table -> plain.isEmpty() ? table : table.withForeignKeys(keys(table, plain)))
                .toList();
        Notes notes = Notes.none()
                .withEntities(distinct(some(4, () -> entity(plain)), EntityNote::name))
                .withRelationships(some(8, () -> relationship(plain)));
        return new SchemaModel(connected, List.of(), notes);
    }

    private Table table() {
        TableName name =
                new TableName(random.nextInt(3) == 0 ? Optional.of(identifier()) : Optional.empty(), identifier());
        List<Column> columns = distinct(some(5, this::column), Column::name);
        List<Column> all = columns.isEmpty() ? List.of(column()) : columns;
        return Table.of(name, all)
                .withPrimaryKey(
                        random.nextInt(5) == 0
                                ? Optional.empty()
                                : Optional.of(new PrimaryKey(identifier(), columns(all))))
                .withUniqueKeys(
                        distinct(some(2, () -> new UniqueKey(identifier(), columns(all))), UniqueKey::name).stream()
                                .filter(key -> key.name().text().startsWith("U"))
                                .toList())
                .withIndexes(distinct(some(2, () -> index(all)), Index::name))
                .withComment(maybe(this::text));
    }

    private Column column() {
        return Column.of(identifier(), type(), random.nextBoolean())
                .withIdentity(random.nextInt(5) == 0)
                .withDefaultValue(maybe(() -> random.nextBoolean() ? "" + random.nextInt() : text()))
                .withComment(maybe(this::text))
                .withValues(maybe(() -> new EnumValues(
                        EnumValues.Kind.values()[random.nextInt(3)],
                        some(4, this::text).stream().distinct().toList())));
    }

    private ColumnType type() {
        ColumnType.Kind kind = ColumnType.Kind.values()[random.nextInt(ColumnType.Kind.values().length)];
        return kind == ColumnType.Kind.NATIVE
                ? ColumnType.ofDefinition("x" + text())
                : new ColumnType(kind, random.nextInt(3) * 10, random.nextInt(3), "");
    }

    private Index index(List<Column> columns) {
        List<IndexPart> parts = columns(columns).stream()
                .map(column -> switch (random.nextInt(4)) {
                    case 0 -> IndexPart.descending(column);
                    case 1 -> IndexPart.ofExpression("lower(" + text() + ")");
                    case 2 -> IndexPart.of(column).withOperatorClass("gist_ops");
                    default -> IndexPart.of(column);
                })
                .toList();
        return new Index(identifier(), parts, random.nextBoolean(), maybe(() -> "a = " + text()), maybe(() -> "gin"));
    }

    private List<ForeignKey> keys(Table table, List<Table> targets) {
        return distinct(
                some(3, () -> {
                    Table target = targets.get(random.nextInt(targets.size()));
                    List<Identifier> own = columns(table.columns());
                    List<Identifier> theirs = target.columns().stream()
                            .map(Column::name)
                            .limit(own.size())
                            .toList();
                    return new ForeignKey(
                            Identifier.delimited("fk" + random.nextInt() + text().replaceAll("[\"\0]", "")),
                            own.subList(0, theirs.size()),
                            target.name(),
                            theirs,
                            ForeignKey.OnDelete.values()[random.nextInt(3)]);
                }),
                ForeignKey::name);
    }

    private EntityNote entity(List<Table> tables) {
        return new EntityNote(
                text() + random.nextInt(3),
                tableName(tables),
                some(2, () -> tableName(tables)),
                maybe(() -> text() + random.nextInt(3)));
    }

    private RelationshipNote relationship(List<Table> tables) {
        TableName owner = tableName(tables);
        return new RelationshipNote(
                owner,
                text(),
                Cardinality.values()[random.nextInt(4)],
                tableName(tables),
                random.nextBoolean(),
                maybe(this::text),
                some(2, () -> tables.stream()
                                .filter(table -> table.name().equals(owner))
                                .findFirst()
                                .map(table -> table.columns()
                                        .get(random.nextInt(table.columns().size()))
                                        .name())
                                .orElseGet(this::identifier))
                        .stream()
                        .distinct()
                        .toList(),
                random.nextBoolean(),
                text());
    }

    /** The name of one of the tables; now and then of none. */
    private TableName tableName(List<Table> tables) {
        return tables.isEmpty() || random.nextInt(10) == 0
                ? TableName.of(identifier())
                : tables.get(random.nextInt(tables.size())).name();
    }

    private List<Identifier> columns(List<Column> columns) {
        int first = random.nextInt(columns.size());
        return IntStream.rangeClosed(first, Math.min(columns.size() - 1, first + random.nextInt(3)))
                .mapToObj(i -> columns.get(i).name())
                .toList();
    }

    private Identifier identifier() {
        String text = text().replaceAll("[\"\0]", "").strip();
        return random.nextBoolean()
                ? Identifier.delimited(text.isEmpty() ? "U" : text)
                : Identifier.of(text.isEmpty() ? "U" : text);
    }

    /** A word that means something in one of the languages, or any letters at all. */
    private String text() {
        if (random.nextInt(3) > 0) {
            return EvilNames.ALL.get(random.nextInt(EvilNames.ALL.size()));
        }
        return random.ints(1L + random.nextInt(6), 0, Character.MAX_VALUE + 1)
                .map(letter -> random.nextBoolean() ? letter : letter % 128)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private <T> Optional<T> maybe(Supplier<T> maker) {
        return random.nextInt(3) == 0 ? Optional.of(maker.get()) : Optional.empty();
    }

    private <T> List<T> some(int most, Supplier<T> maker) {
        return Stream.generate(maker).limit(random.nextInt(most + 1)).toList();
    }

    private static <T> List<T> distinct(List<T> values, java.util.function.Function<T, Object> key) {
        Map<Object, T> distinct = new LinkedHashMap<>();
        values.forEach(value -> distinct.putIfAbsent(key.apply(value), value));
        return new ArrayList<>(distinct.values());
    }
}

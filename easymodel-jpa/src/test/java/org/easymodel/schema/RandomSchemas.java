package org.easymodel.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random but valid parts of schemas, with letters that fold, quote and compose in odd ways. */
final class RandomSchemas {

    private static final String[] WORDS = {
        "BOOK", "book", "order", "USER", "Select", "title", "índice", "straße", "ǆ", "Ⅷ", "имя", "表", "e\u0301tat", "ΐ"
    };

    private RandomSchemas() {}

    /** Names as a mapping writes them, in quotes or not. */
    static Arbitrary<Identifier> identifiers() {
        Arbitrary<Identifier> words = Arbitraries.of(WORDS).map(Identifier::of);
        Arbitrary<Identifier> plain = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars('_', 'I', 'İ', 'ı', 'é', 'ß', '7')
                .ofMinLength(1)
                .ofMaxLength(12)
                .map(Identifier::of);
        return Arbitraries.frequencyOf(
                Tuple.of(3, words),
                Tuple.of(4, plain),
                Tuple.of(2, delimitedTexts().map(Identifier::delimited)));
    }

    /** Any text that may stand between double quotes. */
    static Arbitrary<String> delimitedTexts() {
        return Arbitraries.strings()
                .all()
                .withChars('.', '`', ' ', '\\', '\'', '\u0301', '\u2028')
                .excludeChars('"', '\0')
                .ofMinLength(1)
                .ofMaxLength(8);
    }

    static Arbitrary<TableName> tableNames() {
        return Combinators.combine(identifiers().optional(0.3), identifiers()).as(TableName::new);
    }

    static Arbitrary<ColumnType> columnTypes() {
        List<ColumnType.Kind> kinds = Arrays.stream(ColumnType.Kind.values())
                .filter(kind -> kind != ColumnType.Kind.NATIVE)
                .toList();
        Arbitrary<ColumnType> usual = Combinators.combine(
                        Arbitraries.of(kinds),
                        Arbitraries.integers().between(0, 4000),
                        Arbitraries.integers().between(0, 40))
                .as((kind, size, scale) -> new ColumnType(kind, size, scale, ""));
        return Arbitraries.oneOf(usual, definitions().map(ColumnType::ofDefinition));
    }

    /** SQL text of a column definition: words, literals and quoted names, with any white space between. */
    static Arbitrary<String> definitions() {
        Arbitrary<String> piece = Arbitraries.of(
                "varchar(20)", "COLLATE", "'it  is'", "'\"'", "\"De  de\"", "  ", "\n\t", "default", "0", "'\n'", "ß");
        return piece.list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(pieces -> String.join(" ", pieces))
                .filter(definition -> !definition.isBlank());
    }

    static Arbitrary<Table> tables() {
        return tableNames().flatMap(RandomSchemas::tables).withoutEdgeCases();
    }

    private static Arbitrary<Table> tables(TableName name) {
        return identifiers().list().ofMinSize(2).ofMaxSize(6).uniqueElements().flatMap(names -> Combinators.combine(
                        columns(names), keys(names), tableNames())
                .as((columns, keys, target) -> table(name, columns, keys, target)));
    }

    private static Arbitrary<List<Column>> columns(List<Identifier> names) {
        return Combinators.combine(
                        columnTypes().list().ofSize(names.size()),
                        Arbitraries.strings().ofMaxLength(5).optional().list().ofSize(names.size()),
                        Arbitraries.integers().between(0, 3).list().ofSize(names.size()))
                .as((types, defaults, flags) -> IntStream.range(0, names.size())
                        .mapToObj(i -> new Column(
                                names.get(i),
                                types.get(i),
                                flags.get(i) % 2 == 0,
                                defaults.get(i),
                                flags.get(i) / 2 == 0))
                        .toList());
    }

    /** Some non-empty column lists: of primary key, unique key, index, foreign key. */
    private static Arbitrary<List<List<Identifier>>> keys(List<Identifier> names) {
        return Arbitraries.shuffle(names)
                .flatMap(shuffled -> Arbitraries.integers()
                        .between(1, shuffled.size())
                        .map(size -> List.copyOf(shuffled.subList(0, size))))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    private static Table table(TableName name, List<Column> columns, List<List<Identifier>> keys, TableName target) {
        List<UniqueKey> uniqueKeys = new ArrayList<>();
        List<Index> indexes = new ArrayList<>();
        List<ForeignKey> foreignKeys = new ArrayList<>();
        List<Check> checks = new ArrayList<>();
        for (int i = 1; i < keys.size(); i++) {
            List<Identifier> key = keys.get(i);
            ForeignKey.OnDelete[] rules = ForeignKey.OnDelete.values();
            switch (i % 4) {
                case 1 -> uniqueKeys.add(new UniqueKey(Identifier.of("uk" + i), key));
                case 2 -> indexes.add(new Index(Identifier.of("ix" + i), key, key.size() > 1));
                case 3 ->
                    foreignKeys.add(new ForeignKey(
                            Identifier.delimited("fk" + i), key, target, key, rules[key.size() % rules.length]));
                default -> checks.add(new Check(Identifier.of("ck" + i), "a  <>\n'b  c'"));
            }
        }
        Optional<PrimaryKey> primaryKey = keys.size() % 2 == 0
                ? Optional.empty()
                : Optional.of(new PrimaryKey(ConstraintNames.primaryKey(name), keys.get(0)));
        return new Table(name, columns, primaryKey, uniqueKeys, indexes, foreignKeys, checks);
    }

    static Arbitrary<Sequence> sequences() {
        return Combinators.combine(
                        tableNames(), Arbitraries.longs(), Arbitraries.longs().filter(increment -> increment != 0))
                .as((name, start, increment) -> new Sequence(name.schema(), name.name(), start, increment));
    }

    static Arbitrary<SchemaModel> schemas() {
        return Combinators.combine(
                        distinct(tables(), table -> table.name().sql(), 5),
                        distinct(sequences(), Sequence::sql, 3),
                        distinct(relationships(), note -> note.table().sql() + " " + note.attribute(), 4),
                        distinct(renames(), note -> note.table().sql() + " " + note.column(), 3))
                .as(SchemaModel::new)
                .withoutEdgeCases();
    }

    private static <T> Arbitrary<List<T>> distinct(Arbitrary<T> values, Function<T, Object> name, int most) {
        return values.list().ofMaxSize(most).uniqueElements(name);
    }

    private static Arbitrary<RelationshipNote> relationships() {
        Arbitrary<String> attributes =
                Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(6);
        return Combinators.combine(
                        tableNames(),
                        attributes,
                        Arbitraries.of(Cardinality.values()),
                        tableNames(),
                        attributes.optional(),
                        identifiers().optional(),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.strings().ofMaxLength(9))
                .as((table, attribute, cardinality, target, inverse, column, flags, because) -> new RelationshipNote(
                        table,
                        attribute,
                        cardinality,
                        target,
                        flags % 2 == 0,
                        inverse,
                        column,
                        flags / 2 == 0,
                        because));
    }

    private static Arbitrary<RenameNote> renames() {
        return Combinators.combine(tableNames(), identifiers().optional(), identifiers())
                .as(RenameNote::new);
    }
}

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
import org.easymodel.failure.Problem;

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
                        Arbitraries.integers().between(0, 3).list().ofSize(names.size()),
                        enumValues().optional(0.2).list().ofSize(names.size()),
                        Arbitraries.strings()
                                .ofMaxLength(5)
                                .optional(0.2)
                                .list()
                                .ofSize(names.size()))
                .as((types, defaults, flags, values, comments) -> IntStream.range(0, names.size())
                        .mapToObj(i -> Column.of(names.get(i), types.get(i), flags.get(i) % 2 == 0)
                                .withDefaultValue(defaults.get(i))
                                .withIdentity(flags.get(i) / 2 == 0)
                                .withValues(values.get(i))
                                .withComment(comments.get(i)))
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
                case 2 ->
                    indexes.add(
                            key.size() > 1
                                    ? Index.of(Identifier.of("ix" + i), key, true)
                                    : new Index(
                                            Identifier.of("ix" + i),
                                            List.of(
                                                    IndexPart.descending(key.get(0)),
                                                    IndexPart.ofExpression("lower( A )")
                                                            .withOperatorClass("c")),
                                            false,
                                            Optional.of("a  IS NULL"),
                                            Optional.of("gin")));
                case 3 ->
                    foreignKeys.add(new ForeignKey(
                            Identifier.delimited("fk" + i), key, target, key, rules[key.size() % rules.length]));
                default -> checks.add(new Check(Identifier.of("ck" + i), "a  <>\n'b  c'"));
            }
        }
        Optional<PrimaryKey> primaryKey = keys.size() % 2 == 0
                ? Optional.empty()
                : Optional.of(new PrimaryKey(ConstraintNames.primaryKey(name), keys.get(0)));
        List<GeneratorRow> rows = keys.size() % 3 == 0
                ? List.of(new GeneratorRow(
                        "a  b'", columns.get(0).name(), columns.get(1).name(), keys.size()))
                : List.of();
        return new Table(
                name,
                columns,
                primaryKey,
                uniqueKeys,
                indexes,
                foreignKeys,
                checks,
                rows,
                keys.size() % 4 == 0 ? Optional.of("a \"comment\"\nof two lines") : Optional.empty());
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
                        distinct(renames(), note -> note.table().sql() + " " + note.column(), 3),
                        distinct(entities(), EntityNote::name, 3),
                        distinct(warnings(), Problem::toString, 3))
                .as((tables, sequences, relationships, renames, entities, warnings) ->
                        new SchemaModel(tables, sequences, new Notes(entities, relationships, renames, warnings)))
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
                        identifiers().list().ofMaxSize(3),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.strings().ofMaxLength(9))
                .as((table, attribute, cardinality, target, inverse, columns, flags, because) -> new RelationshipNote(
                        table,
                        attribute,
                        cardinality,
                        target,
                        flags % 2 == 0,
                        inverse,
                        columns,
                        flags / 2 == 0,
                        because));
    }

    private static Arbitrary<EntityNote> entities() {
        return Combinators.combine(
                        Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(4),
                        tableNames(),
                        tableNames().list().ofMaxSize(2),
                        Arbitraries.strings()
                                .alpha()
                                .ofMinLength(1)
                                .ofMaxLength(4)
                                .optional())
                .as(EntityNote::new);
    }

    private static Arbitrary<Problem> warnings() {
        return Combinators.combine(
                        Arbitraries.integers().between(1000, 9999),
                        Arbitraries.strings().ofMaxLength(5),
                        Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(9),
                        Arbitraries.strings().ofMaxLength(5))
                .as((number, place, fact, remedy) -> new Problem("EM-" + number, place, fact, remedy));
    }

    /** Parts over columns, expressions, in both directions, with and without an operator class. */
    static Arbitrary<IndexPart> indexParts() {
        Arbitrary<IndexPart> parts = Arbitraries.oneOf(
                identifiers().map(IndexPart::of),
                identifiers().map(IndexPart::descending),
                Arbitraries.of("lower(A)", "A || ') USING b'", "a DESC", "(a)  + (b)", "'x  y'")
                        .map(IndexPart::ofExpression));
        return Combinators.combine(parts, Arbitraries.of("gist_ops", "b").optional(0.3))
                .as((part, operators) -> operators.map(part::withOperatorClass).orElse(part));
    }

    private static Arbitrary<EnumValues> enumValues() {
        return Combinators.combine(
                        Arbitraries.of(EnumValues.Kind.values()),
                        Arbitraries.strings().ofMaxLength(4).list().ofMaxSize(4).uniqueElements())
                .as(EnumValues::new);
    }

    private static Arbitrary<RenameNote> renames() {
        return Combinators.combine(tableNames(), identifiers().optional(), identifiers())
                .as(RenameNote::new);
    }
}

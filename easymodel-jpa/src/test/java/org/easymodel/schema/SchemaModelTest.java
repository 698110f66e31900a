package org.easymodel.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.easymodel.failure.Problem;
import org.junit.jupiter.api.Test;

class SchemaModelTest {

    private static final TableName BOOK = TableName.of("book");

    @Provide
    Arbitrary<SchemaModel> schemas() {
        return RandomSchemas.schemas();
    }

    @Provide
    Arbitrary<Table> tables() {
        return RandomSchemas.tables();
    }

    @Provide
    Arbitrary<Sequence> sequences() {
        return RandomSchemas.sequences();
    }

    @Property(tries = 80)
    void parse_textOfAnySchema_isTheSchemaWithTheSameBytes(@ForAll("schemas") SchemaModel schema) {
        SchemaModel parsed = SchemaModel.parse(schema.text());

        assertThat(parsed).isEqualTo(schema);
        assertThat(parsed.text()).isEqualTo(schema.text());
        assertThat(parsed.hash()).isEqualTo(schema.hash()).matches("[0-9a-f]{64}");
    }

    @Property(tries = 80)
    void parse_textWithOtherLineEndsAndIndentation_hasTheSameHash(@ForAll("schemas") SchemaModel schema) {
        String loose = schema.text().replace("\n", "\r\n\t ");

        assertThat(SchemaModel.parse(loose).hash()).isEqualTo(schema.hash());
    }

    @Property(tries = 80)
    void text_ofShuffledLists_isTheSame(@ForAll("schemas") SchemaModel schema, @ForAll Random random) {
        SchemaModel shuffled = new SchemaModel(
                shuffled(
                        schema.tables().stream()
                                .map(table -> shuffled(table, random))
                                .toList(),
                        random),
                shuffled(schema.sequences(), random),
                new Notes(
                        shuffled(schema.notes().entities(), random),
                        shuffled(schema.relationships(), random),
                        shuffled(schema.renames(), random),
                        shuffled(schema.notes().warnings(), random)));

        assertThat(shuffled.text()).isEqualTo(schema.text());
        assertThat(shuffled.hash()).isEqualTo(schema.hash());
    }

    @Property(tries = 80)
    void hash_ofSchemaWithoutNotes_isTheSame(@ForAll("schemas") SchemaModel schema) {
        assertThat(SchemaModel.of(schema.tables(), schema.sequences()).hash()).isEqualTo(schema.hash());
    }

    @Property(tries = 80)
    void text_underTurkishLocale_isTheSame(@ForAll("schemas") SchemaModel schema) {
        String text = schema.text();
        String hash = schema.hash();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            SchemaModel parsed = SchemaModel.parse(text);
            assertThat(parsed.text()).isEqualTo(text);
            assertThat(parsed.hash()).isEqualTo(hash);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Property(tries = 80)
    void parseTable_textOfAnyTable_isTheTable(@ForAll("tables") Table table) {
        assertThat(SchemaText.parseTable(SchemaText.write(table))).isEqualTo(table);
        assertThat(SchemaText.parseTable(SchemaText.writeCompact(table))).isEqualTo(table);
    }

    @Property(tries = 80)
    void parseSequence_textOfAnySequence_isTheSequence(@ForAll("sequences") Sequence sequence) {
        assertThat(SchemaText.parseSequence(SchemaText.write(sequence))).isEqualTo(sequence);
    }

    @Property(tries = 80)
    void hash_ofTableWithOneColumnMore_isAnother(@ForAll("tables") Table table) {
        List<Column> more = new ArrayList<>(table.columns());
        more.add(Column.nullable("\"one column more\"", ColumnType.string(1)));

        assertThat(SchemaHash.of(table.withColumns(more))).isNotEqualTo(SchemaHash.of(table));
    }

    @Test
    void text_ofSmallSchema_leavesOutWhatIsUsual() {
        Table book = new Table(
                BOOK,
                List.of(
                        Column.of(Identifier.of("id"), ColumnType.of(ColumnType.Kind.INT64), false)
                                .withDefaultValue(none())
                                .withIdentity(true),
                        Column.of(Identifier.of("title"), ColumnType.string(80), false)
                                .withDefaultValue(Optional.of("'untitled'")),
                        Column.nullable("author_id", ColumnType.of(ColumnType.Kind.INT64))),
                Optional.of(new PrimaryKey(Identifier.of("pk_book"), names("id"))),
                List.of(new UniqueKey(Identifier.of("uk_book_title"), names("title", "author_id"))),
                List.of(Index.of(Identifier.of("ix_book_author"), names("author_id"), false)),
                List.of(new ForeignKey(
                        Identifier.of("fk_book_author"),
                        names("author_id"),
                        TableName.of("user"),
                        names("id"),
                        ForeignKey.OnDelete.SET_NULL)),
                List.of(new Check(Identifier.of("ck_title"), "TITLE  <> ''")),
                List.of(),
                Optional.empty());
        SchemaModel schema = SchemaModel.of(
                List.of(book), List.of(new Sequence(Optional.empty(), Identifier.of("book_seq"), 50, 50)));

        assertThat(schema.text()).isEqualTo("""
                        {
                          "format": "em-model/1",
                          "sequences": {
                            "BOOK_SEQ": {
                              "increment": 50,
                              "start": 50
                            }
                          },
                          "tables": {
                            "BOOK": {
                              "checks": {
                                "CK_TITLE": "TITLE <> ''"
                              },
                              "columns": {
                                "AUTHOR_ID": {
                                  "nullable": true,
                                  "type": "INT64"
                                },
                                "ID": {
                                  "identity": true,
                                  "nullable": false,
                                  "type": "INT64"
                                },
                                "TITLE": {
                                  "default": "'untitled'",
                                  "nullable": false,
                                  "type": "STRING(80)"
                                }
                              },
                              "foreignKeys": {
                                "FK_BOOK_AUTHOR": {
                                  "columns": ["AUTHOR_ID"],
                                  "onDelete": "set_null",
                                  "target": "\\"USER\\"",
                                  "targetColumns": ["ID"]
                                }
                              },
                              "indexes": {
                                "IX_BOOK_AUTHOR": {
                                  "columns": ["AUTHOR_ID"]
                                }
                              },
                              "primaryKey": {
                                "columns": ["ID"],
                                "name": "PK_BOOK"
                              },
                              "uniqueKeys": {
                                "UK_BOOK_TITLE": ["TITLE", "AUTHOR_ID"]
                              }
                            }
                          }
                        }
                        """);
        assertThat(schema.hash()).isEqualTo("a0c1bb9d683c10b6eb739f501365f0c3ca56ba166c4ed8ccbd70bb72b0ee4d24");
    }

    @Test
    void empty_hasNothing() {
        assertThat(SchemaModel.empty().text()).isEqualTo("""
                        {
                          "format": "em-model/1",
                          "sequences": {},
                          "tables": {}
                        }
                        """);
        assertThat(SchemaModel.parse(SchemaModel.empty().text())).isEqualTo(SchemaModel.empty());
    }

    @Test
    void table_byName_isFoundOrEmpty() {
        Table book = Table.of(BOOK, List.of(Column.required("id", ColumnType.of(ColumnType.Kind.INT64))));
        SchemaModel schema = SchemaModel.of(List.of(book), List.of());

        assertThat(schema.table(TableName.of("Book"))).contains(book);
        assertThat(schema.table(TableName.of("\"Book\""))).isEmpty();
        assertThat(schema.sequence("BOOK_SEQ")).isEmpty();
    }

    @Test
    void schema_withTwoTablesOfOneName_isRefused() {
        Table book = Table.of(BOOK, List.of(Column.required("id", ColumnType.of(ColumnType.Kind.INT64))));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchemaModel.of(List.of(book, book), List.of()))
                .withMessage("The schema has the table BOOK twice");
    }

    @Test
    void schema_withTwoSequencesOfOneName_isRefused() {
        Sequence sequence = new Sequence(Optional.empty(), Identifier.of("s"), 1, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchemaModel.of(List.of(), List.of(sequence, sequence)))
                .withMessage("The schema has the sequence S twice");
    }

    @Test
    void sequence_withIncrementOfZero_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sequence(Optional.empty(), Identifier.of("s"), 1, 0))
                .withMessage("Sequence S has an increment of 0");
    }

    @Test
    void parse_otherFormat_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchemaModel.parse("{\"format\": \"em-model/2\"}"))
                .withMessage("Expected a schema of format em-model/1, was em-model/2");
    }

    @Test
    void parse_wrongColumnType_namesThePlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchemaModel.parse(withColumn("\"type\": \"BIGTEXT\", \"nullable\": true")))
                .withMessage("tables.BOOK.columns.ID.type: Not a column type: BIGTEXT");
    }

    @Test
    void parse_missingType_namesThePlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchemaModel.parse(withColumn("\"nullable\": true")))
                .withMessage("Expected a text at tables.BOOK.columns.ID.type");
    }

    @Test
    void parse_wrongFlag_namesThePlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchemaModel.parse(withColumn("\"type\": \"INT64\", \"nullable\": 1")))
                .withMessage("Expected true or false at tables.BOOK.columns.ID.nullable");
    }

    @Test
    void parse_wrongSequenceNumber_namesThePlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchemaModel.parse(
                        "{\"format\": \"em-model/1\", \"sequences\": {\"S\": {\"start\": \"1\", \"increment\": 1}}}"))
                .withMessage("Expected a whole number at sequences.S.start");
    }

    @Test
    void parse_unknownCardinality_namesThePlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> SchemaModel.parse(
                                "{\"format\": \"em-model/1\", \"relationships\": [{\"table\": \"A\","
                                        + " \"attribute\": \"b\", \"cardinality\": \"few\", \"target\": \"B\", \"because\": \"\"}]}"))
                .withMessage(
                        "relationships[].cardinality: Not one of many_to_one, one_to_one, one_to_many, many_to_many:"
                                + " few");
    }

    private static String withColumn(String definition) {
        return "{\"format\": \"em-model/1\", \"tables\": {\"BOOK\": {\"columns\": {\"ID\": {" + definition + "}}}}}";
    }

    private static Table shuffled(Table table, Random random) {
        return new Table(
                table.name(),
                shuffled(table.columns(), random),
                table.primaryKey(),
                shuffled(table.uniqueKeys(), random),
                shuffled(table.indexes(), random),
                shuffled(table.foreignKeys(), random),
                shuffled(table.checks(), random),
                shuffled(table.generatorRows(), random),
                table.comment());
    }

    private static <T> List<T> shuffled(List<T> values, Random random) {
        List<T> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static List<Identifier> names(String... names) {
        return List.of(names).stream().map(Identifier::of).toList();
    }

    private static Optional<String> none() {
        return Optional.empty();
    }

    @Test
    void hash_ofCommentsAndWarnings_isThatOfTheSchemaWithoutThem() {
        Table plain = Table.of(TableName.of("book"), List.of(Column.nullable("title", ColumnType.string(9))));
        Table told = plain.withComment(Optional.of("What we lend"))
                .withColumns(List.of(plain.columns().get(0).withComment(Optional.of("On the cover"))));
        Problem warning = new Problem("EM-1016", "Book.title", "it is odd.", "Leave it.");

        assertThat(SchemaHash.of(told)).isEqualTo(SchemaHash.of(plain));
        assertThat(SchemaModel.of(List.of(told), List.of())
                        .withNotes(Notes.none().withWarnings(List.of(warning)))
                        .hash())
                .isEqualTo(SchemaModel.of(List.of(plain), List.of()).hash());
        assertThat(SchemaHash.of(plain.withColumns(List.of(plain.columns()
                        .get(0)
                        .withValues(Optional.of(new EnumValues(EnumValues.Kind.TEXT, List.of("A"))))))))
                .isNotEqualTo(SchemaHash.of(plain));
    }
}

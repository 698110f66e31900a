package org.easymodel.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.schema.Cardinality;
import org.easymodel.schema.Column;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.ColumnType.Kind;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.Json;
import org.easymodel.schema.Notes;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.RelationshipNote;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;
import org.easymodel.schema.UniqueKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelDiagramTest {

    private static final TableName USER = TableName.of("user");
    private static final TableName TAG = TableName.of("tag");

    private static final SchemaModel BLOG = new SchemaModel(
            List.of(
                    table(USER, Column.required("name", ColumnType.string(50)))
                            .withUniqueKeys(List.of(
                                    new UniqueKey(Identifier.of("uk_user_name"), List.of(Identifier.of("name"))))),
                    table(
                                    post(),
                                    Column.required("user_id", ColumnType.of(Kind.INT64)),
                                    Column.nullable("editor_id", ColumnType.of(Kind.INT64)),
                                    Column.nullable("\"Größe 2\"", ColumnType.decimal(8, 2)))
                            .withForeignKeys(List.of(new ForeignKey(
                                    Identifier.of("fk_post_user_id"),
                                    List.of(Identifier.of("user_id")),
                                    USER,
                                    List.of(Identifier.of("id")),
                                    ForeignKey.OnDelete.NO_ACTION))),
                    table(TAG, Column.nullable("\"2nd\"", ColumnType.ofDefinition("varchar(9)")))),
            List.of(),
            new Notes(
                    List.of(),
                    List.of(
                            note(post(), "user", Cardinality.MANY_TO_ONE, USER, true, "user_id", true),
                            note(post(), "editor", Cardinality.MANY_TO_ONE, USER, true, "editor_id", false),
                            note(USER, "posts", Cardinality.ONE_TO_MANY, post(), false, "user_id", true),
                            note(post(), "tags", Cardinality.MANY_TO_MANY, TAG, false, null, true, "posts"),
                            note(TAG, "posts", Cardinality.MANY_TO_MANY, post(), false, null, true, "tags")),
                    List.of(),
                    List.of()));

    @Test
    void mermaid_ofSmallSchema_hasTablesKeysRelationshipsAndLines() {
        assertThat(ModelDiagram.of(BLOG).withTitle("Our blog").mermaid()).isEqualTo("""
                        ---
                        title: "Our blog"
                        config:
                            layout: elk
                        ---
                        erDiagram
                            "TAG" {
                                int64 ID PK
                                varchar _2nd
                                POST[] posts "virtual"
                            }
                            "USER" {
                                int64 ID PK
                                string NAME UK "required"
                                POST[] posts "virtual"
                            }
                            "BLOG.POST" {
                                int64 ID PK
                                int64 EDITOR_ID FK
                                decimal Größe_2
                                int64 USER_ID FK "required"
                                USER editor "relationship"
                                TAG[] tags "virtual"
                                USER user "virtual"
                            }
                            "TAG" }o--o{ "BLOG.POST" : "many-to-many"
                            "USER" |o--o{ "BLOG.POST" : "EDITOR_ID"
                            "USER" ||--o{ "BLOG.POST" : "USER_ID"
                            %% TAG.posts is inferred: it is a test
                            %% USER.posts is inferred: it is a test
                            %% BLOG.POST.tags is inferred: it is a test
                            %% BLOG.POST.user is inferred: it is a test
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "MANY_TO_ONE, true,  ||--o{",
        "MANY_TO_ONE, false, |o--o{",
        "ONE_TO_ONE,  true,  ||--o|",
        "ONE_TO_ONE,  false, |o--o|"
    })
    void line_ofKey_tellsHowManyRowsEachSideHas(Cardinality cardinality, boolean required, String line) {
        ColumnType type = ColumnType.of(Kind.INT64);
        SchemaModel schema = new SchemaModel(
                List.of(table(USER), table(TAG, required ? Column.required("u", type) : Column.nullable("u", type))),
                List.of(),
                new Notes(
                        List.of(),
                        List.of(
                                note(TAG, "user", cardinality, USER, true, "u", true),
                                note(USER, "tags", cardinality, TAG, false, "u", true)),
                        List.of(),
                        List.of()));

        assertThat(lines(schema)).containsExactly("\"USER\" " + line + " \"TAG\" : \"U\"");
    }

    @Test
    void line_ofKeyToOwnKind_isThere() {
        SchemaModel schema = new SchemaModel(
                List.of(table(TAG, Column.nullable("parent_id", ColumnType.of(Kind.INT64)))),
                List.of(),
                new Notes(
                        List.of(),
                        List.of(
                                note(TAG, "parent", Cardinality.MANY_TO_ONE, TAG, true, "parent_id", true),
                                note(TAG, "children", Cardinality.ONE_TO_MANY, TAG, false, "parent_id", true)),
                        List.of(),
                        List.of()));

        assertThat(lines(schema)).containsExactly("\"TAG\" |o--o{ \"TAG\" : \"PARENT_ID\"");
    }

    @Test
    void manyToMany_ofOneSideOnly_isDrawnOnce() {
        SchemaModel schema = new SchemaModel(
                List.of(table(TAG), table(USER)),
                List.of(),
                new Notes(
                        List.of(),
                        List.of(note(USER, "tags", Cardinality.MANY_TO_MANY, TAG, false, null, false)),
                        List.of(),
                        List.of()));

        assertThat(lines(schema)).containsExactly("\"TAG\" }o--o{ \"USER\" : \"many-to-many\"");
    }

    @Test
    void column_withUniqueIndex_isMarkedAsUnique() {
        SchemaModel schema = SchemaModel.of(
                List.of(table(TAG, Column.nullable("name", ColumnType.string(9)))
                        .withIndexes(
                                List.of(Index.of(Identifier.of("ix_tag_name"), List.of(Identifier.of("name")), true)))),
                List.of());

        assertThat(ModelDiagram.of(schema).mermaid()).contains("        string NAME UK\n");
    }

    @Test
    void mermaid_ofEmptySchema_isOnlyTheFrame() {
        assertThat(ModelDiagram.of(SchemaModel.empty()).mermaid())
                .isEqualTo("---\ntitle: \"Model\"\nconfig:\n    layout: elk\n---\nerDiagram\n");
    }

    @Test
    void mermaid_ofShuffledSchema_hasTheSameBytes() {
        List<Table> tables = new ArrayList<>(BLOG.tables());
        List<RelationshipNote> notes = new ArrayList<>(BLOG.relationships());
        Collections.reverse(tables);
        Collections.reverse(notes);

        assertThat(ModelDiagram.of(
                                new SchemaModel(tables, List.of(), new Notes(List.of(), notes, List.of(), List.of())))
                        .mermaid())
                .isEqualTo(ModelDiagram.of(BLOG).mermaid());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "The blog, \"The blog\"",
                "| The\n blog |, \"The blog\"",
                "The \"blog\", \"The \\\"blog\\\"\"",
                "C:\\temp, \"C:\\\\temp\"",
                "a: b # c, \"a: b # c\"",
            })
    void title_ofAnyText_isOneQuotedLine(String title, String written) {
        assertThat(ModelDiagram.of(BLOG).withTitle(title).mermaid()).startsWith("---\ntitle: " + written + "\nconfig:");
    }

    @Test
    void markdown_isFenced() {
        ModelDiagram diagram = ModelDiagram.of(BLOG);

        assertThat(diagram.markdown()).isEqualTo("```mermaid\n" + diagram.mermaid() + "```\n");
    }

    @Test
    void mermaidLink_inflated_isTheDiagram() throws DataFormatException {
        ModelDiagram diagram = ModelDiagram.of(BLOG);

        String link = diagram.mermaidLink();

        assertThat(link).matches("https://mermaid\\.live/edit#pako:[A-Za-z0-9_-]+");
        assertThat(Json.parse(inflated(link.substring(link.indexOf(':', 8) + 1))))
                .isEqualTo(Map.of("code", diagram.mermaid(), "mermaid", Map.of("theme", "default")));
    }

    @Test
    void mermaidLink_ofLargeSchema_isWhole() throws DataFormatException {
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            tables.add(table(TableName.of("table_" + i), Column.nullable("c" + i * 7919, ColumnType.string(i + 1))));
        }
        ModelDiagram diagram = ModelDiagram.of(SchemaModel.of(tables, List.of()));

        String link = diagram.mermaidLink();

        assertThat(inflated(link.substring(link.indexOf(':', 8) + 1)))
                .contains("TABLE_499")
                .endsWith("}}");
    }

    @Test
    void writeTo_mermaidFile_isRaw(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("new/and/newer/blog.mmd");
        ModelDiagram diagram = ModelDiagram.of(BLOG);

        assertThat(diagram.writeTo(file)).isEqualTo(file);
        assertThat(Files.readString(file, StandardCharsets.UTF_8)).isEqualTo(diagram.mermaid());
    }

    @Test
    void writeTo_markdownFile_isFenced(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("blog.md");
        Files.writeString(file, "what was there before, and longer than nothing");

        ModelDiagram.of(BLOG).writeTo(file);

        assertThat(Files.readString(file, StandardCharsets.UTF_8))
                .isEqualTo(ModelDiagram.of(BLOG).markdown());
    }

    @Test
    void writeTo_directory_isRefused(@TempDir Path directory) throws IOException {
        Path file = Files.createDirectories(directory.resolve("blog.mmd"));

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> ModelDiagram.of(BLOG).writeTo(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.mmd", "a.MERMAID", "a.md", "a.markdown", "a.puml", "a.PlantUML", "a.b.dbml"})
    void writeTo_endings_tellTheLanguage(String name, @TempDir Path directory) throws IOException {
        ModelDiagram diagram = ModelDiagram.of(BLOG);
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);

        assertThat(Files.readString(diagram.writeTo(directory.resolve(name))))
                .isEqualTo(
                        switch (ending) {
                            case "mmd", "mermaid" -> diagram.mermaid();
                            case "md", "markdown" -> diagram.markdown();
                            case "puml", "plantuml" -> diagram.plantUml();
                            default -> diagram.dbml();
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"blog.svg", "blog", "mmd", ".", "blog.md.txt"})
    void writeTo_otherEndings_areRefused(String name) {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> ModelDiagram.of(BLOG).writeTo(Path.of(name)))
                .withMessage("EM-1504 " + name + ": the ending of the name does not tell the language. Use .mmd for "
                        + "Mermaid, .md for Mermaid in Markdown, .puml for PlantUML, or .dbml.");
    }

    private static List<String> lines(SchemaModel schema) {
        return ModelDiagram.of(schema)
                .mermaid()
                .lines()
                .filter(line -> line.contains("--"))
                .filter(line -> !line.equals("---"))
                .map(String::strip)
                .toList();
    }

    private static String inflated(String packed) throws DataFormatException {
        Inflater inflater = new Inflater();
        inflater.setInput(Base64.getUrlDecoder().decode(packed));
        byte[] text = new byte[1 << 20];
        int length = inflater.inflate(text);
        assertThat(inflater.finished()).isTrue();
        inflater.end();
        return new String(text, 0, length, StandardCharsets.UTF_8);
    }

    private static TableName post() {
        return new TableName(Optional.of(Identifier.of("blog")), Identifier.of("post"));
    }

    private static Table table(TableName name, Column... columns) {
        List<Column> all = new ArrayList<>(List.of(columns));
        all.add(Column.required("id", ColumnType.of(Kind.INT64)));
        return Table.of(name, all)
                .withPrimaryKey(Optional.of(new PrimaryKey(Identifier.of("pk"), List.of(Identifier.of("id")))));
    }

    private static RelationshipNote note(
            TableName table,
            String attribute,
            Cardinality cardinality,
            TableName target,
            boolean owner,
            String column,
            boolean inferred) {
        return note(table, attribute, cardinality, target, owner, column, inferred, null);
    }

    private static RelationshipNote note(
            TableName table,
            String attribute,
            Cardinality cardinality,
            TableName target,
            boolean owner,
            String column,
            boolean inferred,
            String inverse) {
        return new RelationshipNote(
                table,
                attribute,
                cardinality,
                target,
                owner,
                Optional.ofNullable(inverse),
                Optional.ofNullable(column).map(Identifier::of).stream().toList(),
                inferred,
                "it is a test");
    }
}

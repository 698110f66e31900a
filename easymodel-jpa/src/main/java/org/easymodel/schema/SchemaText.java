package org.easymodel.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.failure.Problem;

/**
 * The canonical text of schemas and tables, and back. What is absent, empty or usual is not written, so that a later
 * kind of fact changes no text and no hash of schemas that do not have it.
 */
public final class SchemaText {

    private static final String FORMAT = "em-model/1";

    private SchemaText() {}

    static String write(SchemaModel schema) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("format", FORMAT);
        root.put("tables", byName(schema.tables(), table -> table.name().sql(), SchemaText::tableValue));
        root.put("sequences", byName(schema.sequences(), Sequence::sql, SchemaText::sequenceValue));
        putList(root, "entities", schema.notes().entities(), SchemaText::entityValue);
        putList(root, "relationships", schema.relationships(), SchemaText::relationshipValue);
        putList(root, "renames", schema.renames(), SchemaText::renameValue);
        putList(root, "warnings", schema.notes().warnings(), SchemaText::warningValue);
        return Json.pretty(root);
    }

    /** One table as canonical text that a person reads: indented, ended by a line feed. */
    public static String write(Table table) {
        return Json.pretty(tableFile(table));
    }

    /** One sequence as canonical text that a person reads: indented, ended by a line feed. */
    public static String write(Sequence sequence) {
        return Json.pretty(sequenceFile(sequence));
    }

    /**
     * Reads {@link #write(Table)} back.
     *
     * @throws IllegalArgumentException if the text is no table
     */
    public static Table parseTable(String text) {
        JsonNode node = JsonNode.root(text);
        return table(node.text("table"), node.child("definition"));
    }

    /**
     * Reads {@link #write(Sequence)} back.
     *
     * @throws IllegalArgumentException if the text is no sequence
     */
    public static Sequence parseSequence(String text) {
        JsonNode node = JsonNode.root(text);
        return sequence(node.text("sequence"), node.child("definition"));
    }

    static String writeCompact(Table table) {
        return Json.compact(tableFile(table));
    }

    static String writeCompact(Sequence sequence) {
        return Json.compact(sequenceFile(sequence));
    }

    static SchemaModel parse(String text) {
        JsonNode root = JsonNode.root(text);
        String format = root.text("format");
        if (!format.equals(FORMAT)) {
            throw new IllegalArgumentException("Expected a schema of format " + FORMAT + ", was " + format);
        }
        List<Table> tables = new ArrayList<>();
        root.child("tables").each((name, node) -> tables.add(table(name, node)));
        List<Sequence> sequences = new ArrayList<>();
        root.child("sequences").each((name, node) -> sequences.add(sequence(name, node)));
        return new SchemaModel(
                tables,
                sequences,
                new Notes(
                        root.list("entities", SchemaText::entity),
                        root.list("relationships", SchemaText::relationship),
                        root.list("renames", SchemaText::rename),
                        root.list("warnings", SchemaText::warning)));
    }

    private static Map<String, Object> tableFile(Table table) {
        return Map.of("table", table.name().sql(), "definition", tableValue(table));
    }

    private static Map<String, Object> sequenceFile(Sequence sequence) {
        return Map.of("sequence", sequence.sql(), "definition", sequenceValue(sequence));
    }

    private static Map<String, Object> tableValue(Table table) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("columns", byName(table.columns(), column -> column.name().sql(), SchemaText::columnValue));
        table.primaryKey()
                .ifPresent(key ->
                        value.put("primaryKey", Map.of("name", key.name().sql(), "columns", names(key.columns()))));
        putByName(value, "uniqueKeys", table.uniqueKeys(), key -> key.name().sql(), key -> names(key.columns()));
        putByName(value, "indexes", table.indexes(), index -> index.name().sql(), SchemaText::indexValue);
        putByName(value, "foreignKeys", table.foreignKeys(), key -> key.name().sql(), SchemaText::foreignKeyValue);
        putByName(value, "checks", table.checks(), check -> check.name().sql(), Check::condition);
        putByName(value, "generatorRows", table.generatorRows(), GeneratorRow::name, SchemaText::generatorRowValue);
        table.comment().ifPresent(comment -> value.put("comment", comment));
        return value;
    }

    private static Map<String, Object> columnValue(Column column) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("type", column.type().toString());
        value.put("nullable", column.nullable());
        column.defaultValue().ifPresent(sql -> value.put("default", sql));
        if (column.identity()) {
            value.put("identity", true);
        }
        column.values()
                .ifPresent(values -> value.put(
                        "enum", Map.of("kind", lower(values.kind()), "values", List.copyOf(values.values()))));
        column.comment().ifPresent(comment -> value.put("comment", comment));
        return value;
    }

    private static Map<String, Object> generatorRowValue(GeneratorRow row) {
        return Map.of(
                "nameColumn",
                row.nameColumn().sql(),
                "valueColumn",
                row.valueColumn().sql(),
                "value",
                row.value());
    }

    private static Map<String, Object> indexValue(Index index) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("columns", index.parts().stream().map(IndexPart::toString).toList());
        if (index.unique()) {
            value.put("unique", true);
        }
        index.where().ifPresent(condition -> value.put("where", condition));
        index.method().ifPresent(method -> value.put("method", method));
        return value;
    }

    private static Map<String, Object> foreignKeyValue(ForeignKey key) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("columns", names(key.columns()));
        value.put("target", key.target().sql());
        value.put("targetColumns", names(key.targetColumns()));
        if (key.onDelete() != ForeignKey.OnDelete.NO_ACTION) {
            value.put("onDelete", lower(key.onDelete()));
        }
        return value;
    }

    private static Map<String, Object> sequenceValue(Sequence sequence) {
        return Map.of("start", sequence.start(), "increment", sequence.increment());
    }

    private static Map<String, Object> entityValue(EntityNote note) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("entity", note.name());
        value.put("table", note.table().sql());
        if (!note.furtherTables().isEmpty()) {
            value.put(
                    "furtherTables",
                    note.furtherTables().stream().map(TableName::sql).toList());
        }
        note.parent().ifPresent(parent -> value.put("parent", parent));
        return value;
    }

    private static Map<String, Object> warningValue(Problem warning) {
        return Map.of(
                "code", warning.code(), "place", warning.place(), "fact", warning.fact(), "remedy", warning.remedy());
    }

    private static Map<String, Object> relationshipValue(RelationshipNote note) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("table", note.table().sql());
        value.put("attribute", note.attribute());
        value.put("cardinality", lower(note.cardinality()));
        value.put("target", note.target().sql());
        value.put("owner", note.owner());
        note.inverse().ifPresent(inverse -> value.put("inverse", inverse));
        if (note.columns().size() == 1) {
            value.put("column", note.columns().get(0).sql());
        } else if (!note.columns().isEmpty()) {
            value.put("columns", note.columns().stream().map(Identifier::sql).toList());
        }
        value.put("inferred", note.inferred());
        value.put("because", note.because());
        return value;
    }

    private static Map<String, Object> renameValue(RenameNote note) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("table", note.table().sql());
        note.column().ifPresent(column -> value.put("column", column.sql()));
        value.put("formerly", note.formerly().sql());
        return value;
    }

    private static Table table(String name, JsonNode node) {
        TableName tableName = TableName.parse(name);
        List<Column> columns = new ArrayList<>();
        node.child("columns").each((column, value) -> columns.add(column(column, value)));
        List<UniqueKey> uniqueKeys = new ArrayList<>();
        node.child("uniqueKeys").each((key, value) -> uniqueKeys.add(new UniqueKey(Identifier.of(key), value.names())));
        List<Index> indexes = new ArrayList<>();
        node.child("indexes").each((index, value) -> indexes.add(index(index, value)));
        List<ForeignKey> foreignKeys = new ArrayList<>();
        node.child("foreignKeys").each((key, value) -> foreignKeys.add(foreignKey(key, value)));
        List<Check> checks = new ArrayList<>();
        node.child("checks").each((check, value) -> checks.add(new Check(Identifier.of(check), value.text())));
        List<GeneratorRow> rows = new ArrayList<>();
        node.child("generatorRows").each((row, value) -> rows.add(generatorRow(row, value)));
        return new Table(
                tableName,
                columns,
                primaryKey(node.child("primaryKey")),
                uniqueKeys,
                indexes,
                foreignKeys,
                checks,
                rows,
                node.optionalText("comment"));
    }

    private static Index index(String name, JsonNode node) {
        return new Index(
                Identifier.of(name),
                node.child("columns").texts().stream().map(IndexPart::parse).toList(),
                node.flag("unique"),
                node.optionalText("where"),
                node.optionalText("method"));
    }

    private static GeneratorRow generatorRow(String name, JsonNode node) {
        return new GeneratorRow(
                name,
                node.text("nameColumn", Identifier::of),
                node.text("valueColumn", Identifier::of),
                node.whole("value"));
    }

    private static Optional<PrimaryKey> primaryKey(JsonNode node) {
        return node.isAbsent()
                ? Optional.empty()
                : Optional.of(new PrimaryKey(
                        Identifier.of(node.text("name")), node.child("columns").names()));
    }

    private static Column column(String name, JsonNode node) {
        return new Column(
                Identifier.of(name),
                node.text("type", ColumnType::parse),
                node.flag("nullable"),
                node.optionalText("default"),
                node.flag("identity"),
                enumValues(node.child("enum")),
                node.optionalText("comment"));
    }

    private static Optional<EnumValues> enumValues(JsonNode node) {
        return node.isAbsent()
                ? Optional.empty()
                : Optional.of(new EnumValues(
                        node.text("kind", text -> constant(text, EnumValues.Kind.values())),
                        node.child("values").texts()));
    }

    private static ForeignKey foreignKey(String name, JsonNode node) {
        return new ForeignKey(
                Identifier.of(name),
                node.child("columns").names(),
                node.text("target", TableName::parse),
                node.child("targetColumns").names(),
                node.child("onDelete").isAbsent()
                        ? ForeignKey.OnDelete.NO_ACTION
                        : node.text("onDelete", text -> constant(text, ForeignKey.OnDelete.values())));
    }

    private static Sequence sequence(String name, JsonNode node) {
        TableName qualified = TableName.parse(name);
        return new Sequence(qualified.schema(), qualified.name(), node.whole("start"), node.whole("increment"));
    }

    private static EntityNote entity(JsonNode node) {
        return new EntityNote(
                node.text("entity"),
                node.text("table", TableName::parse),
                node.child("furtherTables").texts().stream()
                        .map(TableName::parse)
                        .toList(),
                node.optionalText("parent"));
    }

    private static Problem warning(JsonNode node) {
        return new Problem(node.text("code"), node.text("place"), node.text("fact"), node.text("remedy"));
    }

    private static RelationshipNote relationship(JsonNode node) {
        return new RelationshipNote(
                node.text("table", TableName::parse),
                node.text("attribute"),
                node.text("cardinality", text -> constant(text, Cardinality.values())),
                node.text("target", TableName::parse),
                node.flag("owner"),
                node.optionalText("inverse"),
                node.optionalText("column")
                        .map(column -> List.of(Identifier.of(column)))
                        .orElseGet(() -> node.child("columns").names()),
                node.flag("inferred"),
                node.text("because"));
    }

    private static RenameNote rename(JsonNode node) {
        return new RenameNote(
                node.text("table", TableName::parse),
                node.optionalText("column").map(Identifier::of),
                Identifier.of(node.text("formerly")));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E constant(String text, E[] constants) {
        return Stream.of(constants)
                .filter(constant -> lower(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not one of "
                        + Stream.of(constants).map(SchemaText::lower).collect(Collectors.joining(", ")) + ": " + text));
    }

    private static List<String> names(List<Identifier> identifiers) {
        return identifiers.stream().map(Identifier::sql).toList();
    }

    private static <T> Map<String, Object> byName(List<T> values, Function<T, String> name, Function<T, Object> value) {
        Map<String, Object> map = new LinkedHashMap<>();
        values.forEach(each -> map.put(name.apply(each), value.apply(each)));
        return map;
    }

    private static <T> void putByName(
            Map<String, Object> target,
            String key,
            List<T> values,
            Function<T, String> name,
            Function<T, Object> value) {
        if (!values.isEmpty()) {
            target.put(key, byName(values, name, value));
        }
    }

    private static <T> void putList(Map<String, Object> target, String key, List<T> values, Function<T, Object> value) {
        if (!values.isEmpty()) {
            target.put(key, values.stream().map(value).toList());
        }
    }
}

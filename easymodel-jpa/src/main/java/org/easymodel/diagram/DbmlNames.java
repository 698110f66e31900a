package org.easymodel.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.easymodel.schema.Column;
import org.easymodel.schema.EnumValues;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.TableName;

/** The names of a picture in DBML, quoted: tables, columns and enumerations. */
final class DbmlNames {

    /** The schema of tables that name none. */
    private static final String USUAL_SCHEMA = "public";

    private record Field(TableName table, Identifier column) {}

    private final Map<TableName, String> tables = new HashMap<>();
    private final Map<Field, String> columns = new HashMap<>();
    private final Map<Field, String> enumerations = new LinkedHashMap<>();

    DbmlNames(Picture picture) {
        Map<String, List<TableName>> schemas = picture.tables().stream()
                .collect(Collectors.groupingBy(
                        table -> schema(table).orElse(USUAL_SCHEMA), TreeMap::new, Collectors.toList()));
        schemas.values().forEach(group -> Words.names(
                        group, table -> table.name().text(), Words::name)
                .forEach((table, name) -> tables.put(
                        table,
                        schema(table).map(schema -> DbmlText.name(schema) + ".").orElse("") + DbmlText.name(name))));
        Map<Field, String> texts = new LinkedHashMap<>();
        picture.boxes().forEach(box -> {
            Words.names(box.columns(), column -> column.name().text(), Words::name)
                    .forEach((column, name) -> {
                        Field field = new Field(box.table().name(), column.name());
                        columns.put(field, DbmlText.name(name));
                        if (!constants(column).isEmpty()) {
                            texts.put(field, Picture.text(box.table().name()) + "." + name);
                        }
                    });
        });
        Words.names(texts.keySet(), texts::get, Words::name)
                .forEach((field, name) -> enumerations.put(field, DbmlText.name(name)));
    }

    private static Optional<String> schema(TableName table) {
        return table.schema().map(schema -> Words.line(schema.text())).filter(schema -> !schema.isEmpty());
    }

    String table(TableName table) {
        return tables.get(table);
    }

    String column(TableName table, Identifier column) {
        return columns.get(new Field(table, column));
    }

    /** The enumeration that a column holds the names of. */
    Optional<String> enumeration(TableName table, Column column) {
        return Optional.ofNullable(enumerations.get(new Field(table, column.name())));
    }

    /** The columns of one end of a reference: table and column, or table and columns in parentheses. */
    String end(TableName table, List<Identifier> key) {
        List<String> names = new ArrayList<>();
        key.forEach(column -> names.add(column(table, column)));
        return table(table) + "." + (names.size() == 1 ? names.get(0) : "(" + String.join(", ", names) + ")");
    }

    /** The names that a column of an enumeration may hold; none if it holds positions or numbers. */
    static List<String> constants(Column column) {
        return column.values().filter(values -> values.kind() == EnumValues.Kind.TEXT).stream()
                .flatMap(values -> values.values().stream())
                .map(Words::line)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }
}

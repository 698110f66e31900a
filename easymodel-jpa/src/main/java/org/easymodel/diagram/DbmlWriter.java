package org.easymodel.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.easymodel.schema.Column;
import org.easymodel.schema.EnumValues;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.IndexPart;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.Table;
import org.easymodel.schema.UniqueKey;

/** Writes a picture in DBML, the database markup language. */
final class DbmlWriter {

    private final Picture picture;
    private final DbmlNames names;
    private final StringBuilder out = new StringBuilder();

    private DbmlWriter(Picture picture) {
        this.picture = picture;
        this.names = new DbmlNames(picture);
    }

    static String write(Picture picture) {
        return new DbmlWriter(picture).write();
    }

    private String write() {
        if (!picture.title().isEmpty()) {
            out.append("Project ").append(DbmlText.name(picture.title())).append(" {\n}\n");
        }
        picture.boxes().forEach(this::writeEnumerations);
        picture.boxes().forEach(this::write);
        List<String> references = DbmlReferences.of(picture, names);
        if (!references.isEmpty()) {
            out.append('\n');
            references.forEach(reference -> out.append(reference).append('\n'));
        }
        picture.reasons().forEach(reason -> out.append("// ").append(reason).append('\n'));
        return out.toString();
    }

    private void writeEnumerations(Box box) {
        for (Column column : box.columns()) {
            names.enumeration(box.table().name(), column).ifPresent(name -> {
                out.append("\nEnum ").append(name).append(" {\n");
                DbmlNames.constants(column)
                        .forEach(value ->
                                out.append("    ").append(DbmlText.name(value)).append('\n'));
                out.append("}\n");
            });
        }
    }

    private void write(Box box) {
        out.append("\nTable ").append(names.table(box.table().name())).append(" {\n");
        box.rows().forEach(row -> write(box.table(), row));
        List<String> indexes = indexes(box.table());
        if (!indexes.isEmpty()) {
            out.append("\n    indexes {\n");
            indexes.forEach(index -> out.append("        ").append(index).append('\n'));
            out.append("    }\n");
        }
        String note = Stream.concat(
                        box.table().comment().stream(),
                        box.heirs().stream()
                                .map(heir -> heir.name() + " extends "
                                        + heir.parent().orElseThrow() + "."))
                .map(Words::line)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        if (!note.isEmpty()) {
            out.append("\n    Note: ").append(DbmlText.text(note)).append('\n');
        }
        out.append("}\n");
    }

    private void write(Table table, Box.Row row) {
        Column column = row.column();
        List<String> settings = new ArrayList<>();
        boolean alone = table.primaryKey()
                .map(PrimaryKey::columns)
                .filter(List.of(column.name())::equals)
                .isPresent();
        add(settings, alone, "pk");
        add(settings, column.identity(), "increment");
        add(settings, !column.nullable() && !alone, "not null");
        add(
                settings,
                table.uniqueKeys().stream().map(UniqueKey::columns).anyMatch(List.of(column.name())::equals),
                "unique");
        column.defaultValue()
                .filter(value -> !Words.line(value).isEmpty())
                .ifPresent(value -> settings.add("default: " + DbmlText.value(value)));
        note(column).ifPresent(note -> settings.add("note: " + DbmlText.text(note)));
        out.append("    ")
                .append(names.column(table.name(), column.name()))
                .append(' ')
                .append(names.enumeration(table.name(), column).orElseGet(() -> DbmlText.type(column.type())))
                .append(settings.isEmpty() ? "" : " [" + String.join(", ", settings) + "]")
                .append('\n');
    }

    private static void add(List<String> settings, boolean holds, String setting) {
        if (holds) {
            settings.add(setting);
        }
    }

    private static Optional<String> note(Column column) {
        String note = Stream.concat(
                        column.comment().stream(), column.values().stream().flatMap(DbmlWriter::numbers))
                .map(Words::line)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        return note.isEmpty() ? Optional.empty() : Optional.of(note);
    }

    private static Stream<String> numbers(EnumValues values) {
        return switch (values.kind()) {
            case TEXT -> Stream.empty();
            case NUMBER -> Stream.of(String.join(", ", values.values()));
            case POSITION ->
                Stream.of(IntStream.range(0, values.values().size())
                        .mapToObj(i -> i + " = " + values.values().get(i))
                        .collect(Collectors.joining(", ")));
        };
    }

    private List<String> indexes(Table table) {
        List<String> indexes = new ArrayList<>();
        table.primaryKey()
                .filter(key -> key.columns().size() > 1)
                .ifPresent(key -> indexes.add(columns(table, key.columns()) + " [pk]"));
        table.uniqueKeys().stream()
                .filter(key -> key.columns().size() > 1)
                .forEach(key -> indexes.add(columns(table, key.columns()) + settings(key.name(), true, List.of())));
        table.indexes().forEach(index -> indexes.add(index(table, index)));
        return indexes;
    }

    private String columns(Table table, List<Identifier> columns) {
        return columns.stream()
                .map(column -> names.column(table.name(), column))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private String index(Table table, Index index) {
        List<String> notes = new ArrayList<>();
        index.where().ifPresent(where -> notes.add("where " + where));
        index.method().ifPresent(method -> notes.add("using " + method));
        index.parts().stream()
                .flatMap(part -> part.operatorClass().stream())
                .distinct()
                .forEach(operators -> notes.add("operator class " + operators));
        return index.parts().stream().map(part -> part(table, part)).collect(Collectors.joining(", ", "(", ")"))
                + settings(index.name(), index.unique(), notes);
    }

    private String part(Table table, IndexPart part) {
        if (part.column().isPresent() && !part.descending()) {
            return names.column(table.name(), part.column().get());
        }
        return DbmlText.expression(
                part.column().map(Identifier::sql).orElse(part.expression()) + (part.descending() ? " DESC" : ""));
    }

    private static String settings(Identifier name, boolean unique, List<String> notes) {
        String note = Words.line(String.join(", ", notes));
        return " [" + (unique ? "unique, " : "") + "name: " + DbmlText.text(Words.line(name.text()))
                + (note.isEmpty() ? "" : ", note: " + DbmlText.text(note)) + "]";
    }
}

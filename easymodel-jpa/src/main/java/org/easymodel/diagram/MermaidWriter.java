package org.easymodel.diagram;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.schema.Cardinality;
import org.easymodel.schema.Column;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.RelationshipNote;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;
import org.easymodel.schema.UniqueKey;

/** Writes a schema as a Mermaid entity relationship diagram. */
final class MermaidWriter {

    private final SchemaModel schema;
    private final String title;
    private final StringBuilder out = new StringBuilder();

    MermaidWriter(SchemaModel schema, String title) {
        this.schema = schema;
        this.title = title;
    }

    String write() {
        out.append("---\ntitle: ")
                .append(quoted(title.replace("\\", "\\\\")))
                .append("\nconfig:\n    layout: elk\n---\nerDiagram\n");
        schema.tables().forEach(this::write);
        lines().forEach(line -> out.append("    ").append(line).append('\n'));
        return out.toString();
    }

    private void write(Table table) {
        out.append("    ").append(name(table.name())).append(" {\n");
        Set<Identifier> primary = table.primaryKey().stream()
                .map(PrimaryKey::columns)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        table.columns().stream()
                .filter(column -> primary.contains(column.name()))
                .forEach(column -> write(table, column, true));
        table.columns().stream()
                .filter(column -> !primary.contains(column.name()))
                .forEach(column -> write(table, column, false));
        schema.relationships().stream()
                .filter(note -> note.table().equals(table.name()))
                .forEach(this::writeVirtual);
        out.append("    }\n");
    }

    private void write(Table table, Column column, boolean primary) {
        String keys = (primary ? "PK," : "")
                + (isForeign(table, column.name()) ? "FK," : "")
                + (isUnique(table, column.name()) ? "UK," : "");
        out.append("        ")
                .append(type(column))
                .append(' ')
                .append(word(column.name().text()));
        if (!keys.isEmpty()) {
            out.append(' ').append(keys, 0, keys.length() - 1);
        }
        out.append(column.nullable() || primary ? "\n" : " \"required\"\n");
    }

    private void writeVirtual(RelationshipNote note) {
        out.append("        ")
                .append(word(note.target().name().text()))
                .append(note.cardinality().toMany() ? "[]" : "")
                .append(' ')
                .append(word(note.attribute()))
                .append(" \"")
                .append(note.inferred() ? "virtual" : "relationship")
                .append("\"\n");
    }

    private Set<String> lines() {
        Set<String> lines = new TreeSet<>();
        for (RelationshipNote note : schema.relationships()) {
            if (note.owner()) {
                lines.add(ownerLine(note));
            } else if (note.cardinality() == Cardinality.MANY_TO_MANY) {
                boolean first = note.table().compareTo(note.target()) <= 0;
                lines.add(name(first ? note.table() : note.target()) + " }o--o{ "
                        + name(first ? note.target() : note.table()) + " : \"many-to-many\"");
            }
        }
        return lines;
    }

    private String ownerLine(RelationshipNote note) {
        boolean required = note.column()
                .flatMap(column -> schema.table(note.table()).flatMap(table -> table.column(column)))
                .filter(column -> !column.nullable())
                .isPresent();
        String one = required ? "||" : "|o";
        String other = note.cardinality() == Cardinality.ONE_TO_ONE ? "o|" : "o{";
        String label = note.column().map(Identifier::text).orElse(note.attribute());
        return name(note.target()) + " " + one + "--" + other + " " + name(note.table()) + " : " + quoted(label);
    }

    private boolean isForeign(Table table, Identifier column) {
        return table.foreignKeys().stream().map(ForeignKey::columns).anyMatch(columns -> columns.contains(column))
                || schema.relationships().stream()
                        .anyMatch(note -> note.owner()
                                && note.table().equals(table.name())
                                && note.column().filter(column::equals).isPresent());
    }

    private static boolean isUnique(Table table, Identifier column) {
        return Stream.concat(
                        table.uniqueKeys().stream().map(UniqueKey::columns),
                        table.indexes().stream().filter(Index::unique).map(Index::columns))
                .anyMatch(List.of(column)::equals);
    }

    private static String type(Column column) {
        return column.type().kind().name().toLowerCase(Locale.ROOT);
    }

    /** An entity name; in quotes, since Mermaid's own words and other letters are allowed only there. */
    private static String name(TableName table) {
        return quoted(table.sql().replace("\"", ""));
    }

    private static String word(String name) {
        return name.replaceAll("[^A-Za-z0-9_]", "_").replaceFirst("^(?=[0-9])", "_");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "'") + '"';
    }
}

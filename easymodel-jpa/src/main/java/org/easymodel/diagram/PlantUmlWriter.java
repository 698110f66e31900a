package org.easymodel.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.easymodel.schema.Column;
import org.easymodel.schema.TableName;

/** Writes a picture as a PlantUML entity relationship diagram. */
final class PlantUmlWriter {

    private final Picture picture;
    private final Map<TableName, String> names;
    private final Map<TableName, String> aliases;
    private final StringBuilder out = new StringBuilder();

    private PlantUmlWriter(Picture picture) {
        this.picture = picture;
        this.names = Words.names(picture.tables(), Picture::text, Words::name);
        Map<String, String> unique = Words.names(names.values(), name -> name, PlantUmlText::alias);
        this.aliases = new LinkedHashMap<>();
        names.forEach((table, name) -> aliases.put(table, unique.get(name)));
    }

    static String write(Picture picture) {
        return new PlantUmlWriter(picture).write();
    }

    private String write() {
        out.append("@startuml\n");
        if (!picture.title().isEmpty()) {
            out.append("title ").append(PlantUmlText.plain(picture.title())).append('\n');
        }
        out.append("hide circle\nhide methods\nset separator none\n");
        picture.boxes().forEach(this::write);
        picture.lines().forEach(this::write);
        picture.reasons()
                .forEach(reason ->
                        out.append("' ").append(PlantUmlText.comment(reason)).append('\n'));
        out.append("@enduml\n");
        return out.toString();
    }

    private void write(Box box) {
        String alias = aliases.get(box.table().name());
        out.append("entity ")
                .append(PlantUmlText.name(names.get(box.table().name())))
                .append(" as ")
                .append(alias)
                .append(" {\n");
        Map<Column, String> words =
                Words.names(box.columns(), column -> column.name().text(), Words::name);
        box.rows().stream().filter(Box.Row::primary).forEach(row -> write(row, words));
        out.append("    --\n");
        box.rows().stream().filter(row -> !row.primary()).forEach(row -> write(row, words));
        List<String> relationships = box.relationships().stream()
                .map(note -> "    {field} " + PlantUmlText.plain(Words.name(note.attribute())) + " : "
                        + PlantUmlText.plain(Words.name(note.target().name().text()))
                        + (note.cardinality().toMany() ? "[]" : "")
                        + (note.inferred() ? " <<virtual>>\n" : " <<relationship>>\n"))
                .distinct()
                .toList();
        if (!relationships.isEmpty()) {
            out.append("    ..\n");
            relationships.forEach(out::append);
        }
        out.append("}\n");
        write(alias, remarks(box));
    }

    private void write(Box.Row row, Map<Column, String> words) {
        out.append("    {field} ")
                .append(row.column().nullable() ? "" : "* ")
                .append(PlantUmlText.plain(words.get(row.column())))
                .append(" : ")
                .append(PlantUmlText.type(row.column().type()));
        row.marks().forEach(mark -> out.append(" <<").append(mark).append(">>"));
        out.append('\n');
    }

    private static List<String> remarks(Box box) {
        List<String> remarks = new ArrayList<>();
        box.table().comment().ifPresent(remarks::add);
        box.heirs()
                .forEach(heir ->
                        remarks.add(heir.name() + " extends " + heir.parent().orElseThrow()));
        box.rows().stream().map(Box.Row::column).flatMap(PlantUmlWriter::remark).forEach(remarks::add);
        return remarks.stream()
                .map(Words::line)
                .filter(remark -> !remark.isEmpty())
                .toList();
    }

    private static Stream<String> remark(Column column) {
        return column.comment().map(Words::line).filter(comment -> !comment.isEmpty()).stream()
                .map(comment -> column.name().text() + ": " + comment);
    }

    private void write(String alias, List<String> remarks) {
        if (!remarks.isEmpty()) {
            out.append("note bottom of ").append(alias).append('\n');
            remarks.forEach(remark ->
                    out.append("    ").append(PlantUmlText.remark(remark)).append('\n'));
            out.append("end note\n");
        }
    }

    private void write(Line line) {
        out.append(aliases.get(line.left()))
                .append(' ')
                .append(line.ends())
                .append(' ')
                .append(aliases.get(line.right()))
                .append(" : ")
                .append(PlantUmlText.plain(Words.name(line.label())))
                .append('\n');
    }
}

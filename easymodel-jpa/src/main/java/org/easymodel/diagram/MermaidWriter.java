package org.easymodel.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.easymodel.schema.Column;
import org.easymodel.schema.TableName;

/** Writes a picture as a Mermaid entity relationship diagram. */
final class MermaidWriter {

    private final Picture picture;
    private final Map<TableName, String> names;
    private final StringBuilder out = new StringBuilder();

    private MermaidWriter(Picture picture) {
        this.picture = picture;
        this.names = Words.names(picture.tables(), Picture::text, Words::name);
    }

    static String write(Picture picture) {
        return new MermaidWriter(picture).write();
    }

    private String write() {
        out.append("---\ntitle: ")
                .append(MermaidText.title(picture.title()))
                .append("\nconfig:\n    layout: elk\n---\nerDiagram\n");
        picture.boxes().forEach(this::write);
        picture.lines().forEach(this::write);
        picture.reasons().forEach(reason -> out.append("    %% ").append(reason).append('\n'));
        return out.toString();
    }

    private void write(Box box) {
        out.append("    ").append(name(box.table().name())).append(" {\n");
        Map<Column, String> words =
                Words.names(box.columns(), column -> column.name().text(), MermaidText::word);
        box.rows().forEach(row -> attribute(row, words.get(row.column())));
        box.relationships().stream()
                .map(note -> MermaidText.word(note.target().name().text())
                        + (note.cardinality().toMany() ? "[] " : " ")
                        + MermaidText.word(note.attribute())
                        + (note.inferred() ? " \"virtual\"" : " \"relationship\""))
                .distinct()
                .forEach(this::row);
        box.heirs()
                .forEach(heir -> row("entity " + MermaidText.word(heir.name()) + " "
                        + MermaidText.quoted(
                                "extends " + Words.line(heir.parent().orElseThrow()))));
        out.append("    }\n");
    }

    private void attribute(Box.Row row, String word) {
        Column column = row.column();
        List<String> remarks = new ArrayList<>();
        if (!column.nullable() && !row.primary()) {
            remarks.add("required");
        }
        column.comment().map(Words::line).filter(comment -> !comment.isEmpty()).ifPresent(remarks::add);
        row(MermaidText.type(column.type()) + " " + word + keys(row)
                + (remarks.isEmpty() ? "" : " " + MermaidText.quoted(String.join(" - ", remarks))));
    }

    private static String keys(Box.Row row) {
        String keys = String.join(",", row.marks());
        return keys.isEmpty() ? "" : " " + keys;
    }

    private void row(String text) {
        out.append("        ").append(text).append('\n');
    }

    private void write(Line line) {
        out.append("    ")
                .append(name(line.left()))
                .append(' ')
                .append(line.ends())
                .append(' ')
                .append(name(line.right()))
                .append(" : ")
                .append(MermaidText.quoted(Words.name(line.label())))
                .append('\n');
    }

    private String name(TableName table) {
        return MermaidText.quoted(names.get(table));
    }
}

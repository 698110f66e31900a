package org.easymodel.diagram;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.easymodel.schema.Column;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.RelationshipNote;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;

/**
 * What a diagram shows, in no language yet. A line has both its tables here.
 *
 * @param title the title, one line
 * @param boxes the tables, in order
 * @param lines their connections, in order
 */
record Picture(String title, List<Box> boxes, List<Line> lines) {

    /** The picture of those tables only. */
    static Picture of(Model model, Set<TableName> shown, String title) {
        List<Line> lines = model.lines().stream()
                .filter(line -> shown.contains(line.left()) && shown.contains(line.right()))
                .toList();
        List<Box> boxes = model.schema().tables().stream()
                .filter(table -> shown.contains(table.name()))
                .map(table -> box(model, table, shown))
                .toList();
        return new Picture(title, boxes, lines);
    }

    /** The names of the tables, in order. */
    List<TableName> tables() {
        return boxes.stream().map(box -> box.table().name()).toList();
    }

    /** Why each inferred relationship is there, one line each, for comments of any language. */
    List<String> reasons() {
        return boxes.stream()
                .flatMap(box -> box.relationships().stream())
                .filter(RelationshipNote::inferred)
                .map(note -> text(note.table()) + "." + note.attribute() + " is inferred: " + note.because())
                .map(reason -> Words.line(reason).replace('{', '(').replace('}', ')'))
                .distinct()
                .toList();
    }

    /** The name of a table, schema first, without quotes. */
    static String text(TableName table) {
        return table.schema().map(schema -> schema.text() + ".").orElse("")
                + table.name().text();
    }

    private static Box box(Model model, Table table, Set<TableName> shown) {
        List<Identifier> primary = table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
        Set<Column> columns = new LinkedHashSet<>();
        primary.forEach(name -> table.column(name).ifPresent(columns::add));
        columns.addAll(table.columns());
        List<Box.Row> rows = columns.stream()
                .map(column -> new Box.Row(
                        column,
                        primary.contains(column.name()),
                        isForeign(table, column, model.lines()),
                        Uniqueness.of(table, List.of(column.name()))
                                && !List.of(column.name()).equals(primary)))
                .toList();
        List<RelationshipNote> relationships = model.entities().relationships().stream()
                .filter(note -> note.table().equals(table.name()) && shown.contains(note.target()))
                .sorted(Comparator.naturalOrder())
                .toList();
        return new Box(table, rows, relationships, model.entities().heirs(table.name()));
    }

    /** Whether a column is, or is part of, the key of another row, by constraint or by relationship. */
    private static boolean isForeign(Table table, Column column, List<Line> lines) {
        return Stream.concat(
                        table.foreignKeys().stream().map(key -> key.columns()),
                        lines.stream()
                                .filter(line -> line.right().equals(table.name()))
                                .map(Line::columns))
                .anyMatch(columns -> columns.contains(column.name()));
    }
}

package org.easymodel.diagram;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;

/**
 * The lines of a picture as references of DBML. A reference names the columns at both ends and is there once in either
 * direction; a line of which one end is not known has none. Many-to-many stands only for a link table that is not shown.
 */
final class DbmlReferences {

    private record End(TableName table, Set<Identifier> columns) {}

    private final Picture picture;
    private final DbmlNames names;
    private final Set<Set<End>> written = new HashSet<>();
    private final List<String> references = new ArrayList<>();

    private DbmlReferences(Picture picture, DbmlNames names) {
        this.picture = picture;
        this.names = names;
    }

    static List<String> of(Picture picture, DbmlNames names) {
        DbmlReferences references = new DbmlReferences(picture, names);
        picture.lines().forEach(references::add);
        return references.references;
    }

    private void add(Line line) {
        if (line.manyToMany()) {
            if (!isLinkShown(line)) {
                add(line, "<>", primaryKey(line.right()), primaryKey(line.left()));
            }
        } else {
            add(line, line.rightEnd() == Line.End.MANY ? ">" : "-", line.columns(), line.targetColumns());
        }
    }

    private void add(Line line, String sign, List<Identifier> columns, List<Identifier> targets) {
        if (isKnown(line.right(), columns)
                && isKnown(line.left(), targets)
                && columns.size() == targets.size()
                && isNew(line, columns, targets)) {
            String name = line.constraint()
                    .map(key -> Words.line(key.name().text()))
                    .filter(text -> !text.isEmpty())
                    .map(text -> " " + DbmlText.name(text))
                    .orElse("");
            references.add("Ref" + name + ": " + names.end(line.right(), columns) + " " + sign + " "
                    + names.end(line.left(), targets) + settings(line.constraint()));
        }
    }

    private boolean isNew(Line line, List<Identifier> columns, List<Identifier> targets) {
        Set<End> ends = new HashSet<>();
        ends.add(new End(line.right(), Set.copyOf(columns)));
        ends.add(new End(line.left(), Set.copyOf(targets)));
        return ends.size() == 2 && written.add(ends);
    }

    private static String settings(Optional<ForeignKey> constraint) {
        return constraint
                .map(key -> switch (key.onDelete()) {
                    case NO_ACTION -> "";
                    case CASCADE -> " [delete: cascade]";
                    case SET_NULL -> " [delete: set null]";
                })
                .orElse("");
    }

    private boolean isKnown(TableName table, List<Identifier> columns) {
        return !columns.isEmpty() && columns.stream().allMatch(column -> names.column(table, column) != null);
    }

    private List<Identifier> primaryKey(TableName table) {
        return picture.boxes().stream()
                .map(Box::table)
                .filter(each -> each.name().equals(table))
                .findFirst()
                .flatMap(Table::primaryKey)
                .map(PrimaryKey::columns)
                .orElse(List.of());
    }

    private boolean isLinkShown(Line line) {
        Set<TableName> ofLeft = holders(line.left(), Set.of());
        return holders(line.right(), line.left().equals(line.right()) ? ofLeft : Set.of()).stream()
                .anyMatch(ofLeft::contains);
    }

    /** The tables that hold a key of that table; a second one, if they are already known to hold a first. */
    private Set<TableName> holders(TableName table, Set<TableName> first) {
        return picture.lines().stream()
                .filter(line -> line.left().equals(table) && !line.columns().isEmpty())
                .map(Line::right)
                .collect(Collectors.groupingBy(holder -> holder, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(holder -> !first.contains(holder.getKey()) || holder.getValue() > 1)
                .map(java.util.Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}

package org.easymodel.diagram;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.TableName;

/**
 * A connection of two tables, drawn once, whichever sides of a relationship know of it. Ordered by tables and label.
 *
 * @param left the table that the key leads to
 * @param leftEnd how many rows of the left table one row of the right table belongs to
 * @param right the table that holds the key
 * @param rightEnd how many rows of the right table one row of the left table has
 * @param columns the key in the right table; empty if neither table holds it, or nobody said where it is
 * @param targetColumns the columns of the left table that the key leads to; as many as columns, or none if unknown
 * @param label what stands on the line
 * @param constraint the foreign key constraint, if there is one
 */
record Line(
        TableName left,
        End leftEnd,
        TableName right,
        End rightEnd,
        List<Identifier> columns,
        List<Identifier> targetColumns,
        String label,
        Optional<ForeignKey> constraint)
        implements Comparable<Line> {

    /** How many rows stand at one end of a line. */
    enum End {
        /** Exactly one. */
        ONE("||", "||"),
        /** One or none. */
        OPTIONAL("|o", "o|"),
        /** Any number. */
        MANY("}o", "o{");

        private final String left;
        private final String right;

        End(String left, String right) {
            this.left = left;
            this.right = right;
        }
    }

    private static final Comparator<Line> ORDER = Comparator.comparing(Line::left)
            .thenComparing(Line::right)
            .thenComparing(Line::label)
            .thenComparing(line -> line.columns.toString())
            .thenComparing(Line::leftEnd)
            .thenComparing(Line::rightEnd);

    Line withLeftEnd(End end) {
        return new Line(left, end, right, rightEnd, columns, targetColumns, label, constraint);
    }

    Line withRightEnd(End end) {
        return new Line(left, leftEnd, right, end, columns, targetColumns, label, constraint);
    }

    Line withLabel(String newLabel) {
        return new Line(left, leftEnd, right, rightEnd, columns, targetColumns, newLabel, constraint);
    }

    /** The other ends, seen from those tables. */
    Stream<TableName> from(Set<TableName> tables) {
        return Stream.of(left, right).filter(end -> tables.contains(left) || tables.contains(right));
    }

    /** Both ends as crow's feet, the way Mermaid and PlantUML draw them with letters. */
    String ends() {
        return leftEnd.left + "--" + rightEnd.right;
    }

    /** Whether many rows of each side are connected, over a third table. */
    boolean manyToMany() {
        return leftEnd == End.MANY && rightEnd == End.MANY;
    }

    @Override
    public int compareTo(Line other) {
        return ORDER.compare(this, other);
    }
}

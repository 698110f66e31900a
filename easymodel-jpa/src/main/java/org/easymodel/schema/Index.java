package org.easymodel.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An index of a table. Ordered by name. Immutable.
 *
 * @param name the name of the index
 * @param parts what it holds, in index order, at least one
 * @param unique whether it also forbids two rows with the same values
 * @param where the condition of the rows that it holds, as SQL text; empty for all rows
 * @param method how the database builds it, such as {@code gin}; empty for the usual way
 */
public record Index(
        Identifier name, List<IndexPart> parts, boolean unique, Optional<String> where, Optional<String> method)
        implements Comparable<Index> {

    public Index {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(method, "method");
        parts = List.copyOf(parts);
        where = where.map(SqlText::collapsed);
        if (parts.stream().allMatch(part -> part.column().isPresent())) {
            Columns.atLeastOne(columns(parts), name);
        }
    }

    /** An index over columns, smallest values first, of all rows. */
    public static Index of(Identifier name, List<Identifier> columns, boolean unique) {
        return new Index(
                name, columns.stream().map(IndexPart::of).toList(), unique, Optional.empty(), Optional.empty());
    }

    /** The columns that it names, in index order; those inside of expressions are not among them. */
    public List<Identifier> columns() {
        return columns(parts);
    }

    private static List<Identifier> columns(List<IndexPart> parts) {
        return parts.stream().flatMap(part -> part.column().stream()).toList();
    }

    /** Whether it holds nothing but columns, and all rows, so that every database can build it. */
    public boolean isPlain() {
        return where.isEmpty()
                && method.isEmpty()
                && parts.stream()
                        .allMatch(part -> part.column().isPresent()
                                && part.operatorClass().isEmpty());
    }

    /** This index under another name. */
    public Index withName(Identifier newName) {
        return new Index(newName, parts, unique, where, method);
    }

    /** This index with other parts. */
    public Index withParts(List<IndexPart> newParts) {
        return new Index(name, newParts, unique, where, method);
    }

    @Override
    public int compareTo(Index other) {
        return name.compareTo(other.name);
    }
}

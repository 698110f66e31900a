package org.easymodel.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One table: its columns, keys, indexes and checks, each list sorted by name and without doubles. Immutable.
 *
 * @param name the name
 * @param columns the columns, at least one
 * @param primaryKey the primary key, if there is one
 * @param uniqueKeys the unique constraints
 * @param indexes the indexes that no constraint brings along
 * @param foreignKeys the foreign key constraints
 * @param checks the check constraints
 * @param generatorRows the rows of id generators that the table must hold
 * @param comment what the model says about the table; no part of the schema's hash
 */
public record Table(
        TableName name,
        List<Column> columns,
        Optional<PrimaryKey> primaryKey,
        List<UniqueKey> uniqueKeys,
        List<Index> indexes,
        List<ForeignKey> foreignKeys,
        List<Check> checks,
        List<GeneratorRow> generatorRows,
        Optional<String> comment)
        implements Comparable<Table> {

    /** Sorts the lists; refuses a table without columns, doubles, and keys over columns that the table does not have. */
    public Table {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(primaryKey, "primaryKey");
        Objects.requireNonNull(comment, "comment");
        columns = sorted(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("Table " + name + " has no columns");
        }
        uniqueKeys = sorted(uniqueKeys);
        indexes = sorted(indexes);
        foreignKeys = sorted(foreignKeys);
        checks = sorted(checks);
        generatorRows = sorted(generatorRows);
        requireDistinct(name, "column", columns.stream().map(Column::name));
        requireDistinct(
                name,
                "constraint",
                Stream.of(
                                primaryKey.stream().map(PrimaryKey::name),
                                uniqueKeys.stream().map(UniqueKey::name),
                                foreignKeys.stream().map(ForeignKey::name),
                                checks.stream().map(Check::name))
                        .flatMap(names -> names));
        requireDistinct(name, "index", indexes.stream().map(Index::name));
        requireColumns(
                name,
                columns,
                Stream.of(
                                primaryKey.stream().map(PrimaryKey::columns),
                                uniqueKeys.stream().map(UniqueKey::columns),
                                indexes.stream().map(Index::columns),
                                foreignKeys.stream().map(ForeignKey::columns),
                                generatorRows.stream().map(row -> List.of(row.nameColumn(), row.valueColumn())))
                        .flatMap(lists -> lists));
    }

    /** A table with columns only. */
    public static Table of(TableName name, List<Column> columns) {
        return new Table(
                name,
                columns,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** The column of that name, if there is one. */
    public Optional<Column> column(Identifier column) {
        return columns.stream().filter(each -> each.name().equals(column)).findFirst();
    }

    /** This table under another name. */
    public Table withName(TableName newName) {
        return new Table(
                newName, columns, primaryKey, uniqueKeys, indexes, foreignKeys, checks, generatorRows, comment);
    }

    /** This table with these columns instead of its own. */
    public Table withColumns(Collection<Column> newColumns) {
        return new Table(
                name,
                List.copyOf(newColumns),
                primaryKey,
                uniqueKeys,
                indexes,
                foreignKeys,
                checks,
                generatorRows,
                comment);
    }

    /** This table with this primary key. */
    public Table withPrimaryKey(Optional<PrimaryKey> newPrimaryKey) {
        return new Table(
                name, columns, newPrimaryKey, uniqueKeys, indexes, foreignKeys, checks, generatorRows, comment);
    }

    /** This table with these unique constraints instead of its own. */
    public Table withUniqueKeys(Collection<UniqueKey> newUniqueKeys) {
        return new Table(
                name,
                columns,
                primaryKey,
                List.copyOf(newUniqueKeys),
                indexes,
                foreignKeys,
                checks,
                generatorRows,
                comment);
    }

    /** This table with these indexes instead of its own. */
    public Table withIndexes(Collection<Index> newIndexes) {
        return new Table(
                name,
                columns,
                primaryKey,
                uniqueKeys,
                List.copyOf(newIndexes),
                foreignKeys,
                checks,
                generatorRows,
                comment);
    }

    /** This table with these foreign keys instead of its own. */
    public Table withForeignKeys(Collection<ForeignKey> newForeignKeys) {
        return new Table(
                name,
                columns,
                primaryKey,
                uniqueKeys,
                indexes,
                List.copyOf(newForeignKeys),
                checks,
                generatorRows,
                comment);
    }

    /** This table with these checks instead of its own. */
    public Table withChecks(Collection<Check> newChecks) {
        return new Table(
                name,
                columns,
                primaryKey,
                uniqueKeys,
                indexes,
                foreignKeys,
                List.copyOf(newChecks),
                generatorRows,
                comment);
    }

    /** This table with these generator rows instead of its own. */
    public Table withGeneratorRows(Collection<GeneratorRow> newRows) {
        return new Table(
                name, columns, primaryKey, uniqueKeys, indexes, foreignKeys, checks, List.copyOf(newRows), comment);
    }

    /** This table with that comment, or none. */
    public Table withComment(Optional<String> newComment) {
        return new Table(
                name, columns, primaryKey, uniqueKeys, indexes, foreignKeys, checks, generatorRows, newComment);
    }

    /** This table without its own comment and those of its columns: what the hash is taken of. */
    Table withoutComments() {
        return withColumns(columns.stream()
                        .map(column -> column.withComment(Optional.empty()))
                        .toList())
                .withComment(Optional.empty());
    }

    @Override
    public int compareTo(Table other) {
        return name.compareTo(other.name);
    }

    private static <T extends Comparable<? super T>> List<T> sorted(List<T> values) {
        List<T> sorted = new ArrayList<>(values);
        sorted.sort(null);
        return List.copyOf(sorted);
    }

    private static void requireDistinct(TableName table, String what, Stream<Identifier> names) {
        Set<Identifier> seen = new HashSet<>();
        names.filter(name -> !seen.add(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("Table " + table + " has the " + what + " " + name + " twice");
        });
    }

    private static void requireColumns(TableName table, List<Column> columns, Stream<List<Identifier>> keys) {
        Set<Identifier> known = new HashSet<>();
        columns.forEach(column -> known.add(column.name()));
        keys.flatMap(List::stream)
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "Table " + table + " has a key over " + name + ", which is none of its columns");
                });
    }
}

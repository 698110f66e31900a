package org.easymodel.eclipselink.scan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.easymodel.schema.Check;
import org.easymodel.schema.ConstraintNames;
import org.easymodel.schema.GeneratorRow;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.TableName;
import org.easymodel.schema.UniqueKey;

/** A table while the mappings that share it are collected. Each fact keeps why it is there. */
final class TableDraft {

    private final TableName name;
    private final Set<String> writers = new TreeSet<>();
    private final Map<Identifier, ColumnDraft> columns = new TreeMap<>();
    private final Map<Identifier, UniqueKey> uniqueKeys = new TreeMap<>();
    private final Map<Identifier, Index> indexes = new TreeMap<>();
    private final Map<Identifier, Check> checks = new TreeMap<>();
    private final Map<String, GeneratorRow> generatorRows = new TreeMap<>();
    private final List<ForeignKeyDraft> foreignKeys = new ArrayList<>();
    private final Map<Identifier, String> reasons = new LinkedHashMap<>();
    private final Map<List<Identifier>, String> impliedKeys = new TreeMap<>(Comparator.comparing(List::toString));
    private final Map<List<Identifier>, String> impliedIndexes = new TreeMap<>(Comparator.comparing(List::toString));
    private final Set<List<Identifier>> cascading = new HashSet<>();
    private List<Identifier> primaryKey = List.of();
    private String primaryKeyReason = "";
    private Optional<String> comment = Optional.empty();

    TableDraft(TableName name) {
        this.name = name;
    }

    TableName name() {
        return name;
    }

    /** Whose rows the table holds. */
    Set<String> writers() {
        return writers;
    }

    void addWriter(String writer) {
        writers.add(writer);
    }

    Optional<String> comment() {
        return comment;
    }

    void setComment(String text) {
        comment = comment.or(() -> Optional.of(text));
    }

    void claim(Identifier column, Claim claim) {
        columns.computeIfAbsent(column, ColumnDraft::new).add(claim);
    }

    Map<Identifier, ColumnDraft> columns() {
        return columns;
    }

    List<Identifier> primaryKey() {
        return primaryKey;
    }

    /**
     * Gives the primary key of a collection up if some class that shares the table has its own column for the owner, as in a
     * hierarchy with a table per class: its rows leave those of the others empty.
     */
    void keepPrimaryKeyOfAll() {
        boolean ofCollections = !writers.isEmpty() && writers.stream().allMatch(writer -> writer.indexOf('.') > 0);
        boolean ofAll = primaryKey.stream().allMatch(column -> columns.get(column).claims().stream()
                .map(Claim::writer)
                .collect(Collectors.toSet())
                .containsAll(writers));
        if (ofCollections && !ofAll) {
            implyIndex(primaryKey.subList(0, 1), primaryKeyReason);
            primaryKey = List.of();
        }
    }

    String primaryKeyReason() {
        return primaryKeyReason;
    }

    /** The first one counts: an entity that maps the table says it before a relationship that joins over it. */
    void setPrimaryKey(List<Identifier> key, String because) {
        if (primaryKey.isEmpty()) {
            primaryKey = key.stream().distinct().toList();
            primaryKeyReason = because;
        }
    }

    void addUniqueKey(UniqueKey key, String because) {
        uniqueKeys.putIfAbsent(key.name(), key);
        reasons.putIfAbsent(key.name(), because);
    }

    /** A unique key that follows from a mapping, unless some other key says the same. */
    void implyUniqueKey(List<Identifier> columns, String because) {
        impliedKeys.putIfAbsent(columns, because);
    }

    /** An index that helps, unless some key or index already serves. */
    void implyIndex(List<Identifier> columns, String because) {
        impliedIndexes.putIfAbsent(columns, because);
    }

    /** Adds what is implied and not there yet, when everything else is known. */
    void addImplied() {
        impliedKeys.forEach((columns, because) -> {
            if (!isUnique(columns)) {
                addUniqueKey(new UniqueKey(ConstraintNames.uniqueKey(name, columns), columns), because);
            }
        });
        impliedIndexes.forEach((columns, because) -> {
            if (!isIndexed(columns)) {
                addIndex(Index.of(ConstraintNames.index(name, columns), columns, false), because);
            }
        });
    }

    void replace(UniqueKey key, Optional<UniqueKey> by) {
        uniqueKeys.remove(key.name());
        by.ifPresent(other -> uniqueKeys.put(other.name(), other));
    }

    void replace(Index index, Optional<Index> by) {
        indexes.remove(index.name());
        by.ifPresent(other -> indexes.put(other.name(), other));
    }

    Collection<UniqueKey> uniqueKeys() {
        return uniqueKeys.values();
    }

    void addIndex(Index index, String because) {
        indexes.putIfAbsent(index.name(), index);
        reasons.putIfAbsent(index.name(), because);
    }

    Collection<Index> indexes() {
        return indexes.values();
    }

    void addCheck(Check check, String because) {
        checks.putIfAbsent(check.name(), check);
        reasons.putIfAbsent(check.name(), because);
    }

    Collection<Check> checks() {
        return checks.values();
    }

    void addGeneratorRow(GeneratorRow row) {
        generatorRows.putIfAbsent(row.name(), row);
    }

    Collection<GeneratorRow> generatorRows() {
        return generatorRows.values();
    }

    /** A key that two mappings give, such as both sides of a join table, is one; the one with a name counts. */
    void addForeignKey(ForeignKeyDraft key) {
        for (int i = 0; i < foreignKeys.size(); i++) {
            ForeignKeyDraft other = foreignKeys.get(i);
            if (other.columns().equals(key.columns()) && other.target().equals(key.target())) {
                if (other.name().isEmpty() && key.name().isPresent()) {
                    foreignKeys.set(i, key);
                }
                return;
            }
        }
        foreignKeys.add(key);
    }

    /** The rows of a key's target take the rows that lead to them along, in the database. */
    void cascadeDelete(List<Identifier> columns) {
        cascading.add(columns);
    }

    boolean isCascading(List<Identifier> columns) {
        return cascading.contains(columns);
    }

    List<ForeignKeyDraft> foreignKeys() {
        return foreignKeys;
    }

    /** Why a key, index or check is there. */
    String reason(Identifier constraint) {
        return reasons.getOrDefault(constraint, "");
    }

    void explain(Identifier constraint, String because) {
        reasons.putIfAbsent(constraint, because);
    }

    /** Whether some key already forbids two rows with the same values in these columns. */
    boolean isUnique(List<Identifier> names) {
        return sameColumns(primaryKey, names)
                || uniqueKeys.values().stream().anyMatch(key -> sameColumns(key.columns(), names))
                || indexes.values().stream()
                        .anyMatch(index -> index.unique() && index.isPlain() && sameColumns(index.columns(), names));
    }

    /** Whether some key or index already finds rows by these columns. */
    boolean isIndexed(List<Identifier> names) {
        return startsWith(primaryKey, names)
                || uniqueKeys.values().stream().anyMatch(key -> startsWith(key.columns(), names))
                || indexes.values().stream().anyMatch(index -> index.isPlain() && startsWith(index.columns(), names));
    }

    private static boolean sameColumns(List<Identifier> left, List<Identifier> right) {
        return left.size() == right.size() && left.containsAll(right);
    }

    private static boolean startsWith(List<Identifier> columns, List<Identifier> names) {
        return columns.size() >= names.size()
                && columns.subList(0, names.size()).equals(names);
    }
}

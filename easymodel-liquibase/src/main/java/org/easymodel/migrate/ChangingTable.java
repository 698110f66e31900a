package org.easymodel.migrate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.easymodel.schema.Check;
import org.easymodel.schema.Column;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.GeneratorRow;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;
import org.easymodel.schema.UniqueKey;

/**
 * A table on which changes are played one after the other, each in time that does not grow with the table. What does not
 * fit the table is an {@link IllegalArgumentException}. Mutable; for one thread.
 */
final class ChangingTable {

    private TableName name;
    private final Map<Identifier, Column> columns = new HashMap<>();
    private Optional<PrimaryKey> primaryKey;
    private final Map<Identifier, UniqueKey> uniqueKeys = new HashMap<>();
    private final Map<Identifier, Index> indexes = new HashMap<>();
    private final Map<Identifier, ForeignKey> foreignKeys = new HashMap<>();
    private final Map<Identifier, Check> checks = new HashMap<>();
    private final Map<String, GeneratorRow> rows = new HashMap<>();
    private final Set<Identifier> constraints = new HashSet<>();
    private Optional<String> comment;

    ChangingTable(Table table) {
        name = table.name();
        table.columns().forEach(column -> columns.put(column.name(), column));
        primaryKey = table.primaryKey();
        table.uniqueKeys().forEach(key -> uniqueKeys.put(key.name(), key));
        table.indexes().forEach(index -> indexes.put(index.name(), index));
        table.foreignKeys().forEach(key -> foreignKeys.put(key.name(), key));
        table.checks().forEach(check -> checks.put(check.name(), check));
        table.generatorRows().forEach(row -> rows.put(row.name(), row));
        comment = table.comment();
        primaryKey.ifPresent(key -> constraints.add(key.name()));
        constraints.addAll(uniqueKeys.keySet());
        constraints.addAll(foreignKeys.keySet());
        constraints.addAll(checks.keySet());
    }

    Table table() {
        return new Table(
                name,
                List.copyOf(columns.values()),
                primaryKey,
                List.copyOf(uniqueKeys.values()),
                List.copyOf(indexes.values()),
                List.copyOf(foreignKeys.values()),
                List.copyOf(checks.values()),
                List.copyOf(rows.values()),
                comment);
    }

    Column column(Identifier column) {
        Column found = columns.get(column);
        if (found == null) {
            throw new IllegalArgumentException("Table " + name + " has no column " + column);
        }
        return found;
    }

    void rename(TableName newName) {
        name = newName;
    }

    private void renameColumn(Identifier from, Identifier to) {
        Column column = column(from);
        columns.remove(from);
        put(columns, to, column.withName(to));
        UnaryOperator<Identifier> renaming = each -> each.equals(from) ? to : each;
        primaryKey = primaryKey.map(key -> new PrimaryKey(key.name(), map(key.columns(), renaming)));
        uniqueKeys.replaceAll((key, unique) -> new UniqueKey(key, map(unique.columns(), renaming)));
        indexes.replaceAll((key, index) -> index.withParts(index.parts().stream()
                .map(part -> part.column().isEmpty()
                        ? part
                        : part.withColumn(renaming.apply(part.column().get())))
                .toList()));
        foreignKeys.replaceAll((key, foreign) -> new ForeignKey(
                key, map(foreign.columns(), renaming), foreign.target(), foreign.targetColumns(), foreign.onDelete()));
        rows.replaceAll((key, row) -> new GeneratorRow(
                key, renaming.apply(row.nameColumn()), renaming.apply(row.valueColumn()), row.value()));
    }

    /** Foreign keys follow the tables and columns that they lead to. */
    void retarget(TableName from, TableName to, UnaryOperator<Identifier> renaming) {
        for (Map.Entry<Identifier, ForeignKey> entry : foreignKeys.entrySet()) {
            ForeignKey key = entry.getValue();
            if (key.target().equals(from)) {
                entry.setValue(new ForeignKey(
                        key.name(), key.columns(), to, map(key.targetColumns(), renaming), key.onDelete()));
            }
        }
    }

    void apply(Change.OnTable change) {
        if (change instanceof Change.AddColumn add) {
            put(columns, add.column().name(), add.column());
        } else if (change instanceof Change.DropColumn drop) {
            dropColumn(drop.column().name());
        } else if (change instanceof Change.RenameColumn rename) {
            renameColumn(rename.from(), rename.to());
        } else if (change instanceof Change.AddNotNull add) {
            edit(add.column(), column -> column.withNullable(false));
        } else if (change instanceof Change.DropNotNull drop) {
            edit(drop.column(), column -> column.withNullable(true));
        } else if (change instanceof Change.SetDefault set) {
            edit(set.column(), column -> column.withDefaultValue(set.after()));
        } else if (change instanceof Change.ModifyType modify) {
            edit(modify.after().name(), column -> modified(column, modify));
        } else if (change instanceof Change.ChangeIdentity identity) {
            edit(identity.after().name(), column -> column.withIdentity(numbered(column, identity)));
        } else if (change instanceof Change.ChangeEnumValues values) {
            edit(values.column(), column -> column.withValues(values.after()));
        } else if (change instanceof Change.SetColumnComment set) {
            edit(set.column(), column -> column.withComment(set.after()));
        } else if (change instanceof Change.SetTableComment set) {
            comment = set.after();
        } else if (change instanceof Change.FillColumn fill) {
            column(fill.column());
        } else if (change instanceof Change.CopyColumn copy) {
            column(copy.from());
            column(copy.to());
        } else if (change instanceof Change.AddGeneratorRow add) {
            requireColumns(List.of(add.row().nameColumn(), add.row().valueColumn()));
            put(rows, add.row().name(), add.row());
        } else if (change instanceof Change.DropGeneratorRow drop) {
            remove(rows, drop.row().name(), drop.row());
        } else if (change instanceof Change.ChangeGeneratorStart start) {
            remove(rows, start.row().name(), start.row());
            put(rows, start.row().name(), start.changed());
        } else {
            applyToKeys(change);
        }
    }

    private void applyToKeys(Change.OnTable change) {
        if (change instanceof Change.AddPrimaryKey add) {
            requireColumns(add.key().columns());
            if (primaryKey.isPresent()) {
                throw new IllegalArgumentException("Table " + name + " has a primary key already");
            }
            constraint(add.key().name());
            primaryKey = Optional.of(add.key());
        } else if (change instanceof Change.DropPrimaryKey drop) {
            if (!primaryKey.equals(Optional.of(drop.key()))) {
                throw new IllegalArgumentException("Table " + name + " has no primary key like " + drop.key());
            }
            constraints.remove(drop.key().name());
            primaryKey = Optional.empty();
        } else if (change instanceof Change.AddUniqueKey add) {
            requireColumns(add.key().columns());
            put(uniqueKeys, constraint(add.key().name()), add.key());
        } else if (change instanceof Change.DropUniqueKey drop) {
            removeConstraint(uniqueKeys, drop.key().name(), drop.key());
        } else if (change instanceof Change.CreateIndex create) {
            requireColumns(create.index().columns());
            put(indexes, create.index().name(), create.index());
        } else if (change instanceof Change.DropIndex drop) {
            remove(indexes, drop.index().name(), drop.index());
        } else if (change instanceof Change.AddForeignKey add) {
            requireColumns(add.key().columns());
            put(foreignKeys, constraint(add.key().name()), add.key());
        } else if (change instanceof Change.DropForeignKey drop) {
            removeConstraint(foreignKeys, drop.key().name(), drop.key());
        } else if (change instanceof Change.AddCheck add) {
            put(checks, constraint(add.check().name()), add.check());
        } else if (change instanceof Change.DropCheck drop) {
            removeConstraint(checks, drop.check().name(), drop.check());
        } else if (change instanceof Change.RenamePrimaryKey rename) {
            constraints.remove(rename.key().name());
            constraint(rename.to());
            primaryKey = Optional.of(rename.renamed());
        } else if (change instanceof Change.RenameUniqueKey rename) {
            removeConstraint(uniqueKeys, rename.key().name(), rename.key());
            put(uniqueKeys, constraint(rename.to()), rename.renamed());
        } else if (change instanceof Change.RenameIndex rename) {
            remove(indexes, rename.index().name(), rename.index());
            put(indexes, rename.to(), rename.renamed());
        } else if (change instanceof Change.RenameForeignKey rename) {
            removeConstraint(foreignKeys, rename.key().name(), rename.key());
            put(foreignKeys, constraint(rename.to()), rename.renamed());
        } else {
            throw new IllegalArgumentException("Not a change of a table: " + change.text());
        }
    }

    private void dropColumn(Identifier column) {
        column(column);
        Consumer<List<Identifier>> requireUnused = used -> {
            if (used.contains(column)) {
                throw new IllegalArgumentException("Table " + name + " has a key over " + column);
            }
        };
        Stream.of(
                        primaryKey.stream().map(PrimaryKey::columns),
                        uniqueKeys.values().stream().map(UniqueKey::columns),
                        indexes.values().stream().map(Index::columns),
                        foreignKeys.values().stream().map(ForeignKey::columns),
                        rows.values().stream().map(row -> List.of(row.nameColumn(), row.valueColumn())))
                .flatMap(lists -> lists)
                .forEach(requireUnused);
        if (columns.size() == 1) {
            throw new IllegalArgumentException("Table " + name + " has no column beside " + column);
        }
        columns.remove(column);
    }

    private void edit(Identifier column, UnaryOperator<Column> edit) {
        columns.put(column, edit.apply(column(column)));
    }

    private Column modified(Column column, Change.ModifyType change) {
        if (!column.type().equals(change.before().type())
                || !column.defaultValue().equals(change.before().defaultValue())) {
            throw new IllegalArgumentException("Table " + name + " has no column like " + change.before());
        }
        return column.withType(change.after().type())
                .withDefaultValue(change.after().defaultValue());
    }

    private boolean numbered(Column column, Change.ChangeIdentity change) {
        if (column.identity() != change.before().identity()) {
            throw new IllegalArgumentException("Table " + name + " has no column like " + change.before());
        }
        return change.after().identity();
    }

    private void requireColumns(List<Identifier> wanted) {
        wanted.forEach(this::column);
    }

    /** The name of a new constraint, which no other of the table may have. */
    private Identifier constraint(Identifier constraint) {
        if (!constraints.add(constraint)) {
            throw new IllegalArgumentException("Table " + name + " has the constraint " + constraint + " twice");
        }
        return constraint;
    }

    private <T> void removeConstraint(Map<Identifier, T> all, Identifier key, T value) {
        remove(all, key, value);
        constraints.remove(key);
    }

    private <K, T> void put(Map<K, T> all, K key, T value) {
        if (all.putIfAbsent(key, value) != null) {
            throw new IllegalArgumentException("Table " + name + " has " + key + " already");
        }
    }

    private <K, T> void remove(Map<K, T> all, K key, T value) {
        if (!all.remove(key, value)) {
            throw new IllegalArgumentException("Table " + name + " has nothing like " + value);
        }
    }

    private static List<Identifier> map(List<Identifier> names, UnaryOperator<Identifier> renaming) {
        return names.stream().map(renaming).toList();
    }
}

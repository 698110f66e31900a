package org.easymodel.migrate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.easymodel.schema.Column;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Sequence;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;
import org.easymodel.schema.UniqueKey;

/** What a change makes of a schema, as a pure function; notes of the schema are left out. */
public final class ChangeInterpreter {

    private ChangeInterpreter() {}

    /**
     * The schema after all the changes, in order.
     *
     * @throws IllegalArgumentException if a change does not fit the schema that it meets
     */
    public static SchemaModel apply(SchemaModel schema, Collection<? extends Change> changes) {
        SchemaModel state = schema;
        for (Change change : changes) {
            state = apply(state, change);
        }
        return state;
    }

    /**
     * The schema after one change.
     *
     * @throws IllegalArgumentException if the change does not fit the schema
     */
    public static SchemaModel apply(SchemaModel schema, Change change) {
        if (change instanceof Change.CreateTable create) {
            return SchemaModel.of(with(schema.tables(), create.table()), schema.sequences());
        }
        if (change instanceof Change.DropTable drop) {
            requireTable(schema, drop.table().name());
            return SchemaModel.of(
                    without(schema.tables(), table -> table.name()
                            .equals(drop.table().name())),
                    schema.sequences());
        }
        if (change instanceof Change.CreateSequence create) {
            return SchemaModel.of(schema.tables(), with(schema.sequences(), create.sequence()));
        }
        if (change instanceof Change.DropSequence drop) {
            List<Sequence> rest = without(schema.sequences(), drop.sequence()::equals);
            return SchemaModel.of(schema.tables(), rest);
        }
        if (change instanceof Change.RenameTable rename) {
            return renameTable(schema, rename);
        }
        if (change instanceof Change.RenameColumn rename) {
            return renameColumn(schema, rename);
        }
        return inTable(schema, tableOf(change), table -> apply(table, change));
    }

    private static TableName tableOf(Change change) {
        if (change instanceof Change.AddColumn add) {
            return add.table();
        } else if (change instanceof Change.DropColumn drop) {
            return drop.table();
        } else if (change instanceof Change.FillColumn fill) {
            return fill.table();
        } else if (change instanceof Change.AddNotNull add) {
            return add.table();
        } else if (change instanceof Change.DropNotNull drop) {
            return drop.table();
        } else if (change instanceof Change.SetDefault set) {
            return set.table();
        } else if (change instanceof Change.AddUniqueKey add) {
            return add.table();
        } else if (change instanceof Change.DropUniqueKey drop) {
            return drop.table();
        } else if (change instanceof Change.CreateIndex create) {
            return create.table();
        } else if (change instanceof Change.DropIndex drop) {
            return drop.table();
        } else if (change instanceof Change.AddForeignKey add) {
            return add.table();
        } else if (change instanceof Change.DropForeignKey drop) {
            return drop.table();
        } else if (change instanceof Change.AddCheck add) {
            return add.table();
        } else if (change instanceof Change.DropCheck drop) {
            return drop.table();
        } else if (change instanceof Change.RenamePrimaryKey rename) {
            return rename.table();
        } else if (change instanceof Change.RenameUniqueKey rename) {
            return rename.table();
        } else if (change instanceof Change.RenameIndex rename) {
            return rename.table();
        } else if (change instanceof Change.RenameForeignKey rename) {
            return rename.table();
        }
        throw new IllegalArgumentException("No table in " + change.text());
    }

    private static Table apply(Table table, Change change) {
        if (change instanceof Change.AddColumn add) {
            return table.withColumns(with(table.columns(), add.column()));
        } else if (change instanceof Change.DropColumn drop) {
            requireColumn(table, drop.column().name());
            return table.withColumns(without(table.columns(), column -> column.name()
                    .equals(drop.column().name())));
        } else if (change instanceof Change.AddNotNull add) {
            return inColumn(table, add.column(), column -> column.withNullable(false));
        } else if (change instanceof Change.DropNotNull drop) {
            return inColumn(table, drop.column(), column -> column.withNullable(true));
        } else if (change instanceof Change.SetDefault set) {
            return inColumn(table, set.column(), column -> Column.of(column.name(), column.type(), column.nullable())
                    .withDefaultValue(set.after())
                    .withIdentity(column.identity()));
        } else if (change instanceof Change.FillColumn fill) {
            requireColumn(table, fill.column());
            return table;
        }
        return applyToKeys(table, change);
    }

    private static Table applyToKeys(Table table, Change change) {
        if (change instanceof Change.AddUniqueKey add) {
            return table.withUniqueKeys(with(table.uniqueKeys(), add.key()));
        } else if (change instanceof Change.DropUniqueKey drop) {
            return table.withUniqueKeys(without(table.uniqueKeys(), drop.key()::equals));
        } else if (change instanceof Change.CreateIndex create) {
            return table.withIndexes(with(table.indexes(), create.index()));
        } else if (change instanceof Change.DropIndex drop) {
            return table.withIndexes(without(table.indexes(), drop.index()::equals));
        } else if (change instanceof Change.AddForeignKey add) {
            return table.withForeignKeys(with(table.foreignKeys(), add.key()));
        } else if (change instanceof Change.DropForeignKey drop) {
            return table.withForeignKeys(without(table.foreignKeys(), drop.key()::equals));
        } else if (change instanceof Change.AddCheck add) {
            return table.withChecks(with(table.checks(), add.check()));
        } else if (change instanceof Change.DropCheck drop) {
            return table.withChecks(without(table.checks(), drop.check()::equals));
        } else if (change instanceof Change.RenamePrimaryKey rename) {
            return table.withPrimaryKey(Optional.of(rename.renamed()));
        } else if (change instanceof Change.RenameUniqueKey rename) {
            return table.withUniqueKeys(with(without(table.uniqueKeys(), rename.key()::equals), rename.renamed()));
        } else if (change instanceof Change.RenameIndex rename) {
            return table.withIndexes(with(without(table.indexes(), rename.index()::equals), rename.renamed()));
        } else if (change instanceof Change.RenameForeignKey rename) {
            return table.withForeignKeys(with(without(table.foreignKeys(), rename.key()::equals), rename.renamed()));
        }
        throw new IllegalArgumentException("Not a change of a table: " + change.text());
    }

    private static SchemaModel renameTable(SchemaModel schema, Change.RenameTable rename) {
        requireTable(schema, rename.from());
        List<Table> tables = schema.tables().stream()
                .map(table -> table.name().equals(rename.from()) ? table.withName(rename.renamed()) : table)
                .map(table -> table.withForeignKeys(table.foreignKeys().stream()
                        .map(key -> key.target().equals(rename.from()) ? withTarget(key, rename.renamed()) : key)
                        .toList()))
                .toList();
        return SchemaModel.of(tables, schema.sequences());
    }

    private static ForeignKey withTarget(ForeignKey key, TableName target) {
        return new ForeignKey(key.name(), key.columns(), target, key.targetColumns(), key.onDelete());
    }

    private static SchemaModel renameColumn(SchemaModel schema, Change.RenameColumn rename) {
        requireTable(schema, rename.table());
        UnaryOperator<Identifier> own = name -> name.equals(rename.from()) ? rename.to() : name;
        List<Table> tables = schema.tables().stream()
                .map(table -> table.name().equals(rename.table()) ? renameIn(table, rename, own) : table)
                .map(table -> table.withForeignKeys(table.foreignKeys().stream()
                        .map(key -> key.target().equals(rename.table())
                                ? new ForeignKey(
                                        key.name(),
                                        key.columns(),
                                        key.target(),
                                        map(key.targetColumns(), own),
                                        key.onDelete())
                                : key)
                        .toList()))
                .toList();
        return SchemaModel.of(tables, schema.sequences());
    }

    private static Table renameIn(Table table, Change.RenameColumn rename, UnaryOperator<Identifier> own) {
        requireColumn(table, rename.from());
        return new Table(
                table.name(),
                table.columns().stream()
                        .map(column -> column.withName(own.apply(column.name())))
                        .toList(),
                table.primaryKey().map(key -> new PrimaryKey(key.name(), map(key.columns(), own))),
                table.uniqueKeys().stream()
                        .map(key -> new UniqueKey(key.name(), map(key.columns(), own)))
                        .toList(),
                table.indexes().stream()
                        .map(index -> Index.of(index.name(), map(index.columns(), own), index.unique()))
                        .toList(),
                table.foreignKeys().stream()
                        .map(key -> new ForeignKey(
                                key.name(), map(key.columns(), own), key.target(), key.targetColumns(), key.onDelete()))
                        .toList(),
                table.checks(),
                List.of(),
                Optional.empty());
    }

    private static List<Identifier> map(List<Identifier> names, UnaryOperator<Identifier> renaming) {
        return names.stream().map(renaming).toList();
    }

    private static SchemaModel inTable(SchemaModel schema, TableName name, UnaryOperator<Table> edit) {
        requireTable(schema, name);
        return SchemaModel.of(
                schema.tables().stream()
                        .map(table -> table.name().equals(name) ? edit.apply(table) : table)
                        .toList(),
                schema.sequences());
    }

    private static Table inColumn(Table table, Identifier name, UnaryOperator<Column> edit) {
        requireColumn(table, name);
        return table.withColumns(table.columns().stream()
                .map(column -> column.name().equals(name) ? edit.apply(column) : column)
                .toList());
    }

    private static <T> List<T> with(List<T> values, T added) {
        return Stream.concat(values.stream(), Stream.of(added)).toList();
    }

    private static <T> List<T> without(List<T> values, Predicate<T> leaving) {
        List<T> rest = new ArrayList<>(values);
        if (!rest.removeIf(leaving)) {
            throw new IllegalArgumentException("Nothing to drop among " + values);
        }
        return rest;
    }

    private static void requireTable(SchemaModel schema, TableName name) {
        if (schema.table(name).isEmpty()) {
            throw new IllegalArgumentException("The schema has no table " + name);
        }
    }

    private static void requireColumn(Table table, Identifier name) {
        if (table.column(name).isEmpty()) {
            throw new IllegalArgumentException("Table " + table.name() + " has no column " + name);
        }
    }
}

package org.easymodel.migrate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.easymodel.schema.Column;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Sequence;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;

/**
 * A schema on which changes are played one after the other, without a copy of the whole for each. What does not fit the
 * schema is an {@link IllegalArgumentException}. Mutable; for one thread.
 */
final class ChangingSchema {

    private final Map<TableName, ChangingTable> tables = new HashMap<>();
    private final Map<String, Sequence> sequences = new HashMap<>();

    /** The tables that have, or had, a foreign key that leads to a table. */
    private final Map<TableName, Set<ChangingTable>> referring = new HashMap<>();

    ChangingSchema(SchemaModel schema) {
        for (Table table : schema.tables()) {
            ChangingTable changing = new ChangingTable(table);
            tables.put(table.name(), changing);
            table.foreignKeys().forEach(key -> refer(changing, key.target()));
        }
        schema.sequences().forEach(sequence -> sequences.put(sequence.sql(), sequence));
    }

    /** The schema as it is now, without notes. */
    SchemaModel schema() {
        return SchemaModel.of(tables.values().stream().map(ChangingTable::table).toList(), sequences.values());
    }

    /** A column as it is now. */
    Column column(TableName table, Identifier column) {
        return table(table).column(column);
    }

    void apply(Change change) {
        if (change instanceof Change.OnTable onTable) {
            table(onTable.table()).apply(onTable);
            if (change instanceof Change.AddForeignKey add) {
                refer(table(add.table()), add.key().target());
            }
            if (change instanceof Change.RenameColumn rename) {
                retarget(rename.table(), rename.table(), name -> name.equals(rename.from()) ? rename.to() : name);
            }
        } else if (change instanceof Change.CreateTable create) {
            requireFree(create.table().name());
            tables.put(create.table().name(), new ChangingTable(create.table()));
        } else if (change instanceof Change.DropTable drop) {
            table(drop.table().name());
            tables.remove(drop.table().name());
        } else if (change instanceof Change.RenameTable rename) {
            renameTable(rename);
        } else if (change instanceof Change.CreateSequence create) {
            if (sequences.putIfAbsent(create.sequence().sql(), create.sequence()) != null) {
                throw new IllegalArgumentException("The schema has the sequence " + create.target() + " twice");
            }
        } else if (change instanceof Change.ChangeSequence changed) {
            if (!sequences.replace(changed.target(), changed.before(), changed.after())) {
                throw new IllegalArgumentException("The schema has no sequence like " + changed.before());
            }
        } else if (change instanceof Change.DropSequence drop) {
            if (!sequences.remove(drop.sequence().sql(), drop.sequence())) {
                throw new IllegalArgumentException("The schema has no sequence " + drop.target());
            }
        } else if (!(change instanceof Change.RunSql || change instanceof Change.RunJava)) {
            throw new IllegalArgumentException("Not a change of a schema: " + change.text());
        }
    }

    private void renameTable(Change.RenameTable rename) {
        ChangingTable table = table(rename.from());
        requireFree(rename.renamed());
        tables.remove(rename.from());
        table.rename(rename.renamed());
        tables.put(rename.renamed(), table);
        retarget(rename.from(), rename.renamed(), UnaryOperator.identity());
    }

    private void refer(ChangingTable table, TableName target) {
        referring.computeIfAbsent(target, each -> new HashSet<>()).add(table);
    }

    private void retarget(TableName from, TableName to, UnaryOperator<Identifier> columns) {
        Set<ChangingTable> all = referring.getOrDefault(from, Set.of());
        all.forEach(table -> table.retarget(from, to, columns));
        if (!from.equals(to)) {
            referring.remove(from);
            all.forEach(table -> refer(table, to));
        }
    }

    /** A table as it is now. */
    ChangingTable table(TableName name) {
        ChangingTable table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("The schema has no table " + name);
        }
        return table;
    }

    private void requireFree(TableName name) {
        if (tables.containsKey(name)) {
            throw new IllegalArgumentException("The schema has the table " + name + " twice");
        }
    }
}

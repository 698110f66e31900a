package org.easymodel.migrate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.easymodel.failure.Problem;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;

/**
 * Refuses new keys and plain indexes that not every database can build: over text and bytes without a limit, which not
 * every one compares, and beside another index over the same columns.
 */
final class KeyLimits {

    /** What is longer is text without a limit on Derby. */
    private static final int LONGEST = 32_672;

    private KeyLimits() {}

    static List<Problem> problems(List<Change> changes, Map<TableName, Table> tables) {
        return changes.stream().flatMap(change -> problems(change, tables)).toList();
    }

    private static Stream<Problem> problems(Change change, Map<TableName, Table> tables) {
        if (change instanceof Change.CreateTable create) {
            return create.table().primaryKey().stream()
                    .flatMap(key -> problems(create.table(), key.name(), key.columns()));
        } else if (change instanceof Change.AddPrimaryKey add) {
            return problems(tables.get(add.table()), add.key().name(), add.key().columns());
        } else if (change instanceof Change.ModifyType modify
                && isUnlimited(modify.after().type())) {
            return modify.leaning().stream().flatMap(each -> problems(each, tables));
        } else if (change instanceof Change.AddUniqueKey add) {
            return problems(tables.get(add.table()), add.key().name(), add.key().columns());
        } else if (change instanceof Change.AddForeignKey add) {
            return problems(tables.get(add.table()), add.key().name(), add.key().columns());
        } else if (change instanceof Change.CreateIndex create && create.index().isPlain()) {
            Table table = tables.get(create.table());
            return Stream.concat(
                    problems(table, create.index().name(), create.index().columns()),
                    IndexTwins.twin(create.index(), table).stream()
                            .map(twin -> Problems.sameIndex(table.name(), create.index(), twin)));
        }
        return Stream.empty();
    }

    private static Stream<Problem> problems(Table table, Identifier key, List<Identifier> columns) {
        return columns.stream()
                .map(table::column)
                .flatMap(Optional::stream)
                .filter(column -> isUnlimited(column.type()))
                .map(column -> Problems.unlimitedInKey(table.name(), key, column));
    }

    private static boolean isUnlimited(ColumnType type) {
        return switch (type.kind()) {
            case LOB_TEXT, LOB_BIN -> true;
            case STRING -> type.size() > LONGEST;
            default -> false;
        };
    }
}

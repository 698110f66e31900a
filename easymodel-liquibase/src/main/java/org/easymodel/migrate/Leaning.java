package org.easymodel.migrate;

import java.util.ArrayList;
import java.util.List;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;

/** What a table has over a column beside foreign keys, as the changes that build it, in order. */
final class Leaning {

    private Leaning() {}

    static List<Change> over(Identifier column, Table table) {
        TableName name = table.name();
        List<Change> changes = new ArrayList<>();
        table.primaryKey()
                .filter(key -> key.columns().contains(column))
                .ifPresent(key -> changes.add(new Change.AddPrimaryKey(name, key)));
        table.uniqueKeys().stream()
                .filter(key -> key.columns().contains(column))
                .forEach(key -> changes.add(new Change.AddUniqueKey(name, key)));
        table.indexes().stream()
                .filter(index ->
                        index.columns().contains(column) || SqlWords.of(index).contains(column))
                .forEach(index -> changes.add(
                        new Change.CreateIndex(name, index, IndexTwins.isDoubled(index, table), List.of())));
        table.checks().stream()
                .filter(check -> SqlWords.of(check).contains(column))
                .forEach(check -> changes.add(new Change.AddCheck(name, check, SqlWords.columns(check, table))));
        return changes;
    }

    /** The changes of a plan, each change of type or numbering with what leans on its column when its turn comes. */
    static List<Change> noted(List<Change> plan, ChangingSchema before) {
        List<Change> noted = new ArrayList<>();
        for (Change change : plan) {
            Change full = change;
            if (change instanceof Change.ModifyType modify) {
                full = modify.with(over(
                        modify.before().name(), before.table(modify.table()).table()));
            } else if (change instanceof Change.ChangeIdentity identity) {
                full = identity.with(over(
                        identity.before().name(), before.table(identity.table()).table()));
            }
            before.apply(full);
            noted.add(full);
        }
        return noted;
    }
}

package org.easymodel.eclipselink.scan;

import org.easymodel.eclipselink.SqlNames;
import org.eclipse.persistence.internal.helper.DatabaseTable;

/** The unique constraints and indexes that mappings declare on tables. */
final class TableKeys {

    private TableKeys() {}

    /** Adds what a mapping declares; columns are matched to those of the table when all of them are known. */
    static void add(TableDraft draft, DatabaseTable table) {
        SqlNames.uniqueKeys(table)
                .forEach((name, columns) ->
                        draft.addUniqueKey(new org.easymodel.schema.UniqueKey(name, columns), "@UniqueConstraint"));
        SqlNames.indexes(table).forEach(index -> draft.addIndex(index, "@Index"));
    }
}

package org.easymodel.diagram;

import java.util.List;
import java.util.stream.Stream;
import org.easymodel.schema.Column;
import org.easymodel.schema.EntityNote;
import org.easymodel.schema.RelationshipNote;
import org.easymodel.schema.Table;

/**
 * A table as a diagram shows it.
 *
 * @param table the table
 * @param rows its columns, those of the primary key first, in key order
 * @param relationships the relationships of its entities to tables that the diagram shows
 * @param heirs its entities that inherit from another
 */
record Box(Table table, List<Row> rows, List<RelationshipNote> relationships, List<EntityNote> heirs) {

    /** A column as a diagram shows it: part of the primary key, of a foreign key, unique by itself. */
    record Row(Column column, boolean primary, boolean foreign, boolean unique) {

        /** The marks of the column: PK, FK, UK. */
        List<String> marks() {
            return Stream.of(primary ? "PK" : "", foreign ? "FK" : "", unique ? "UK" : "")
                    .filter(mark -> !mark.isEmpty())
                    .toList();
        }
    }

    /** The columns, in the order of the rows. */
    List<Column> columns() {
        return rows.stream().map(Row::column).toList();
    }
}

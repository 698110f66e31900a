package org.easymodel.eclipselink.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.internal.helper.DatabaseField;

/**
 * The columns that hold the key of another row. Immutable.
 *
 * @param writer whose rows hold it
 * @param source the attribute
 * @param columns the columns
 * @param targets the columns that they lead to, in the same order
 */
record ClaimedKey(String writer, String source, List<DatabaseField> columns, List<DatabaseField> targets) {

    ClaimedKey {
        columns = List.copyOf(columns);
        targets = List.copyOf(targets);
    }

    /** The columns in their order, each with its target. */
    static ClaimedKey of(
            String writer, String source, List<DatabaseField> columns, Map<DatabaseField, DatabaseField> targets) {
        List<DatabaseField> found = new ArrayList<>();
        List<DatabaseField> held = new ArrayList<>();
        for (DatabaseField column : columns) {
            DatabaseField target = targets.get(column);
            if (target != null) {
                held.add(column);
                found.add(target);
            }
        }
        return new ClaimedKey(writer, source, held, found);
    }
}

package org.easymodel.eclipselink.scan;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.easymodel.eclipselink.SqlNames;
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

    /** The columns, each with its target, in the order of their names; EclipseLink keeps them in a hash map. */
    static ClaimedKey of(String writer, String source, Map<DatabaseField, DatabaseField> targets) {
        List<Map.Entry<DatabaseField, DatabaseField>> pairs = targets.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(SqlNames::column)))
                .toList();
        return new ClaimedKey(
                writer,
                source,
                pairs.stream().map(Map.Entry::getKey).toList(),
                pairs.stream().map(Map.Entry::getValue).toList());
    }
}

package org.easymodel.diagram;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.Table;
import org.easymodel.schema.UniqueKey;

/** Whether no two rows of a table have the same values in some columns. */
final class Uniqueness {

    private Uniqueness() {}

    static boolean of(Table table, Collection<Identifier> columns) {
        return Stream.of(
                        table.primaryKey().stream().map(PrimaryKey::columns),
                        table.uniqueKeys().stream().map(UniqueKey::columns),
                        table.indexes().stream().filter(Uniqueness::isOfAllRows).map(Index::columns))
                .flatMap(keys -> keys)
                .anyMatch(key -> isSame(key, columns));
    }

    static boolean ofPrimaryKey(Table table, Collection<Identifier> columns) {
        return table.primaryKey().filter(key -> isSame(key.columns(), columns)).isPresent();
    }

    private static boolean isSame(List<Identifier> key, Collection<Identifier> columns) {
        return Set.copyOf(key).equals(Set.copyOf(columns));
    }

    private static boolean isOfAllRows(Index index) {
        return index.unique()
                && index.where().isEmpty()
                && index.parts().stream().allMatch(part -> part.column().isPresent());
    }
}

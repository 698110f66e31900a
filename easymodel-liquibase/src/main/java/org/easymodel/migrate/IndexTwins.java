package org.easymodel.migrate;

import java.util.List;
import java.util.stream.Stream;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.IndexPart;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.Table;
import org.easymodel.schema.UniqueKey;

/** Tells when Derby would leave an index out, because a key or another index has the same columns in the same order. */
final class IndexTwins {

    private IndexTwins() {}

    /**
     * Whether the index would be left out.
     *
     * @param index the index
     * @param tables the table as it is before and after, whose keys count
     * @param others the indexes that are there when it is built
     */
    static boolean isDoubled(Index index, List<Table> tables, List<Index> others) {
        if (!index.isPlain()) {
            return false;
        }
        boolean ascending = index.parts().stream().noneMatch(IndexPart::descending);
        return ascending && tables.stream().flatMap(IndexTwins::keys).anyMatch(index.columns()::equals)
                || others.stream().anyMatch(other -> isTwin(index, other));
    }

    private static boolean isTwin(Index index, Index other) {
        return !other.name().equals(index.name())
                && other.isPlain()
                && other.parts().equals(index.parts());
    }

    private static Stream<List<Identifier>> keys(Table table) {
        return Stream.of(
                        table.primaryKey().stream().map(PrimaryKey::columns),
                        table.uniqueKeys().stream().map(UniqueKey::columns),
                        table.foreignKeys().stream().map(ForeignKey::columns))
                .flatMap(columns -> columns);
    }
}

package org.easymodel.migrate;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.IndexPart;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.Table;
import org.easymodel.schema.UniqueKey;

/**
 * Tells when an index meets a key over the same columns: Derby would leave out an index that has the columns of a key or
 * another index in the same order, and H2 lets foreign keys lean on it.
 */
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

    /** The foreign keys whose columns, in any order, are the first ones of the index. */
    static List<ForeignKey> leaning(Index index, List<ForeignKey> keys) {
        return keys.stream()
                .filter(key -> index.isPlain()
                        && index.columns().size() >= key.columns().size()
                        && Set.copyOf(index.columns().subList(0, key.columns().size()))
                                .equals(Set.copyOf(key.columns())))
                .toList();
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

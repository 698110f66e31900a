package org.easymodel.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * What happens where an index meets a key or another index over the same columns: Derby leaves out an index that has the
 * columns of another in the same order, and H2 lets foreign keys lean on an index.
 */
final class IndexTwins {

    private IndexTwins() {}

    /**
     * Whether a key has the columns of the index, in the same order.
     *
     * @param index the index
     * @param tables the table as it is before and after
     */
    static boolean isDoubled(Index index, Table... tables) {
        return index.isPlain()
                && index.parts().stream().noneMatch(IndexPart::descending)
                && Stream.of(tables).flatMap(IndexTwins::keys).anyMatch(index.columns()::equals);
    }

    /** Another index of the table that Derby could not tell from this one. */
    static Optional<Index> twin(Index index, Table table) {
        return table.indexes().stream()
                .filter(other -> !other.name().equals(index.name())
                        && index.isPlain()
                        && other.isPlain()
                        && onDerby(other, table).equals(onDerby(index, table)))
                .findFirst();
    }

    /** Where a key has the same columns, the last part runs the other way there. */
    private static List<IndexPart> onDerby(Index index, Table table) {
        List<IndexPart> parts = new ArrayList<>(index.parts());
        if (isDoubled(index, table)) {
            IndexPart last = parts.remove(parts.size() - 1);
            parts.add(IndexPart.descending(last.column().orElseThrow()));
        }
        return parts;
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

    private static Stream<List<Identifier>> keys(Table table) {
        return Stream.of(
                        table.primaryKey().stream().map(PrimaryKey::columns),
                        table.uniqueKeys().stream().map(UniqueKey::columns),
                        table.foreignKeys().stream().map(ForeignKey::columns))
                .flatMap(columns -> columns);
    }
}

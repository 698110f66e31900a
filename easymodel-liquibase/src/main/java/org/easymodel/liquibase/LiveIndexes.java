package org.easymodel.liquibase;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.easymodel.liquibase.StoredTable.StoredIndex;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.IndexPart;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.UniqueKey;

/**
 * The indexes that somebody made; those that only back a key are left out. What a database does not have, or has by
 * another index over the same columns, counts as there. Immutable.
 */
final class LiveIndexes {

    /** The names that databases give to indexes of their own. */
    private static final String OWN = "SQL\\d+(-.*)?|.*_INDEX_[0-9A-F]+|PRIMARY_KEY_[0-9A-F]+";

    private final Dialect dialect;
    private final LiveNames names;

    LiveIndexes(LiveNames names) {
        this.dialect = names.dialect();
        this.names = names;
    }

    List<Index> of(
            Map<String, StoredIndex> told,
            Optional<PrimaryKey> key,
            List<UniqueKey> uniques,
            List<ForeignKey> foreignKeys,
            List<Index> meant) {
        Set<Identifier> constraints = new HashSet<>();
        Set<List<Identifier>> backed = new HashSet<>();
        key.ifPresent(each -> {
            constraints.add(each.name());
            backed.add(each.columns());
        });
        uniques.forEach(each -> {
            constraints.add(each.name());
            backed.add(each.columns());
        });
        foreignKeys.forEach(each -> backed.add(each.columns()));
        List<Index> result = new ArrayList<>();
        Set<Identifier> found = new HashSet<>();
        told.forEach((stored, index) -> {
            Identifier name = names.written(stored);
            Optional<Index> same =
                    meant.stream().filter(each -> each.name().equals(name)).findFirst();
            if (same.isPresent()) {
                result.add(same.map(each -> isAs(each, index) ? each : index(name, index))
                        .orElseThrow());
                found.add(name);
            } else if (!constraints.contains(name) && !stored.matches(OWN)) {
                result.add(index(name, index));
                found.add(name);
            }
        });
        for (Index index : meant) {
            // Derby makes no second index over the columns of a key, and says only that it did not.
            boolean covered = dialect == Dialect.DERBY
                    && told.entrySet().stream()
                            .anyMatch(each -> !found.contains(names.written(each.getKey()))
                                    && columns(each.getValue()).equals(index.columns()));
            if (!found.contains(index.name()) && (LiveSchema.isBeyond(index, dialect) || covered)) {
                result.add(index);
            }
        }
        return result;
    }

    private List<Identifier> columns(StoredIndex index) {
        return index.columns.values().stream().map(names::written).toList();
    }

    /** Expressions and conditions are rewritten by the database, so that only names and kinds can be compared. */
    private boolean isAs(Index meant, StoredIndex index) {
        if (!meant.isPlain()) {
            return meant.unique() == index.unique && meant.parts().size() == index.columns.size();
        }
        if (!columns(index).equals(meant.columns()) || index.filter != null && dialect == Dialect.POSTGRESQL) {
            return false;
        }
        List<Integer> positions = List.copyOf(index.columns.keySet());
        for (int i = 0; i < positions.size() && dialect != Dialect.DERBY; i++) {
            if (meant.parts().get(i).descending() != index.descending.contains(positions.get(i))) {
                return false;
            }
        }
        return meant.unique() == index.unique || dialect == Dialect.DERBY;
    }

    private Index index(Identifier name, StoredIndex index) {
        List<IndexPart> parts = new ArrayList<>();
        index.columns.forEach((position, stored) -> {
            boolean plain = stored.matches("\"?[\\w$]+\"?");
            String bare = stored.replaceAll("^\"|\"$", "");
            parts.add(
                    !plain
                            ? IndexPart.ofExpression(stored)
                            : index.descending.contains(position)
                                    ? IndexPart.descending(names.written(bare))
                                    : IndexPart.of(names.written(bare)));
        });
        Optional<String> filter = dialect == Dialect.POSTGRESQL ? Optional.ofNullable(index.filter) : Optional.empty();
        return new Index(name, parts, index.unique, filter, Optional.empty());
    }
}

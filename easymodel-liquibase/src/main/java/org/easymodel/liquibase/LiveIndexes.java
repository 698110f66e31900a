package org.easymodel.liquibase;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.IndexPart;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.UniqueKey;
import org.jspecify.annotations.Nullable;

/**
 * Reads the indexes that somebody made; those that only back a key are left out. What a database does not have, or has by
 * another index over the same columns, counts as there. For one thread.
 */
final class LiveIndexes {

    /** The names that databases give to indexes of their own. */
    private static final String OWN = "SQL\\d+(-.*)?|.*_INDEX_[0-9A-F]+|PRIMARY_KEY_[0-9A-F]+";

    private final Connection connection;
    private final Dialect dialect;
    private final LiveNames names;

    LiveIndexes(Connection connection, LiveNames names) {
        this.connection = connection;
        this.dialect = names.dialect();
        this.names = names;
    }

    /** One index as the driver tells it. */
    private static final class Told {
        private final Map<Integer, String> columns = new TreeMap<>();
        private final Set<Integer> descending = new HashSet<>();
        private boolean unique;
        private @Nullable String filter;
    }

    List<Index> of(
            String schema,
            String table,
            Optional<PrimaryKey> key,
            List<UniqueKey> uniques,
            List<ForeignKey> foreignKeys,
            List<Index> meant)
            throws SQLException {
        Map<String, Told> told = read(schema, table);
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

    private Map<String, Told> read(String schema, String table) throws SQLException {
        Map<String, Told> indexes = new LinkedHashMap<>();
        try (ResultSet rows =
                connection.getMetaData().getIndexInfo(connection.getCatalog(), schema, table, false, true)) {
            while (rows.next()) {
                String name = rows.getString("INDEX_NAME");
                if (name != null
                        && rows.getShort("TYPE") != DatabaseMetaData.tableIndexStatistic
                        && rows.getString("COLUMN_NAME") != null) {
                    Told index = indexes.computeIfAbsent(name, each -> new Told());
                    int position = rows.getShort("ORDINAL_POSITION");
                    index.columns.put(position, rows.getString("COLUMN_NAME"));
                    if ("D".equals(rows.getString("ASC_OR_DESC"))) {
                        index.descending.add(position);
                    }
                    index.unique = !rows.getBoolean("NON_UNIQUE");
                    index.filter = rows.getString("FILTER_CONDITION");
                }
            }
        }
        return indexes;
    }

    private List<Identifier> columns(Told index) {
        return index.columns.values().stream().map(names::written).toList();
    }

    /** Expressions and conditions are rewritten by the database, so that only names and kinds can be compared. */
    private boolean isAs(Index meant, Told index) {
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

    private Index index(Identifier name, Told index) {
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

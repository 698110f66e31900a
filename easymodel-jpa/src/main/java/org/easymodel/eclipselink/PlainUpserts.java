package org.easymodel.eclipselink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.EntityDescription;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.VersionLockingPolicy;
import org.eclipse.persistence.internal.databaseaccess.DatabasePlatform;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.DatabaseMapping;

/**
 * Inserts rows, or changes those that have the same key, by the one statement of PostgreSQL that does both, in JDBC batches and
 * beside the unit of work.
 *
 * @param key the names of the attributes of a unique key
 */
record PlainUpserts(
        UnitOfWorkImpl work,
        Connection connection,
        ClassDescriptor descriptor,
        EntityDescription entity,
        Collection<String> key) {

    private static final int MOST = 1000;
    private static final String SAVEPOINT = "easymodel_upsert";
    private static final String ROW = "easymodel_row";

    /** No unique index over the key, one that is checked later, and a type that has no equality. */
    private static final Set<String> NOT_POSSIBLE = Set.of("42P10", "55000", "42883");

    /** A row, and the statement that writes it. */
    private record Line(NewRow row, InsertStatement insert, String sql) {}

    /** Whether the provider does nothing else with rows of this entity, whether new or changed. */
    static boolean serve(AbstractSession session, ClassDescriptor descriptor) {
        DatabasePlatform platform = session.getPlatform();
        boolean counted = !descriptor.usesOptimisticLocking()
                || descriptor.getOptimisticLockingPolicy().getClass() == VersionLockingPolicy.class;
        return platform.isPostgreSQL()
                && platform.usesBatchWriting()
                && platform.usesJDBCBatchWriting()
                && counted
                && PlainInsert.serves(descriptor)
                && !descriptor.hasInheritance()
                && !descriptor.hasMultipleTables()
                && !descriptor.hasDerivedId()
                && descriptor.getQueryManager().getUpdateQuery() == null
                && PlainInserts.isPlain(descriptor, true)
                && Callbacks.ofApplication(descriptor).isEmpty();
    }

    /** Whether the rows were written; false if nothing was done, since this database cannot do it with these attributes. */
    boolean write(List<?> entities, List<? extends Collection<String>> written) {
        Optional<List<DatabaseField>> keyColumns = columns(key);
        if (keyColumns.isEmpty()) {
            return false;
        }
        List<List<DatabaseField>> changed = new ArrayList<>();
        for (Collection<String> names : written) {
            Optional<List<DatabaseField>> columns = columns(names);
            if (columns.isEmpty() || !columns.get().stream().allMatch(PlainUpserts::isComparable)) {
                return false;
            }
            changed.add(columns.get());
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < entities.size(); i++) {
            NewRow row = NewRow.of(work, descriptor, entities.get(i));
            InsertStatement insert = InsertStatement.of(work, descriptor.getDefaultTable(), row);
            if (!insert.columns().containsAll(changed.get(i))) {
                return false;
            }
            lines.add(new Line(row, insert, sql(insert, keyColumns.get(), changed.get(i))));
        }
        return send(lines);
    }

    /** The columns of attributes of these names; empty if one of them has none of its own in the table. */
    private Optional<List<DatabaseField>> columns(Collection<String> names) {
        List<DatabaseField> columns = new ArrayList<>();
        for (String name : new TreeSet<>(names)) {
            DatabaseMapping mapping = name.indexOf('.') < 0 ? descriptor.getMappingForAttributeName(name) : null;
            if (mapping == null || mapping.isReadOnly() || mapping.isAggregateMapping()) {
                return Optional.empty();
            }
            List<DatabaseField> own = Lists.columns(mapping, "getFields");
            if (own.isEmpty()) {
                return Optional.empty();
            }
            columns.addAll(own);
        }
        return Optional.of(columns);
    }

    /** Types of the application's own need not know what is equal. */
    private static boolean isComparable(DatabaseField column) {
        return column.isUpdatable()
                && (column.getColumnDefinition() == null
                        || column.getColumnDefinition().isBlank());
    }

    private String name(DatabaseField column) {
        return column.getNameDelimited(work.getPlatform());
    }

    private String sql(InsertStatement insert, List<DatabaseField> keyColumns, List<DatabaseField> changed) {
        String text = "INSERT INTO " + insert.tableName() + " AS " + ROW + " ("
                + String.join(", ", insert.columnNames()) + ") VALUES ("
                + insert.columns().stream().map(column -> "?").collect(Collectors.joining(", "))
                + ") ON CONFLICT (" + keyColumns.stream().map(this::name).collect(Collectors.joining(", ")) + ") DO ";
        if (changed.isEmpty()) {
            return text + "NOTHING";
        }
        List<String> steps = new ArrayList<>();
        changed.forEach(column -> steps.add(name(column) + " = EXCLUDED." + name(column)));
        moments().forEach(column -> steps.add(name(column) + " = EXCLUDED." + name(column)));
        if (descriptor.usesOptimisticLocking()) {
            String version = name(descriptor.getOptimisticLockingPolicy().getWriteLockField());
            steps.add(version + " = " + ROW + "." + version + " + 1");
        }
        return text + "UPDATE SET " + String.join(", ", steps)
                + " WHERE ("
                + changed.stream().map(each -> ROW + "." + name(each)).collect(Collectors.joining(", "))
                + ") IS DISTINCT FROM ("
                + changed.stream().map(each -> "EXCLUDED." + name(each)).collect(Collectors.joining(", ")) + ")";
    }

    /** The columns that tell when a row was changed. */
    private List<DatabaseField> moments() {
        return columns(entity.attributes().stream()
                        .filter(attribute -> attribute.role() == AttributeDescription.Role.UPDATED_AT)
                        .map(AttributeDescription::name)
                        .toList())
                .orElse(List.of());
    }

    /** In the given order, so that two that write the same rows do not wait for each other. */
    private boolean send(List<Line> lines) {
        int size = work.getPlatform().getMaxBatchWritingSize() > 0
                ? work.getPlatform().getMaxBatchWritingSize()
                : MOST;
        List<Line> together = new ArrayList<>();
        try {
            execute("SAVEPOINT " + SAVEPOINT);
            for (Line line : lines) {
                boolean fits = together.isEmpty() || together.get(0).sql().equals(line.sql());
                if (!fits || together.size() == size) {
                    batch(together);
                    together.clear();
                }
                together.add(line);
            }
            batch(together);
            execute("RELEASE SAVEPOINT " + SAVEPOINT);
            return true;
        } catch (SQLException e) {
            if (isNotPossible(e)) {
                rollBack(lines.get(0));
                return false;
            }
            throw InsertStatement.failure(e, lines.get(0).row(), work);
        }
    }

    private void batch(List<Line> lines) throws SQLException {
        String sql = lines.get(0).sql();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            InsertStatement.announce(statement, sql, lines.get(0).row(), work);
            for (Line line : lines) {
                line.insert().bind(statement, line.row(), work);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static boolean isNotPossible(SQLException thrown) {
        for (SQLException each = thrown; each != null; each = each.getNextException()) {
            if (each.getSQLState() != null && NOT_POSSIBLE.contains(each.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private void rollBack(Line line) {
        try {
            execute("ROLLBACK TO SAVEPOINT " + SAVEPOINT);
            execute("RELEASE SAVEPOINT " + SAVEPOINT);
        } catch (SQLException e) {
            throw InsertStatement.failure(e, line.row(), work);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package org.easymodel.eclipselink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.databaseaccess.DatabasePlatform;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.jspecify.annotations.Nullable;

/**
 * Inserts many rows beside the unit of work, in JDBC batches. The unit of work costs more than twice the time, for changes that it
 * watches and orders that it finds; rows that lead to nothing new need neither.
 *
 * @param copy a faster way than batches, where there is one
 */
record PlainInserts(UnitOfWorkImpl work, Connection connection, Optional<PostgresCopy> copy) {

    private static final int MOST = 1000;

    /** Whether it makes no difference to these entities, and everything that was written before is in the database. */
    static boolean serve(UnitOfWorkImpl work, List<?> entities) {
        DatabasePlatform platform = work.getPlatform();
        return platform.usesBatchWriting()
                && platform.usesJDBCBatchWriting()
                && entities.stream()
                        .allMatch(entity -> serves(work.getDescriptor(entity)) && holdsNothing(work, entity));
    }

    /** Whether it makes no difference to rows that nobody reads back. */
    static boolean load(UnitOfWorkImpl work, List<?> entities) {
        return entities.stream().allMatch(entity -> load(work.getDescriptor(entity)) && holdsNothing(work, entity));
    }

    /** Whether rows of an entity can be such. */
    static boolean load(ClassDescriptor descriptor) {
        return isAlone(descriptor) && !(NewRow.keyComesAfter(descriptor) && descriptor.hasMultipleTables());
    }

    private static boolean serves(ClassDescriptor descriptor) {
        return isAlone(descriptor) && !NewRow.keyComesAfter(descriptor);
    }

    private static boolean isAlone(ClassDescriptor descriptor) {
        return PlainInsert.serves(descriptor)
                && !descriptor.hasDerivedId()
                && isPlain(descriptor, true)
                && (Callbacks.ofApplication(descriptor).isEmpty() || isPlain(descriptor, false));
    }

    /** Whether only columns of the row itself are written; a callback could lead it to something new otherwise. */
    static boolean isPlain(ClassDescriptor descriptor, boolean leading) {
        return Lists.mappings(descriptor).stream()
                .allMatch(mapping -> mapping.isReadOnly()
                        || mapping instanceof AbstractDirectMapping
                        || mapping instanceof AggregateObjectMapping embedded
                                && isPlain(embedded.getReferenceDescriptor(), false)
                        || leading && mapping instanceof ForeignReferenceMapping);
    }

    private static boolean holdsNothing(UnitOfWorkImpl work, Object entity) {
        for (DatabaseMapping mapping : Lists.mappings(work.getDescriptor(entity))) {
            if (mapping.isCollectionMapping() && !mapping.isReadOnly()) {
                ForeignReferenceMapping collection = (ForeignReferenceMapping) mapping;
                if (collection.isAttributeValueFromObjectInstantiated(entity)
                        && !isEmpty(collection.getRealAttributeValueFromObject(entity, work))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null
                || value instanceof Collection<?> several && several.isEmpty()
                || value instanceof Map<?, ?> keyed && keyed.isEmpty();
    }

    /** Inserts the rows, those of one entity in their order. */
    void insert(List<?> entities) {
        Map<ClassDescriptor, List<Object>> byDescriptor = new LinkedHashMap<>();
        entities.forEach(entity -> byDescriptor
                .computeIfAbsent(work.getDescriptor(entity), each -> new ArrayList<>())
                .add(entity));
        int size = work.getPlatform().getMaxBatchWritingSize() > 0
                ? work.getPlatform().getMaxBatchWritingSize()
                : MOST;
        byDescriptor.forEach((descriptor, several) -> {
            for (int from = 0; from < several.size(); from += size) {
                insert(descriptor, several.subList(from, Math.min(from + size, several.size())));
            }
        });
    }

    private void insert(ClassDescriptor descriptor, List<Object> entities) {
        List<NewRow> rows = entities.stream()
                .map(entity -> NewRow.of(work, descriptor, entity))
                .toList();
        for (DatabaseTable table : NewRow.tables(descriptor)) {
            Map<InsertStatement, List<NewRow>> alike = new LinkedHashMap<>();
            rows.forEach(row -> alike.computeIfAbsent(InsertStatement.of(work, table, row), each -> new ArrayList<>())
                    .add(row));
            alike.forEach(this::insert);
        }
        rows.forEach(NewRow::inserted);
    }

    private void insert(InsertStatement insert, List<NewRow> rows) {
        if (copy.isPresent() && copy.get().send(insert, rows, work)) {
            return;
        }
        String sql = insert.sql();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            InsertStatement.announce(statement, sql, rows.get(0), work);
            for (NewRow row : rows) {
                insert.bind(statement, row, work);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw InsertStatement.failure(e, rows.get(0), work);
        }
    }
}

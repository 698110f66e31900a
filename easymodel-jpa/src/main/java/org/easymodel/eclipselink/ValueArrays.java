package org.easymodel.eclipselink;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.easymodel.spi.ManyValues;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.jspecify.annotations.Nullable;

/** Finds the way in which a database takes any number of values at once, of the types that it can tell apart. */
final class ValueArrays {

    private static final Map<Class<?>, String> TYPES = Map.ofEntries(
            Map.entry(Long.class, "bigint"),
            Map.entry(Integer.class, "integer"),
            Map.entry(Short.class, "smallint"),
            Map.entry(BigInteger.class, "numeric"),
            Map.entry(BigDecimal.class, "numeric"),
            Map.entry(Double.class, "double precision"),
            Map.entry(String.class, "varchar"),
            Map.entry(UUID.class, "uuid"),
            Map.entry(LocalDate.class, "date"),
            Map.entry(LocalTime.class, "time"),
            Map.entry(LocalDateTime.class, "timestamp"));

    private ValueArrays() {}

    /** The values of an attribute; empty if the database has no way, or not for this attribute. */
    static Optional<ManyValues> of(
            AbstractSession session, ClassDescriptor entity, String path, Collection<?> values, boolean ignoreCase) {
        return mapping(entity, path).flatMap(mapping -> of(session, mapping, values, ignoreCase));
    }

    private static Optional<ManyValues> of(
            AbstractSession session, AbstractDirectMapping mapping, Collection<?> values, boolean ignoreCase) {
        boolean derby = session.getPlatform().isDerby();
        List<Object> written = new ArrayList<>(values.size());
        for (Object value : values) {
            if (!isOf(mapping, value)) {
                return Optional.empty();
            }
            Object plain = plain(mapping.getFieldValue(value, session));
            written.add(derby && plain instanceof UUID ? plain.toString() : plain);
        }
        Class<?> type = written.get(0) == null ? Void.class : written.get(0).getClass();
        if (written.stream().anyMatch(each -> each == null || each.getClass() != type)) {
            return Optional.empty();
        }
        boolean uuid = mapping.getAttributeClassification() == UUID.class && !derby;
        String sqlType = uuid ? "uuid" : TYPES.get(type);
        if (sqlType == null) {
            return Optional.empty();
        } else if (session.getPlatform().isPostgreSQL()) {
            return Optional.of(PostgresArray.of(sqlType, written, ignoreCase));
        } else if (session.getPlatform().isH2()) {
            return Optional.of(H2Arrays.of(written, ignoreCase));
        }
        return derby ? DerbyTable.of(sqlType, written, ignoreCase) : Optional.empty();
    }

    private static boolean isOf(AbstractDirectMapping mapping, Object value) {
        Class<?> type = mapping.getAttributeClassification();
        return type != null && (type.isInstance(value) || type.isPrimitive() && value instanceof Number);
    }

    /** Dates and times as what they are, without a zone. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof java.sql.Timestamp timestamp) {
            return timestamp.toLocalDateTime();
        } else if (value instanceof java.sql.Date date) {
            return date.toLocalDate();
        } else if (value instanceof java.sql.Time time) {
            return time.toLocalTime();
        }
        return value instanceof Character letter ? letter.toString() : value;
    }

    private static Optional<AbstractDirectMapping> mapping(ClassDescriptor entity, String path) {
        ClassDescriptor descriptor = entity;
        String[] names = path.split("\\.");
        for (int i = 0; i < names.length && descriptor != null; i++) {
            DatabaseMapping mapping = descriptor.getMappingForAttributeName(names[i]);
            if (i == names.length - 1) {
                return mapping instanceof AbstractDirectMapping direct ? Optional.of(direct) : Optional.empty();
            }
            descriptor = mapping == null ? null : mapping.getReferenceDescriptor();
        }
        return Optional.empty();
    }
}

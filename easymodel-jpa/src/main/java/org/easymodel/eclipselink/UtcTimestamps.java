package org.easymodel.eclipselink;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import org.easymodel.model.Timestamped;
import org.easymodel.model.UtcInstantConverter;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/** Keeps the points in time of {@link Timestamped} in timestamp columns of Coordinated Universal Time. */
final class UtcTimestamps implements Converter {

    private static final long serialVersionUID = 1L;

    private final transient UtcInstantConverter rule = new UtcInstantConverter();

    private UtcTimestamps() {}

    static void install(ClassDescriptor descriptor) {
        for (DatabaseMapping mapping : Lists.mappings(descriptor)) {
            if (mapping.isAbstractDirectMapping() && isOurs(descriptor.getJavaClass(), mapping.getAttributeName())) {
                AbstractDirectMapping direct = (AbstractDirectMapping) mapping;
                direct.setConverter(new UtcTimestamps());
                direct.setFieldClassification(LocalDateTime.class);
                direct.getField().setType(LocalDateTime.class);
            }
        }
    }

    private static boolean isOurs(Class<?> entity, String attribute) {
        Members members = Members.of(entity, attribute);
        return members.declaringClass()
                        .filter(type -> type == Timestamped.class)
                        .isPresent()
                && members.type().filter(type -> type == Instant.class).isPresent();
    }

    @Override
    public @Nullable Object convertObjectValueToDataValue(@Nullable Object value, Session session) {
        return rule.convertToDatabaseColumn((Instant) value);
    }

    @Override
    public @Nullable Object convertDataValueToObjectValue(@Nullable Object value, Session session) {
        return rule.convertToEntityAttribute(
                value instanceof Timestamp timestamp ? timestamp.toLocalDateTime() : (LocalDateTime) value);
    }

    @Override
    public boolean isMutable() {
        return false;
    }

    @Override
    public void initialize(DatabaseMapping mapping, Session session) {
        // The mapping is complete.
    }
}

package org.easymodel.eclipselink;

import java.sql.Types;
import java.util.UUID;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes UUID attributes that may be null. EclipseLink 4.0.9 fails when it reads such a null, and PostgreSQL
 * refuses the type with which it writes one.
 */
final class Uuids implements Converter {

    private static final long serialVersionUID = 1L;

    /** Named, not imported: EclipseLink 5 does not have it, and does not need this either. */
    private static final String REPLACED = "org.eclipse.persistence.mappings.converters.UUIDConverter";

    private Uuids() {}

    static void install(ClassDescriptor descriptor) {
        for (DatabaseMapping mapping : Lists.mappings(descriptor)) {
            if (mapping instanceof AbstractDirectMapping direct && isReplaced(direct.getConverter())) {
                direct.setConverter(new Uuids());
            }
        }
    }

    private static boolean isReplaced(@Nullable Converter converter) {
        return converter != null && converter.getClass().getName().equals(REPLACED);
    }

    @Override
    public @Nullable Object convertObjectValueToDataValue(@Nullable Object value, Session session) {
        return value == null ? null : value.toString();
    }

    @Override
    public @Nullable Object convertDataValueToObjectValue(@Nullable Object value, Session session) {
        return value == null ? null : UUID.fromString(value.toString().strip());
    }

    @Override
    public boolean isMutable() {
        return false;
    }

    /** The platform is known by now: Derby, which has no such type, keeps text. */
    @Override
    public void initialize(DatabaseMapping mapping, Session session) {
        mapping.getField().setSqlType(session.getPlatform().isDerby() ? Types.CHAR : Types.OTHER);
    }
}

package org.easymodel.eclipselink;

import java.sql.Types;
import java.util.UUID;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.eclipse.persistence.mappings.DirectMapMapping;
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

    private static final boolean IS_NEEDED = Converter.class.getResource("UUIDConverter.class") != null;

    private final transient DatabaseField column;
    private final boolean element;

    private Uuids(DatabaseField column, boolean element) {
        this.column = column;
        this.element = element;
    }

    static void install(ClassDescriptor descriptor) {
        for (DatabaseMapping mapping : Lists.mappings(descriptor)) {
            if (mapping instanceof AbstractDirectMapping direct && isReplaced(direct.getConverter())) {
                direct.setConverter(new Uuids(direct.getField(), false));
            } else if (mapping instanceof DirectCollectionMapping values) {
                install(values);
            }
        }
    }

    /** The elements of a collection are bound by their Java type alone, which must not be text then. */
    private static void install(DirectCollectionMapping values) {
        if (holdsUuids(values.getDirectField(), values.getValueConverter())) {
            values.setValueConverter(new Uuids(values.getDirectField(), true));
        }
        if (values instanceof DirectMapMapping map && holdsUuids(map.getDirectKeyField(), map.getKeyConverter())) {
            map.setKeyConverter(new Uuids(map.getDirectKeyField(), true));
        }
    }

    private static boolean holdsUuids(@Nullable DatabaseField column, @Nullable Converter converter) {
        boolean uuid = column != null
                && (column.getType() == UUID.class || UUID.class.getName().equals(column.getTypeName()));
        return column != null && (isReplaced(converter) || converter == null && uuid && IS_NEEDED);
    }

    private static boolean isReplaced(@Nullable Converter converter) {
        return converter != null && converter.getClass().getName().equals(REPLACED);
    }

    @Override
    public @Nullable Object convertObjectValueToDataValue(@Nullable Object value, Session session) {
        if (value == null || element && !session.getPlatform().isDerby()) {
            return value;
        }
        return value.toString();
    }

    @Override
    public @Nullable Object convertDataValueToObjectValue(@Nullable Object value, Session session) {
        return value == null ? null : UUID.fromString(value.toString().strip());
    }

    @Override
    public boolean isMutable() {
        return false;
    }

    /**
     * The platform is known by now: Derby, which has no such type, keeps text. The column is by now shared with a
     * relationship over it, and then another object than before.
     */
    @Override
    public void initialize(DatabaseMapping mapping, Session session) {
        if (!element) {
            int type = session.getPlatform().isDerby() ? Types.CHAR : Types.OTHER;
            column.setSqlType(type);
            if (mapping instanceof AbstractDirectMapping direct) {
                direct.getField().setSqlType(type);
            }
        } else if (!session.getPlatform().isDerby()) {
            column.setType(UUID.class);
        }
    }
}

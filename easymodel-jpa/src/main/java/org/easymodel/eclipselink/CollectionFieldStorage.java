package org.easymodel.eclipselink;

import java.lang.reflect.Field;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps the entities of a to-many relationship in a {@code @Transient} field of the application. */
final class CollectionFieldStorage implements RelationshipStorage {

    private final Field field;

    CollectionFieldStorage(Field field) {
        this.field = field;
        field.setAccessible(true);
    }

    @Override
    public @Nullable Object read(Object entity) {
        return Fields.get(field, entity);
    }

    @Override
    public void write(Object entity, @Nullable Object value) {
        Fields.set(field, entity, value);
    }

    @Override
    public boolean loadsWhenRead() {
        return true;
    }

    @Override
    public boolean isSet() {
        return field.getType() == Set.class;
    }
}

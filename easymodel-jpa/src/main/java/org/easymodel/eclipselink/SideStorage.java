package org.easymodel.eclipselink;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps relationships beside the entity, for classes that have no place for them; the entity does not see them. */
final class SideStorage implements RelationshipStorage {

    private static final WeakIdentityMap<Map<String, Object>> VALUES = new WeakIdentityMap<>();

    private final String attribute;

    SideStorage(String attribute) {
        this.attribute = attribute;
    }

    @Override
    public @Nullable Object read(Object entity) {
        Map<String, Object> values = VALUES.get(entity);
        return values == null ? null : values.get(attribute);
    }

    @Override
    public void write(Object entity, @Nullable Object value) {
        if (value == null) {
            Map<String, Object> values = VALUES.get(entity);
            if (values != null) {
                values.remove(attribute);
            }
        } else {
            VALUES.computeIfAbsent(entity, ConcurrentHashMap::new).put(attribute, value);
        }
    }
}

package org.easymodel.eclipselink;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.persistence.descriptors.changetracking.ChangeTracker;
import org.eclipse.persistence.indirection.IndirectContainer;
import org.eclipse.persistence.indirection.ValueHolder;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.eclipse.persistence.internal.indirection.DatabaseValueHolder;
import org.jspecify.annotations.Nullable;

/**
 * Keeps relationships beside the entity, for classes that have no place for them; the entity does not see them. What EclipseLink
 * puts there leads to its unit of work and so to the entity itself, which nothing could collect then: whoever ends a
 * persistence context settles or forgets the entities of it.
 */
final class SideStorage implements RelationshipStorage {

    private static final WeakIdentityMap<Map<String, Object>> VALUES = new WeakIdentityMap<>();

    private static final Object UNLOADED = new Object();

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

    /** Nobody asks for the relationships of this entity any more. */
    static void forget(Object entity) {
        VALUES.remove(entity);
    }

    /** Keeps what is loaded of an entity that leaves its persistence context, and nothing that leads there. */
    static void settle(Object entity) {
        Map<String, Object> values = VALUES.get(entity);
        if (values != null) {
            values.replaceAll((attribute, value) -> settled(value));
            values.values().removeIf(UNLOADED::equals);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object settled(Object value) {
        if (value instanceof IndirectContainer container) {
            if (value instanceof ChangeTracker tracker) {
                tracker._persistence_setPropertyChangeListener(null);
            }
            ValueHolderInterface<?> holder = container.getValueHolder();
            if (holder instanceof DatabaseValueHolder<?>) {
                if (!container.isInstantiated()) {
                    return UNLOADED;
                }
                container.setValueHolder(new ValueHolder<>(holder.getValue()));
            }
            return container;
        }
        if (value instanceof DatabaseValueHolder<?> holder) {
            return holder.isInstantiated() ? new ValueHolder<>(holder.getValue()) : UNLOADED;
        }
        return value;
    }
}

package org.easymodel.eclipselink;

import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import org.eclipse.persistence.indirection.ValueHolder;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the entity of a to-one relationship in a plain {@code @Transient} field of the application, and its value holder
 * beside the entity. What the application assigns to the field wins.
 */
final class FieldStorage implements RelationshipStorage {

    private final Field field;
    private final SideStorage holders;

    FieldStorage(Field field) {
        this.field = field;
        this.holders = new SideStorage(field.getName());
        field.setAccessible(true);
    }

    @Override
    public @Nullable Object read(Object entity) {
        Object assigned = Fields.get(field, entity);
        ValueHolderInterface<?> holder = (ValueHolderInterface<?>) holders.read(entity);
        if (holder == null) {
            return assigned == null ? null : keep(entity, assigned);
        }
        boolean loaded = holder.isInstantiated();
        if (assigned != null && (!loaded || holder.getValue() != assigned)) {
            return keep(entity, assigned);
        }
        boolean published = holder instanceof Published;
        return assigned == null && published && holder.getValue() != null ? keep(entity, null) : holder;
    }

    @Override
    public void write(Object entity, @Nullable Object value) {
        ValueHolderInterface<?> holder = (ValueHolderInterface<?>) value;
        holders.write(entity, holder);
        Fields.set(field, entity, holder instanceof Published ? holder.getValue() : null);
        publish(entity);
    }

    @Override
    public void publish(Object entity) {
        ValueHolderInterface<?> holder = (ValueHolderInterface<?>) holders.read(entity);
        if (holder != null && holder.isInstantiated() && !(holder instanceof Published)) {
            Fields.set(field, entity, keep(entity, holder.getValue()).getValue());
        }
    }

    private ValueHolderInterface<?> keep(Object entity, @Nullable Object value) {
        Published holder = new Published(value);
        holders.write(entity, holder);
        return holder;
    }

    /** A holder whose value the field has shown, and keeps: the value may lead back to the entity. */
    private static final class Published extends ValueHolder<Object> {

        private static final long serialVersionUID = 1L;

        private transient WeakReference<Object> shown;

        Published(@Nullable Object value) {
            shown = new WeakReference<>(value);
        }

        @Override
        public @Nullable Object getValue() {
            return shown.get();
        }

        @Override
        public void setValue(@Nullable Object value) {
            shown = new WeakReference<>(value);
        }

        @Override
        public Object clone() {
            return new Published(getValue());
        }
    }
}

package org.easymodel.eclipselink;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import org.easymodel.model.EasyModel;
import org.easymodel.model.RelationshipSlot;
import org.eclipse.persistence.indirection.IndirectContainer;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.jspecify.annotations.Nullable;

/** Keeps relationships in the base class {@link EasyModel}, where {@code related} and {@code relatedList} read them. */
final class EasyModelStorage implements RelationshipStorage {

    private static final MethodHandle SLOTS = slots();

    private final String attribute;

    EasyModelStorage(String attribute) {
        this.attribute = attribute;
    }

    @Override
    public @Nullable Object read(Object entity) {
        return slotsOf(entity).get(attribute) instanceof Slot slot ? slot.value : null;
    }

    @Override
    public void write(Object entity, @Nullable Object value) {
        if (value == null) {
            slotsOf(entity).remove(attribute);
        } else {
            slotsOf(entity).put(attribute, new Slot(value));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, RelationshipSlot> slotsOf(Object entity) {
        try {
            return (Map<String, RelationshipSlot>) SLOTS.invoke((EasyModel) entity);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("EasyModel cannot be read", e);
        }
    }

    private static MethodHandle slots() {
        try {
            return MethodHandles.privateLookupIn(EasyModel.class, MethodHandles.lookup())
                    .findVirtual(EasyModel.class, "relationshipSlots", MethodType.methodType(Map.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("EasyModel has another form than this library expects", e);
        }
    }

    private record Slot(Object value) implements RelationshipSlot {

        @Override
        public boolean isLoaded() {
            if (value instanceof ValueHolderInterface<?> holder) {
                return holder.isInstantiated();
            }
            return !(value instanceof IndirectContainer<?> container) || container.isInstantiated();
        }

        @Override
        public @Nullable Object value() {
            return value instanceof ValueHolderInterface<?> holder ? holder.getValue() : value;
        }
    }
}

package org.easymodel.eclipselink;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.eclipse.persistence.indirection.IndirectContainer;
import org.eclipse.persistence.indirection.IndirectList;
import org.eclipse.persistence.indirection.ValueHolder;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.jspecify.annotations.Nullable;

/**
 * A relationship that EclipseLink knows nothing of. Its value is kept as that of any other inferred relationship, but only
 * this library ever loads it.
 *
 * @param attribute the attribute that holds it
 * @param storage where its values are
 * @param toMany whether the other end is a collection
 */
record UnmappedRelationship(String attribute, RelationshipStorage storage, boolean toMany) {

    /** The value as it is kept; null if it was neither loaded nor set nor sealed. */
    @Nullable
    Object raw(Object entity) {
        storage.publish(entity);
        return storage.read(entity);
    }

    boolean isLoaded(Object entity) {
        Object raw = raw(entity);
        if (raw instanceof ValueHolderInterface<?> holder) {
            return holder.isInstantiated();
        }
        return raw != null && (!(raw instanceof IndirectContainer<?> container) || container.isInstantiated());
    }

    /** The value; what was never loaded is empty, and what is sealed throws. */
    @Nullable
    Object get(Object entity) {
        Object raw = raw(entity);
        if (raw instanceof ValueHolderInterface<?> holder) {
            return holder.getValue();
        }
        if (raw instanceof IndirectContainer<?> container) {
            container.getValueHolder().getValue();
        }
        return raw == null && toMany ? (storage.isSet() ? Set.of() : List.of()) : raw;
    }

    void set(Object entity, @Nullable Object value) {
        if (toMany) {
            Collection<?> several = value == null ? List.of() : (Collection<?>) value;
            storage.write(
                    entity,
                    storage.isSet() ? new LinkedIndirectSet<>(several) : new IndirectList<>(new ArrayList<>(several)));
        } else {
            storage.write(entity, new ValueHolder<>(value));
            storage.publish(entity);
        }
    }

    /** Lets it be as if it had never been loaded or set. */
    void forget(Object entity) {
        storage.write(entity, null);
    }

    /** Sees to it that reading what was not loaded fails. */
    void seal(Object entity, String alias) {
        SealedHolder holder = new SealedHolder(alias, attribute);
        storage.write(entity, toMany ? holder.collection(storage.isSet()) : holder);
    }
}

package org.easymodel.eclipselink;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.indirection.IndirectContainer;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.queries.FetchGroupTracker;
import org.jspecify.annotations.Nullable;

/**
 * Turns entities into results: what is loaded is shown, what is not is sealed. Walks everything that can be reached over
 * loaded relationships, without recursion.
 */
final class ResultSealer {

    private final AbstractSession session;
    private final UnmappedRelationships unmapped;

    ResultSealer(AbstractSession session, UnmappedRelationships unmapped) {
        this.session = session;
        this.unmapped = unmapped;
    }

    /** Everything that was reached. */
    Set<Object> seal(Collection<?> entities) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> open = new ArrayDeque<>();
        visit(entities, seen, open);
        while (!open.isEmpty()) {
            Object entity = open.pop();
            ClassDescriptor descriptor = session.getDescriptors().get(entity.getClass());
            if (descriptor != null) {
                sealAttributes(entity, descriptor.getAlias());
                for (DatabaseMapping mapping : Lists.mappings(descriptor)) {
                    if (mapping instanceof ForeignReferenceMapping reference) {
                        seal(entity, reference, descriptor.getAlias(), seen, open);
                    }
                }
                unmapped.of(entity.getClass()).forEach(each -> seal(entity, each, descriptor.getAlias(), seen, open));
            }
        }
        return seen;
    }

    private static void sealAttributes(Object entity, String alias) {
        if (entity instanceof FetchGroupTracker tracker && tracker._persistence_getFetchGroup() != null) {
            Set<String> fetched = tracker._persistence_getFetchGroup().getAttributeNames();
            tracker._persistence_setFetchGroup(new SealedFetchGroup(alias, fetched));
        }
    }

    private void seal(
            Object entity, ForeignReferenceMapping mapping, String alias, Set<Object> seen, Deque<Object> open) {
        Object raw = raw(entity, mapping);
        if (raw == null && mapping.getAttributeAccessor() instanceof RelationshipAccessor) {
            SealedHolder holder = new SealedHolder(alias, mapping.getAttributeName());
            boolean set = mapping.getAttributeAccessor().getAttributeClass() == Set.class;
            mapping.setAttributeValueInObject(entity, mapping.isCollectionMapping() ? holder.collection(set) : holder);
        } else if (raw instanceof IndirectContainer<?> container && !container.isInstantiated()) {
            sealContainer(container, new SealedHolder(alias, mapping.getAttributeName()));
        } else if (raw instanceof ValueHolderInterface<?> holder && !holder.isInstantiated()) {
            mapping.setAttributeValueInObject(entity, new SealedHolder(alias, mapping.getAttributeName()));
        } else if (raw != null) {
            descend(mapping.getRealAttributeValueFromObject(entity, session), seen, open);
        }
    }

    private static void seal(
            Object entity, UnmappedRelationship relationship, String alias, Set<Object> seen, Deque<Object> open) {
        if (relationship.raw(entity) == null) {
            relationship.seal(entity, alias);
        } else if (relationship.isLoaded(entity)) {
            descend(relationship.get(entity), seen, open);
        }
    }

    /** The value as it is kept: asked for an inferred one that was never set, the mapping would make an empty one up. */
    private static @Nullable Object raw(Object entity, ForeignReferenceMapping mapping) {
        if (mapping.getAttributeAccessor() instanceof RelationshipAccessor accessor) {
            accessor.publish(entity);
            return accessor.getAttributeValueFromObject(entity);
        }
        return mapping.getAttributeValueFromObject(entity);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void sealContainer(IndirectContainer container, SealedHolder holder) {
        container.setValueHolder(holder);
    }

    private static void descend(Object value, Set<Object> seen, Deque<Object> open) {
        if (value instanceof Collection<?> collection) {
            visit(collection, seen, open);
        } else if (value instanceof Map<?, ?> map) {
            visit(map.values(), seen, open);
        } else if (value != null && seen.add(value)) {
            open.push(value);
        }
    }

    private static void visit(Collection<?> entities, Set<Object> seen, Deque<Object> open) {
        for (Object entity : entities) {
            if (entity != null && seen.add(entity)) {
                open.push(entity);
            }
        }
    }
}

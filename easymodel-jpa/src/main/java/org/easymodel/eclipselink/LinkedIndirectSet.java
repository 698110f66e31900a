package org.easymodel.eclipselink;

import java.util.Collection;
import java.util.LinkedHashSet;
import org.eclipse.persistence.indirection.IndirectSet;
import org.eclipse.persistence.indirection.ValueHolder;
import org.eclipse.persistence.internal.indirection.TransparentIndirectionPolicy;
import org.eclipse.persistence.internal.queries.ContainerPolicy;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.queries.ReadAllQuery;

/**
 * The set of an inferred relationship: it keeps the order in which the rows were read, that of their ids.
 *
 * @param <E> the entities
 */
public final class LinkedIndirectSet<E> extends IndirectSet<E> {

    private static final long serialVersionUID = 1L;

    /** Called by EclipseLink. */
    public LinkedIndirectSet() {
        setValueHolder(new ValueHolder<>(new LinkedHashSet<>()));
    }

    /**
     * Called by EclipseLink.
     *
     * @param initialCapacity how many entities it will have
     */
    public LinkedIndirectSet(int initialCapacity) {
        this();
    }

    /**
     * Called by EclipseLink.
     *
     * @param entities what it will have
     */
    public LinkedIndirectSet(Collection<? extends E> entities) {
        setValueHolder(new ValueHolder<>(new LinkedHashSet<>(entities)));
    }

    static void use(CollectionMapping mapping) {
        mapping.setIndirectionPolicy(new TransparentIndirectionPolicy());
        mapping.useCollectionClass(LinkedIndirectSet.class);
        ((ReadAllQuery) mapping.getSelectionQuery())
                .setContainerPolicy(ContainerPolicy.buildPolicyFor(LinkedHashSet.class));
    }
}

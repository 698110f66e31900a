package org.easymodel.eclipselink;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.eclipse.persistence.internal.indirection.BatchValueHolder;
import org.eclipse.persistence.internal.indirection.WrappingValueHolder;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;

/**
 * Loads an inferred relationship of rows that the persistence context has had before a query asked for it. EclipseLink leaves
 * them as they are, and would load each by a statement of its own.
 */
record LateTargets(RelatedEntity related, UnitOfWorkImpl unitOfWork) {

    void load(Collection<?> entities) {
        List<Object> late = new ArrayList<>();
        Set<List<Object>> keys = new LinkedHashSet<>();
        for (Object entity : entities) {
            if (isLate(entity)) {
                late.add(entity);
                List<Object> held = related.held(entity);
                if (RelatedEntity.isComplete(held) && related.known(entity, unitOfWork) == null) {
                    keys.add(held);
                }
            }
        }
        related.readAll(keys, unitOfWork);
        late.forEach(entity -> related.show(entity, related.known(entity, unitOfWork)));
    }

    private boolean isLate(Object entity) {
        return related.mapping().getDescriptor().getJavaClass().isInstance(entity)
                && related.mapping().getAttributeValueFromObject(entity) instanceof ValueHolderInterface<?> holder
                && !holder.isInstantiated()
                && !(wrapped(holder) instanceof BatchValueHolder);
    }

    private static ValueHolderInterface<?> wrapped(ValueHolderInterface<?> holder) {
        return holder instanceof WrappingValueHolder<?> wrapping && wrapping.getWrappedValueHolder() != null
                ? wrapping.getWrappedValueHolder()
                : holder;
    }
}

package org.easymodel.eclipselink;

import java.io.Serializable;
import java.lang.StackWalker.StackFrame;
import java.util.Optional;
import org.eclipse.persistence.indirection.IndirectContainer;
import org.eclipse.persistence.indirection.IndirectList;
import org.eclipse.persistence.indirection.WeavedAttributeValueHolderInterface;
import org.jspecify.annotations.Nullable;

/**
 * The value holder of a relationship that a result does not contain: it never goes to the database, and reading it fails
 * with the path to include. It counts as not instantiated, so that merging the entity leaves the relationship alone.
 */
final class SealedHolder implements WeavedAttributeValueHolderInterface<Object>, Serializable {

    private static final long serialVersionUID = 1L;

    private final String entity;
    private final String attribute;
    private boolean assigned;
    private @Nullable Object value;

    SealedHolder(String entity, String attribute) {
        this.entity = entity;
        this.attribute = attribute;
    }

    /** A collection that fails as the holder does. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    IndirectContainer<?> collection(boolean set) {
        IndirectContainer container = set ? new LinkedIndirectSet<>() : new IndirectList<>();
        container.setValueHolder(this);
        return container;
    }

    @Override
    public Object clone() {
        return new SealedHolder(entity, attribute);
    }

    @Override
    public @Nullable Object getValue() {
        if (assigned) {
            return value;
        }
        if (calledByWovenSetter()) {
            return null;
        }
        throw Problems.notLoaded(entity, attribute);
    }

    /** A woven setter reads the old value before it assigns the new one. */
    private static boolean calledByWovenSetter() {
        Optional<StackFrame> caller =
                StackWalker.getInstance().walk(frames -> frames.skip(2).findFirst());
        return caller.filter(frame -> frame.getMethodName().startsWith("_persistence_set"))
                .isPresent();
    }

    @Override
    public boolean isInstantiated() {
        return assigned;
    }

    @Override
    public void setValue(@Nullable Object newValue) {
        value = newValue;
        assigned = true;
    }

    @Override
    public boolean isCoordinatedWithProperty() {
        return assigned;
    }

    @Override
    public void setIsCoordinatedWithProperty(boolean coordinated) {
        // The value is the property's as soon as it is assigned.
    }

    @Override
    public boolean isNewlyWeavedValueHolder() {
        return false;
    }

    @Override
    public void setIsNewlyWeavedValueHolder(boolean newly) {
        // It stands for a row that was read.
    }

    @Override
    public boolean shouldAllowInstantiationDeferral() {
        return false;
    }
}

package org.easymodel.eclipselink;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.eclipse.persistence.internal.descriptors.VirtualAttributeAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes an inferred relationship in its {@link RelationshipStorage}.
 *
 * <p>It counts as a method accessor, because EclipseLink replaces any other accessor of a woven class by one that calls
 * woven code, and the weaver has never heard of this attribute.
 */
public final class RelationshipAccessor extends VirtualAttributeAccessor {

    private static final long serialVersionUID = 1L;

    private final transient RelationshipStorage storage;
    private final Class<?> declaredType;

    RelationshipAccessor(String attribute, RelationshipStorage storage, boolean toMany) {
        setAttributeName(attribute);
        this.storage = storage;
        Class<?> collection = storage.isSet() ? Set.class : List.class;
        this.declaredType = toMany ? collection : ValueHolderInterface.class;
    }

    void publish(Object entity) {
        storage.publish(entity);
    }

    /** Whether the application loads the relationship by reading it, while its persistence context is open. */
    boolean loadsWhenRead() {
        return storage.loadsWhenRead();
    }

    @Override
    public @Nullable Object getAttributeValueFromObject(Object entity) {
        return storage.read(entity);
    }

    @Override
    public void setAttributeValueInObject(Object entity, @Nullable Object value) {
        storage.write(entity, value);
    }

    @Override
    public Class<?> getAttributeClass() {
        return declaredType;
    }

    @Override
    public Class<?> getGetMethodReturnType() {
        return declaredType;
    }

    @Override
    public Class<?> getSetMethodParameterType() {
        return declaredType;
    }

    /** Any method: the metamodel asks for a member, and there is none. */
    @Override
    public Method getGetMethod() {
        try {
            return RelationshipStorage.class.getDeclaredMethod("read", Object.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("RelationshipStorage has a method 'read'", e);
        }
    }

    @Override
    public void initializeAttributes(Class<?> entityClass) {
        // There is no method to look up.
    }
}

package org.easymodel.eclipselink;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.internal.queries.DatasourceCallQueryMechanism;
import org.eclipse.persistence.mappings.DatabaseMapping;

/**
 * The lists that EclipseLink gives as {@code Vector} up to version 4 and as {@code List} from version 5 on. A compiled call
 * names the type of the result, so that one class file can serve both only through method handles.
 */
public final class Lists {

    private static final MethodHandle MAPPINGS = getter(ClassDescriptor.class, "getMappings");
    private static final MethodHandle TABLES = getter(ClassDescriptor.class, "getTables");
    private static final MethodHandle CALLS = getter(DatasourceCallQueryMechanism.class, "getCalls");

    private static final Map<List<Object>, MethodHandle> COLUMNS = new ConcurrentHashMap<>();

    private Lists() {}

    @SuppressWarnings("unchecked")
    public static List<DatabaseMapping> mappings(ClassDescriptor descriptor) {
        return (List<DatabaseMapping>) call(MAPPINGS, descriptor);
    }

    @SuppressWarnings("unchecked")
    public static List<DatabaseTable> tables(ClassDescriptor descriptor) {
        return (List<DatabaseTable>) call(TABLES, descriptor);
    }

    /** The statements of a query that needs more than one. */
    static List<?> calls(DatasourceCallQueryMechanism mechanism) {
        return call(CALLS, mechanism);
    }

    /**
     * The columns that a mapping gives.
     *
     * @param owner the mapping, or the mechanism of its table
     * @param getter the name of the getter, such as {@code getForeignKeyFields}
     */
    @SuppressWarnings("unchecked")
    public static List<DatabaseField> columns(Object owner, String getter) {
        MethodHandle handle =
                COLUMNS.computeIfAbsent(List.of(owner.getClass(), getter), key -> getter(owner.getClass(), getter));
        return (List<DatabaseField>) call(handle, owner);
    }

    private static MethodHandle getter(Class<?> owner, String name) {
        try {
            return MethodHandles.publicLookup()
                    .unreflect(publicOwner(owner).getMethod(name))
                    .asType(MethodType.methodType(List.class, Object.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("EclipseLink has no public " + owner.getName() + "." + name, e);
        }
    }

    /** A class of this package is not public, but what it inherits is. */
    private static Class<?> publicOwner(Class<?> owner) {
        Class<?> each = owner;
        while (!java.lang.reflect.Modifier.isPublic(each.getModifiers())) {
            each = each.getSuperclass();
        }
        return each;
    }

    private static List<?> call(MethodHandle getter, Object owner) {
        try {
            return (List<?>) (List) getter.invokeExact(owner);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("EclipseLink's getter failed", e);
        }
    }
}

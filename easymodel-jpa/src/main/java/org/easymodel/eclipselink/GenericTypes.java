package org.easymodel.eclipselink;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a type variable of a generic superclass stands for in a class that extends it. */
final class GenericTypes {

    private GenericTypes() {}

    /** The class that a declared type is in an entity class; empty if the entity leaves it open. */
    static Optional<Class<?>> in(Class<?> entity, Type declared) {
        Type type = declared;
        Map<TypeVariable<?>, Type> arguments = arguments(entity);
        while (type instanceof TypeVariable<?> variable && arguments.containsKey(variable)) {
            type = arguments.get(variable);
        }
        return type instanceof Class<?> known ? Optional.of(known) : Optional.empty();
    }

    private static Map<TypeVariable<?>, Type> arguments(Class<?> entity) {
        Map<TypeVariable<?>, Type> arguments = new HashMap<>();
        for (Class<?> each = entity; each != null; each = each.getSuperclass()) {
            if (each.getGenericSuperclass() instanceof ParameterizedType parameterized) {
                TypeVariable<?>[] variables = each.getSuperclass().getTypeParameters();
                for (int i = 0; i < variables.length; i++) {
                    arguments.put(variables[i], parameterized.getActualTypeArguments()[i]);
                }
            }
        }
        return arguments;
    }
}

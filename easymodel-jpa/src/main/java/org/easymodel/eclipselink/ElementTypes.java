package org.easymodel.eclipselink;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Optional;

/** What the elements of a collection or an array are. */
final class ElementTypes {

    private ElementTypes() {}

    /** The class of the elements of a member of an entity class; empty if its type does not say or has none. */
    static Optional<Class<?>> of(Class<?> entity, Type member) {
        if (member instanceof Class<?> type) {
            return Optional.ofNullable(type.getComponentType());
        }
        if (member instanceof GenericArrayType array) {
            return known(entity, array.getGenericComponentType());
        }
        return member instanceof ParameterizedType parameterized && parameterized.getActualTypeArguments().length == 1
                ? known(entity, parameterized.getActualTypeArguments()[0])
                : Optional.empty();
    }

    private static Optional<Class<?>> known(Class<?> entity, Type element) {
        return element instanceof WildcardType wildcard
                ? known(entity, wildcard.getUpperBounds()[0])
                : GenericTypes.in(entity, element);
    }
}

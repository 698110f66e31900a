package org.easymodel.eclipselink.scan;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;
import org.easymodel.eclipselink.Members;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.eclipse.persistence.mappings.DirectMapMapping;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;

/** Finds what is bound to the columns of the mappings that hold plain values. */
final class DirectColumns {

    private DirectColumns() {}

    static DirectColumn of(MappedAttribute attribute, AbstractDirectMapping mapping) {
        return DirectColumn.of(
                mapping.getField(), mapping.getConverter(), mapping.getAttributeClassification(), attribute.members());
    }

    /** The elements of a collection, or the values of a map. */
    static DirectColumn element(MappedAttribute attribute, DirectCollectionMapping mapping) {
        int position = mapping.isDirectMapMapping() ? 1 : 0;
        return DirectColumn.of(
                mapping.getDirectField(),
                mapping.getValueConverter(),
                typeArgument(attribute, position),
                Optional.empty());
    }

    /** The keys of a map of plain values. */
    static DirectColumn key(MappedAttribute attribute, DirectMapMapping mapping) {
        return DirectColumn.of(
                mapping.getDirectKeyField(), mapping.getKeyConverter(), typeArgument(attribute, 0), Optional.empty());
    }

    private static Class<?> typeArgument(MappedAttribute attribute, int position) {
        return attribute
                .members()
                .flatMap(DirectColumns::genericType)
                .filter(ParameterizedType.class::isInstance)
                .map(type -> ((ParameterizedType) type).getActualTypeArguments())
                .filter(arguments -> arguments.length > position)
                .map(arguments -> arguments[position])
                .<Class<?>>map(type -> type instanceof Class<?> plain ? plain : Object.class)
                .orElse(Object.class);
    }

    private static Optional<Type> genericType(Members members) {
        return members.field().map(Field::getGenericType).or(() -> members.getter()
                .map(Method::getGenericReturnType));
    }
}

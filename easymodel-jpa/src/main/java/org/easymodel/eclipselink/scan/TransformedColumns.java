package org.easymodel.eclipselink.scan;

import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.easymodel.failure.Problem;
import org.easymodel.schema.ColumnType;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.descriptors.MethodBasedFieldTransformation;
import org.eclipse.persistence.internal.descriptors.TransformerBasedFieldTransformation;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.TransformationMapping;
import org.eclipse.persistence.mappings.transformers.FieldTransformer;

/** The columns of an attribute that is computed: of the types that its methods return. */
final class TransformedColumns {

    private TransformedColumns() {}

    static Map<DatabaseField, ColumnType> of(
            TransformationMapping mapping, ClassDescriptor descriptor, String place, Consumer<Problem> warnings) {
        Map<DatabaseField, ColumnType> types = new LinkedHashMap<>();
        mapping.getFieldTransformations().forEach(transformation -> {
            Optional<Class<?>> returned = Optional.empty();
            if (transformation instanceof MethodBasedFieldTransformation byMethod) {
                returned = returned(descriptor.getJavaClass(), byMethod.getMethodName());
            } else if (transformation instanceof TransformerBasedFieldTransformation byClass) {
                returned = Optional.ofNullable(byClass.getTransformerClass())
                        .flatMap(type -> returned(type, "buildFieldValue"));
            }
            DatabaseField field = transformation.getField();
            types.put(
                    field,
                    DirectColumn.of(field, null, returned.orElse(null), Optional.empty())
                            .type(place, warnings));
        });
        return types;
    }

    /** The narrowest type that a method of that name returns. */
    private static Optional<Class<?>> returned(Class<?> type, String method) {
        return Stream.<Class<?>>iterate(type, each -> each != null && each != Object.class, Class::getSuperclass)
                .flatMap(each -> Stream.of(each.getDeclaredMethods()))
                .filter(each -> each.getName().equals(method) && !each.isBridge())
                .<Class<?>>map(Method::getReturnType)
                .filter(returned -> returned != Object.class && returned != FieldTransformer.class)
                .findFirst();
    }
}

package org.easymodel.eclipselink.scan;

import java.util.Map;
import java.util.Optional;
import org.easymodel.eclipselink.TextLength;
import org.easymodel.schema.ColumnType;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.VariableOneToOneMapping;

/** The type of a key that leads to any entity of an interface: that of the entities' ids. */
final class VariableKeys {

    private VariableKeys() {}

    static ColumnType type(VariableOneToOneMapping mapping, DatabaseField key, FieldTypes types) {
        return queryKey(mapping, key)
                .flatMap(name -> implementor(mapping)
                        .flatMap(entity -> Optional.ofNullable(entity.getMappingForAttributeName(name))
                                .map(DatabaseMapping::getField)
                                .map(target -> types.ofKey(key, entity, target))))
                .or(() -> implementor(mapping)
                        .filter(entity -> entity.getPrimaryKeyFields().size() == 1)
                        .map(entity -> types.ofKey(
                                key, entity, entity.getPrimaryKeyFields().get(0))))
                .orElse(ColumnType.string(TextLength.USUAL));
    }

    private static Optional<String> queryKey(VariableOneToOneMapping mapping, DatabaseField key) {
        Map<?, ?> names = mapping.getSourceToTargetQueryKeyNames();
        return Optional.ofNullable(names.get(key)).map(Object::toString);
    }

    private static Optional<ClassDescriptor> implementor(VariableOneToOneMapping mapping) {
        ClassDescriptor target = mapping.getReferenceDescriptor();
        if (target == null || !target.hasInterfacePolicy()) {
            return Optional.ofNullable(target);
        }
        return target.getInterfacePolicy().getChildDescriptors().stream()
                .min(java.util.Comparator.comparing(ClassDescriptor::getJavaClassName));
    }
}

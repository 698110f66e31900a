package org.easymodel.eclipselink.scan;

import java.util.Map;
import org.easymodel.schema.ColumnType;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;

/** The column that tells the class of each row. */
final class Discriminators {

    /** What Jakarta Persistence gives a discriminator of type STRING, section 11.1.12. */
    private static final int USUAL_LENGTH = 31;

    private Discriminators() {}

    static ColumnType type(ClassDescriptor descriptor, DatabaseField indicator) {
        return ColumnDefinition.of(indicator)
                .map(ColumnDefinition::type)
                .orElseGet(() -> logicalType(descriptor, indicator));
    }

    private static ColumnType logicalType(ClassDescriptor descriptor, DatabaseField indicator) {
        Class<?> type = indicator.getType();
        if (type == Integer.class || type == int.class) {
            return ColumnType.of(ColumnType.Kind.INT32);
        }
        if (type == Character.class || type == char.class) {
            return ColumnType.of(ColumnType.Kind.CHAR, 1);
        }
        int length = indicator.getLength() == 0 ? USUAL_LENGTH : indicator.getLength();
        return ColumnType.string(Math.max(length, longest(descriptor)));
    }

    /** The longest value, since a class may be named longer than the usual length. */
    private static int longest(ClassDescriptor descriptor) {
        Map<?, ?> values = Hierarchy.root(descriptor).getInheritancePolicy().getClassIndicatorMapping();
        return values.values().stream()
                .filter(String.class::isInstance)
                .mapToInt(value -> ((String) value).length())
                .max()
                .orElse(0);
    }
}

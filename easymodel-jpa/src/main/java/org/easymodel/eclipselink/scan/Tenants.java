package org.easymodel.eclipselink.scan;

import java.util.List;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.SingleTableMultitenantPolicy;
import org.eclipse.persistence.internal.helper.DatabaseField;

/** The columns that tell the tenant of each row. */
final class Tenants {

    private Tenants() {}

    /** The columns that no attribute shows; each row must have a value in them. */
    static List<DatabaseField> fields(ClassDescriptor descriptor) {
        return descriptor.getMultitenantPolicy() instanceof SingleTableMultitenantPolicy policy
                ? policy.getTenantDiscriminatorFields().keySet().stream()
                        .filter(field -> field.hasTableName()
                                && descriptor.getObjectBuilder().getMappingForField(field) == null)
                        .toList()
                : List.of();
    }
}

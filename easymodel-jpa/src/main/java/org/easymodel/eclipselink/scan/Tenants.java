package org.easymodel.eclipselink.scan;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.SingleTableMultitenantPolicy;
import org.eclipse.persistence.internal.helper.DatabaseField;

/** The columns that tell the tenant of each row. */
final class Tenants {

    private Tenants() {}

    /** Each column, and whether it must have a value. */
    static Map<DatabaseField, Boolean> fields(ClassDescriptor descriptor) {
        Map<DatabaseField, Boolean> fields = new LinkedHashMap<>();
        if (descriptor.getMultitenantPolicy() instanceof SingleTableMultitenantPolicy policy) {
            policy.getTenantDiscriminatorFields().keySet().forEach(field -> {
                if (field.hasTableName() && descriptor.getObjectBuilder().getMappingForField(field) == null) {
                    fields.put(field, true);
                }
            });
        }
        return fields;
    }
}

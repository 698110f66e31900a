package org.easymodel.eclipselink.scan;

import org.eclipse.persistence.descriptors.ClassDescriptor;

/** Where an entity stands among the classes that it inherits from. */
final class Hierarchy {

    private Hierarchy() {}

    /** The first class of a hierarchy in one table or in joined ones; any other entity itself. */
    static ClassDescriptor root(ClassDescriptor descriptor) {
        return descriptor.hasInheritance() ? descriptor.getInheritancePolicy().getRootParentDescriptor() : descriptor;
    }

    /** The first class of a hierarchy with a table per class; any other entity itself. */
    static ClassDescriptor tablePerClassRoot(ClassDescriptor descriptor) {
        if (!descriptor.hasTablePerClassPolicy()) {
            return descriptor;
        }
        return descriptor.getTablePerClassPolicy().getParentDescriptors().stream()
                .filter(ClassDescriptor::hasTablePerClassPolicy)
                .findFirst()
                .map(Hierarchy::tablePerClassRoot)
                .orElse(descriptor);
    }

    /** Whether the rows of an entity and its subclasses are in several tables, none of which has them all. */
    static boolean isSpread(ClassDescriptor descriptor) {
        return descriptor.hasTablePerClassPolicy()
                && (descriptor.isAbstract()
                        || !descriptor
                                .getTablePerClassPolicy()
                                .getChildDescriptors()
                                .isEmpty());
    }
}

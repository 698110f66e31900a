package org.easymodel.eclipselink;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.easymodel.model.EasyModel;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.DescriptorEventListener;
import org.eclipse.persistence.descriptors.DescriptorEventManager;
import org.eclipse.persistence.internal.jpa.metadata.listeners.BeanValidationListener;
import org.eclipse.persistence.internal.jpa.metadata.listeners.EntityListener;

/** The callbacks of entities. */
final class Callbacks {

    private Callbacks() {}

    /** Listeners and callback methods that are neither ours nor the validation of the provider, also of superclasses. */
    static List<DescriptorEventListener> ofApplication(ClassDescriptor descriptor) {
        List<DescriptorEventListener> found = new ArrayList<>();
        for (ClassDescriptor each = descriptor; each != null; each = parent(each)) {
            DescriptorEventManager events = each.getEventManager();
            Stream.of(
                            events.getEventListeners(),
                            events.getDefaultEventListeners(),
                            events.getEntityListenerEventListeners())
                    .filter(Objects::nonNull)
                    .flatMap(List::stream)
                    .filter(Callbacks::isOfApplication)
                    .forEach(found::add);
            if (events.getEntityEventListener() != null && isOfApplication(events.getEntityEventListener())) {
                found.add(events.getEntityEventListener());
            }
        }
        return found;
    }

    private static ClassDescriptor parent(ClassDescriptor descriptor) {
        return descriptor.hasInheritance() ? descriptor.getInheritancePolicy().getParentDescriptor() : null;
    }

    private static boolean isOfApplication(DescriptorEventListener listener) {
        return !(listener instanceof BeanValidationListener)
                && !(listener instanceof EntityListener<?> methods
                        && methods.getAllEventMethods().values().stream()
                                .flatMap(List::stream)
                                .allMatch(method ->
                                        method.getDeclaringClass().getPackage() == EasyModel.class.getPackage()));
    }
}

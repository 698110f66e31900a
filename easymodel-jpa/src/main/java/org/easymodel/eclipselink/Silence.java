package org.easymodel.eclipselink;

import org.easymodel.model.NoInference;

/**
 * What an entity class says nothing is inferred from: with {@link NoInference} on an attribute or what it is embedded in, or on a
 * class that declares one of these.
 *
 * @param entity the entity class; what it says counts for what it inherits as well
 */
record Silence(Class<?> entity) {

    /** Whether nothing is inferred from an attribute. */
    boolean isOf(String path) {
        if (says(entity)) {
            return true;
        }
        Class<?> owner = entity;
        for (String name : path.split("\\.")) {
            Members members = Members.of(owner, name);
            if (members.annotation(NoInference.class).isPresent()
                    || members.declaringClass().filter(Silence::says).isPresent()) {
                return true;
            }
            owner = type(owner, members);
        }
        return false;
    }

    private static Class<?> type(Class<?> owner, Members members) {
        return members.genericType()
                .flatMap(declared -> GenericTypes.in(owner, declared))
                .or(members::type)
                .orElse(owner);
    }

    /** Whether nothing is said of what a class declares. */
    boolean isOfAll(Class<?> declaring) {
        return says(entity) || says(declaring);
    }

    private static boolean says(Class<?> type) {
        return type.isAnnotationPresent(NoInference.class);
    }
}

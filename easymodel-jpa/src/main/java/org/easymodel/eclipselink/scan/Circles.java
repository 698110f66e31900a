package org.easymodel.eclipselink.scan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.easymodel.eclipselink.Lists;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.mappings.OneToOneMapping;

/**
 * Entities whose keys lead in a circle. Where their rows do so too, EclipseLink inserts one of them with all its keys empty, and
 * fills them by an update. A key to the entity itself counts only if it is required: the rows of a tree lead in no circle,
 * but a row that must have a parent has itself, or a circle, above it.
 */
final class Circles {

    private final Map<String, Set<String>> targets = new HashMap<>();
    private final Map<String, Boolean> inCircle = new HashMap<>();

    Circles(List<ClassDescriptor> entities) {
        for (ClassDescriptor entity : entities) {
            Set<String> found = targets.computeIfAbsent(hierarchy(entity), name -> new LinkedHashSet<>());
            for (MappedAttribute attribute : MappedAttribute.of(entity)) {
                if (attribute.mapping() instanceof OneToOneMapping toOne
                        && !toOne.hasRelationTableMechanism()
                        && !Lists.columns(toOne, "getForeignKeyFields").isEmpty()
                        && toOne.getReferenceDescriptor() != null) {
                    String target = hierarchy(toOne.getReferenceDescriptor());
                    boolean required = Requirement.ofRelationship(attribute, toOne.isOptional())
                            .isPresent();
                    if (required || !target.equals(hierarchy(entity))) {
                        found.add(target);
                    }
                }
            }
        }
    }

    /** Whether the keys of an entity lead back to it. */
    boolean contain(ClassDescriptor entity) {
        return inCircle.computeIfAbsent(hierarchy(entity), each -> from(each).contains(each));
    }

    private Set<String> from(String start) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(Set.of(start));
        while (!open.isEmpty()) {
            for (String next : targets.getOrDefault(open.pop(), Set.of())) {
                if (found.add(next)) {
                    open.push(next);
                }
            }
        }
        return found;
    }

    /** The first class of a hierarchy stands for all: a key to it can lead to any of them. */
    private static String hierarchy(ClassDescriptor entity) {
        return Hierarchy.root(entity).getJavaClassName();
    }
}

package org.easymodel.constraints;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the constraints on the members of an attribute, those behind composed ones included, and adds them up. */
final class ConstraintReader {

    private static final String DEFAULT_GROUP = "jakarta.validation.groups.Default";
    private static final String COMPOSITION = "org.hibernate.validator.constraints.ConstraintComposition";
    private static final String OVERRIDES = "jakarta.validation.OverridesAttribute";

    private final Narrowest narrowest = new Narrowest();

    void read(AnnotatedElement member) {
        for (Stated stated : Stated.on(member)) {
            if (stated.isConstraint() && isOfDefaultGroup(stated)) {
                add(stated, List.of());
            }
        }
    }

    Constraints constraints() {
        return narrowest.constraints();
    }

    private static boolean isOfDefaultGroup(Stated stated) {
        List<String> groups = stated.names("groups");
        return stated.values().containsKey("groups") && (groups.isEmpty() || groups.contains(DEFAULT_GROUP));
    }

    /** The groups of a composed annotation are those of its parts, whatever the parts say themselves. */
    private void add(Stated stated, List<Class<?>> above) {
        if (above.contains(stated.type())) {
            return;
        }
        narrowest.add(stated);
        List<Stated> parts = Stated.on(stated.type());
        if (parts.stream().anyMatch(ConstraintReader::isAlternative)) {
            return;
        }
        List<Class<?>> path = new ArrayList<>(above);
        path.add(stated.type());
        overridden(parts.stream().filter(Stated::isConstraint).toList(), stated).forEach(part -> add(part, path));
    }

    /** Whether a composed annotation asks for one of its parts, or for none, instead of all. */
    private static boolean isAlternative(Stated stated) {
        return stated.name().equals(COMPOSITION)
                && stated.value("value", Enum.class)
                        .filter(type -> !type.name().equals("AND"))
                        .isPresent();
    }

    private static List<Stated> overridden(List<Stated> parts, Stated whole) {
        List<Stated> result = new ArrayList<>(parts);
        for (Method member : Stated.members(whole.type())) {
            Object value = whole.values().get(member.getName());
            for (Stated override : Stated.on(member)) {
                String name =
                        override.text("name").filter(text -> !text.isEmpty()).orElse(member.getName());
                if (value != null && override.name().equals(OVERRIDES)) {
                    target(result, override)
                            .ifPresent(
                                    index -> result.set(index, result.get(index).with(name, value)));
                }
            }
        }
        return result;
    }

    /** Which part an override is for: the one of its type, or that of its index among several. */
    private static Optional<Integer> target(List<Stated> parts, Stated override) {
        Object type = override.values().get("constraint");
        int index = Math.max(0, override.value("constraintIndex", Integer.class).orElse(0));
        List<Integer> candidates = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Class<? extends Annotation> each = parts.get(i).type();
            if (each.equals(type)) {
                candidates.add(i);
            }
        }
        return index < candidates.size() ? Optional.of(candidates.get(index)) : Optional.empty();
    }
}

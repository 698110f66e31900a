package org.easymodel.relate;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A field or getter of an entity class that the persistence provider does not map: a place for an inferred relationship
 * if it fits, and in its way if not. Immutable.
 *
 * @param name the field, or the property that the getter reads
 * @param type its type
 * @param element the type of its elements, if it is a collection or an array that says so
 * @param kind what it is
 * @param notice what is said of it
 */
public record FreeMember(String name, Class<?> type, Optional<Class<?>> element, Kind kind, Notice notice) {

    /** One of which its class says that it is not mapped. */
    public FreeMember(String name, Class<?> type, Optional<Class<?>> element, Kind kind) {
        this(name, type, element, kind, Notice.ALL);
    }

    /** What is said of a field whose name or type lets one expect a relationship in it. */
    public enum Notice {
        /** That it cannot hold the relationship of its name, and that none fills it: its class says that it is not mapped. */
        ALL,
        /** That it cannot hold the relationship of its name: it may be what is behind a mapped property. */
        OBSTACLES,
        /** Nothing: its class says that nothing is inferred from it. */
        NOTHING
    }

    /** What such a member is. */
    public enum Kind {
        /** A field that can be filled. */
        FIELD,
        /** A field that its class fills itself. */
        FINAL_FIELD,
        /** A field of which the application says that no relationship is kept in it. */
        RESERVED_FIELD,
        /** A field that all entities of the class share. */
        STATIC_FIELD,
        /** A getter without a field of its name: it may show the relationship in a form of its own. */
        GETTER
    }

    public FreeMember {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(notice, "notice");
    }

    /** Whether a relationship to that class is kept in it. */
    public boolean holds(Class<?> target, boolean toMany) {
        return kind == Kind.FIELD && (toMany ? element.isPresent() && fits(target, true) : fits(target, false));
    }

    /** Whether a relationship to that class cannot have its name. */
    boolean isInTheWay(Class<?> target, boolean toMany) {
        return kind == Kind.RESERVED_FIELD || kind != Kind.STATIC_FIELD && !fits(target, toMany);
    }

    /** Whether the entity, or several of them, can be read there. */
    private boolean fits(Class<?> target, boolean toMany) {
        return toMany
                ? isCollection()
                        && element.filter(each -> !each.isAssignableFrom(target))
                                .isEmpty()
                : type.isAssignableFrom(target);
    }

    /** Whether a list or a set can be assigned to it. */
    private boolean isCollection() {
        return type.isAssignableFrom(List.class) || type == Set.class;
    }

    /**
     * Why a field that looks as if it should hold the relationship cannot, as a phrase that follows its name; empty if it can,
     * or if it has nothing to do with it.
     */
    Optional<String> obstacle(Class<?> target, boolean toMany) {
        if (notice == Notice.NOTHING) {
            return Optional.empty();
        }
        boolean fits = fits(target, toMany);
        return switch (kind) {
            case GETTER, RESERVED_FIELD -> Optional.empty();
            case STATIC_FIELD -> fits && type != Object.class ? Optional.of("is static") : Optional.empty();
            case FINAL_FIELD -> Optional.of(fits ? "is final" : wrongType(target));
            case FIELD -> holds(target, toMany) ? Optional.empty() : Optional.of(wrongType(target));
        };
    }

    private String wrongType(Class<?> target) {
        boolean several = type.isArray() || Collection.class.isAssignableFrom(type) || type == Iterable.class;
        if (several && element.isEmpty()) {
            return "does not say of what type its elements are";
        }
        return several && !element.get().isAssignableFrom(target)
                ? "is for elements of type " + element.get().getSimpleName()
                : "is of type " + type.getSimpleName();
    }
}

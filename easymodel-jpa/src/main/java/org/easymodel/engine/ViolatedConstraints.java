package org.easymodel.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.easymodel.failure.ConstraintViolatedException;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.ModelDescription;
import org.easymodel.relate.UniqueAttributes;
import org.easymodel.schema.Identifier;

/** Finds the entity and the attributes of a violated constraint. */
record ViolatedConstraints(ModelDescription model) {

    /**
     * The failure of a violated constraint.
     *
     * @param writing the entity whose rows the statement was about, if it is known
     */
    ConstraintViolatedException failure(String place, Violation violation, Optional<String> writing, Throwable cause) {
        Optional<EntityDescription> entity = entity(place, violation, writing);
        List<String> attributes =
                entity.map(each -> attributes(each, violation)).orElse(List.of());
        String name = entity.map(EntityDescription::name).orElse(violation.table());
        return DatabaseProblems.violated(place, violation, name, attributes, cause);
    }

    /** An entity that shares its table with others is told by the statement. */
    private Optional<EntityDescription> entity(String place, Violation violation, Optional<String> writing) {
        Optional<EntityDescription> written = writing.flatMap(model::entity);
        if (!violation.table().isEmpty()) {
            Predicate<EntityDescription> ofTable = entity -> same(entity.table().name(), violation.table());
            return written.filter(ofTable).or(() -> first(ofTable));
        }
        return first(entity -> key(entity, violation).isPresent())
                .or(() -> written)
                .or(() -> violation.columns().isEmpty()
                        ? Optional.empty()
                        : first(entity -> place.startsWith(entity.name() + ".")
                                && !attributes(entity, violation).isEmpty()));
    }

    private Optional<EntityDescription> first(Predicate<EntityDescription> test) {
        return model.entities().stream().filter(test).findFirst();
    }

    private List<String> attributes(EntityDescription entity, Violation violation) {
        List<String> byColumn = violation.columns().stream()
                .flatMap(column -> entity.attributes().stream()
                        .filter(attribute -> same(attribute.column(), column))
                        .map(AttributeDescription::name))
                .distinct()
                .toList();
        if (!byColumn.isEmpty()) {
            return byColumn;
        }
        return key(entity, violation).map(UniqueAttributes::attributes).orElseGet(() -> likely(entity, violation));
    }

    /** Where the database names no column: what fits in length, or what the name of the constraint contains. */
    private List<String> likely(EntityDescription entity, Violation violation) {
        return switch (violation.kind()) {
            case LENGTH ->
                violation.length() == 0
                        ? List.of()
                        : names(entity, attribute -> attribute.length() == violation.length());
            case FOREIGN_KEY -> {
                List<String> keys = names(entity, attribute -> model.relationships(entity.name()).stream()
                        .anyMatch(relationship ->
                                relationship.owner() && relationship.key().has(attribute.name())));
                yield keys.size() == 1 ? keys : named(entity, violation, keys);
            }
            case CHECK -> named(entity, violation, names(entity, attribute -> true));
            default -> List.of();
        };
    }

    private static List<String> names(EntityDescription entity, Predicate<AttributeDescription> test) {
        return entity.attributes().stream()
                .filter(test)
                .map(AttributeDescription::name)
                .toList();
    }

    /** The one attribute whose column the name of the constraint contains; of several, the longest. */
    private static List<String> named(EntityDescription entity, Violation violation, List<String> candidates) {
        String constraint = violation.constraint().toUpperCase(Locale.ROOT);
        return entity.attributes().stream()
                .filter(attribute -> candidates.contains(attribute.name()))
                .filter(attribute -> constraint.contains("_" + upper(attribute.column())))
                .max(Comparator.comparingInt(
                        attribute -> attribute.column().text().length()))
                .map(attribute -> List.of(attribute.name()))
                .orElse(List.of());
    }

    private static String upper(Identifier identifier) {
        return identifier.text().toUpperCase(Locale.ROOT);
    }

    private static Optional<UniqueAttributes> key(EntityDescription entity, Violation violation) {
        return entity.uniqueKeys().stream()
                .filter(key -> !violation.constraint().isEmpty() && same(key.constraint(), violation.constraint()))
                .findFirst();
    }

    /** Databases fold the letters of names in their own ways. */
    private static boolean same(Identifier identifier, String name) {
        return upper(identifier).equals(name.toUpperCase(Locale.ROOT));
    }
}

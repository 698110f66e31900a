package org.easymodel.engine;

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

    ConstraintViolatedException failure(String place, Violation violation, Throwable cause) {
        Optional<EntityDescription> entity = entity(place, violation);
        List<String> attributes =
                entity.map(each -> attributes(each, violation)).orElse(List.of());
        String name = entity.map(EntityDescription::name).orElse(violation.table());
        return DatabaseProblems.violated(place, violation, name, attributes, cause);
    }

    private Optional<EntityDescription> entity(String place, Violation violation) {
        return first(entity ->
                        !violation.table().isEmpty() && same(entity.table().name(), violation.table()))
                .or(() -> first(entity -> key(entity, violation).isPresent()))
                .or(() -> violation.table().isEmpty() && !violation.columns().isEmpty()
                        ? first(entity -> place.startsWith(entity.name() + ".")
                                && !attributes(entity, violation).isEmpty())
                        : Optional.empty());
    }

    private Optional<EntityDescription> first(Predicate<EntityDescription> test) {
        return model.entities().stream().filter(test).findFirst();
    }

    private static List<String> attributes(EntityDescription entity, Violation violation) {
        List<String> byColumn = violation.columns().stream()
                .flatMap(column -> entity.attributes().stream()
                        .filter(attribute -> same(attribute.column(), column))
                        .map(AttributeDescription::name))
                .distinct()
                .toList();
        return byColumn.isEmpty()
                ? key(entity, violation).map(UniqueAttributes::attributes).orElse(List.of())
                : byColumn;
    }

    private static Optional<UniqueAttributes> key(EntityDescription entity, Violation violation) {
        return entity.uniqueKeys().stream()
                .filter(key -> !violation.constraint().isEmpty() && same(key.constraint(), violation.constraint()))
                .findFirst();
    }

    /** Databases fold the letters of names in their own ways. */
    private static boolean same(Identifier identifier, String name) {
        return identifier.text().toUpperCase(Locale.ROOT).equals(name.toUpperCase(Locale.ROOT));
    }
}

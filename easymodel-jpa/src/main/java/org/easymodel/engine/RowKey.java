package org.easymodel.engine;

import jakarta.persistence.IdClass;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.easymodel.query.Condition;
import org.easymodel.query.Conditions;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.RelationshipDescription;
import org.jspecify.annotations.Nullable;

/**
 * The key of a row in every form in which it may be given: its value, a whole number that fits, an object of its parts, or
 * a map of them.
 */
final class RowKey {

    private RowKey() {}

    /** The key of a row, path to value. */
    record Parts(Map<String, Object> values) {}

    /**
     * The condition that a row has a key.
     *
     * @throws org.easymodel.failure.InvalidRequestException if what is given is no key of the entity
     */
    static Condition of(Model model, String place, EntityDescription entity, @Nullable Object id) {
        return condition(List.of(parts(model, place, entity, id)));
    }

    /**
     * A key, path to value.
     *
     * @throws org.easymodel.failure.InvalidRequestException if what is given is no key of the entity
     */
    static Map<String, Object> parts(Model model, String place, EntityDescription entity, @Nullable Object id) {
        if (id instanceof Parts parts) {
            return parts.values();
        }
        if (entity.singleId().isPresent()) {
            return Map.of(entity.singleId().get().name(), Values.id(place, entity, id));
        }
        if (id == null) {
            throw Problems.nullId(place, entity);
        }
        return new KeyReader(model, place, entity)
                .read(id)
                .orElseThrow(() -> KeyProblems.wrongKey(place, entity, keyType(model, entity), id.getClass()));
    }

    /** The paths to the values of a key with their values; none if what is given is no key of the entity. */
    static Optional<Parts> read(Model model, String place, EntityDescription entity, Object id) {
        return entity.singleId().isPresent()
                ? Values.key(entity.singleId().get(), id)
                        .map(key -> new Parts(Map.of(entity.singleId().get().name(), key)))
                : new KeyReader(model, place, entity).read(id).map(Parts::new);
    }

    /**
     * The key of an entity that has a row.
     *
     * @throws org.easymodel.failure.InvalidRequestException if it has no key yet
     */
    static Map<String, Object> ofEntity(Model model, String place, EntityDescription entity, Object given) {
        return complete(model, entity, given).orElseThrow(() -> KeyProblems.noKeyGiven(place, entity));
    }

    /** The key of an entity, unless a part of it has no value yet. */
    static Optional<Map<String, Object>> complete(Model model, EntityDescription entity, Object given) {
        Map<String, Object> key = new LinkedHashMap<>();
        for (AttributeDescription attribute : entity.id()) {
            key.put(attribute.name(), get(model, given, attribute.name()));
        }
        for (RelationshipDescription relationship : model.idRelationships(entity)) {
            EntityDescription target = model.target(relationship);
            Object related = model.unit().get(given, relationship.attribute());
            Map<String, Object> led =
                    related == null ? null : complete(model, target, related).orElse(null);
            model.idPaths(target)
                    .forEach(
                            path -> key.put(relationship.attribute() + "." + path, led == null ? null : led.get(path)));
        }
        return key.containsValue(null) ? Optional.empty() : Optional.of(key);
    }

    /** A key as the provider takes it: one object also where it has several parts. */
    static Object object(Model model, EntityDescription entity, Map<String, Object> parts) {
        return entity.singleId().map(id -> parts.get(id.name())).orElseGet(() -> model.anatomy()
                .identifier(bearer(model, entity, parts)));
    }

    /** An entity that has nothing but the key. */
    private static Object bearer(Model model, EntityDescription entity, Map<String, Object> parts) {
        Object bearer = model.unit().newInstance(model.concrete(entity).name());
        entity.id().forEach(id -> model.unit().set(bearer, id.name(), parts.get(id.name())));
        for (RelationshipDescription relationship : model.idRelationships(entity)) {
            Map<String, Object> led = new LinkedHashMap<>();
            EntityDescription target = model.target(relationship);
            model.idPaths(target).forEach(path -> led.put(path, parts.get(relationship.attribute() + "." + path)));
            model.unit().set(bearer, relationship.attribute(), bearer(model, target, led));
        }
        return bearer;
    }

    /** The condition that a row has one of these keys. */
    static Condition condition(List<Map<String, Object>> keys) {
        if (keys.get(0).size() == 1) {
            String attribute = keys.get(0).keySet().iterator().next();
            return Conditions.attribute(attribute)
                    .in(keys.stream().map(key -> key.get(attribute)).toList());
        }
        return Conditions.any(keys.stream()
                .map(key -> Conditions.all(key.entrySet().stream()
                        .map(part -> Conditions.attribute(part.getKey()).in(part.getValue()))
                        .toList()))
                .toList());
    }

    /** The value of an attribute, also inside embeddables. */
    static @Nullable Object get(Model model, Object entity, String path) {
        Object value = entity;
        for (String name : path.split("\\.")) {
            if (value == null) {
                return null;
            }
            Object owner = value;
            value = model.anatomy()
                    .part(model.anatomy().typeOf(owner), name)
                    .map(part -> model.anatomy().get(owner, part))
                    .orElse(null);
        }
        return value;
    }

    /** The class that the entity names for its keys. */
    static Optional<Class<?>> idClass(Class<?> entity) {
        for (Class<?> type = entity; type != null; type = type.getSuperclass()) {
            IdClass declared = type.getAnnotation(IdClass.class);
            if (declared != null) {
                return Optional.of(declared.value());
            }
        }
        return Optional.empty();
    }

    private static String keyType(Model model, EntityDescription entity) {
        return model.anatomy().parts(entity.type()).stream()
                .filter(part -> part instanceof Part.Embedded embedded && embedded.isKey())
                .map(part -> ((Part.Embedded) part).type().getSimpleName())
                .findFirst()
                .or(() -> idClass(entity.type()).map(Class::getSimpleName))
                .orElse("its key class");
    }
}

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

/** The key of a row in every form in which it may be given: its value, a whole number that fits, or an object of its parts. */
final class RowKey {

    private RowKey() {}

    /** The key of a row, attribute to value. */
    record Parts(Map<String, Object> values) {}

    /**
     * The condition that a row has a key.
     *
     * @throws org.easymodel.failure.InvalidRequestException if what is given is no key of the entity
     */
    static Condition of(Model model, String place, EntityDescription entity, @Nullable Object id) {
        if (entity.singleId().isPresent()) {
            String attribute = entity.singleId().get().name();
            return Conditions.attribute(attribute).equalTo(Values.id(place, entity, id));
        }
        if (id == null) {
            throw Problems.nullId(place, entity);
        }
        return condition(List.of(parts(model, place, entity, id)
                .orElseThrow(() -> QueryProblems.wrongKey(place, entity, keyType(model, entity), id.getClass()))));
    }

    /** The parts of a key of several attributes; none if what is given is no such key. */
    private static Optional<Map<String, Object>> parts(Model model, String place, EntityDescription entity, Object id) {
        return embedded(model, entity, id).or(() -> ofClass(model, place, entity, id));
    }

    /** The attributes of a key with their values; none if what is given is no key of the entity. */
    static Optional<Parts> read(Model model, String place, EntityDescription entity, Object id) {
        return entity.singleId().isPresent()
                ? Values.key(entity.singleId().get(), id)
                        .map(key -> new Parts(Map.of(entity.singleId().get().name(), key)))
                : parts(model, place, entity, id).map(Parts::new);
    }

    /**
     * The key of an entity that has a row.
     *
     * @throws org.easymodel.failure.InvalidRequestException if it has no key yet
     */
    static Map<String, Object> ofEntity(Model model, String place, EntityDescription entity, Object given) {
        if (!entity.wholeId()) {
            throw Problems.compositeKey(place, entity);
        }
        Map<String, Object> key = new LinkedHashMap<>();
        for (AttributeDescription attribute : entity.id()) {
            Object value = get(model, given, attribute.name());
            if (value == null) {
                throw RowProblems.noKeyGiven(place, entity);
            }
            key.put(attribute.name(), value);
        }
        return key;
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

    /** The parts of an embedded key. */
    private static Optional<Map<String, Object>> embedded(Model model, EntityDescription entity, Object id) {
        return model.anatomy().parts(entity.type()).stream()
                .filter(part -> part instanceof Part.Embedded embedded
                        && embedded.isKey()
                        && embedded.type().isInstance(id))
                .findFirst()
                .map(part -> {
                    Map<String, Object> key = new LinkedHashMap<>();
                    for (AttributeDescription attribute : entity.id()) {
                        String inner = attribute.name().substring(part.name().length() + 1);
                        key.put(attribute.name(), get(model, id, inner));
                    }
                    return key;
                });
    }

    /** The parts of an object of the class that the entity names for its keys. */
    private static Optional<Map<String, Object>> ofClass(
            Model model, String place, EntityDescription entity, Object id) {
        return idClass(entity.type()).filter(type -> type.isInstance(id)).map(type -> {
            Map<String, Object> key = new LinkedHashMap<>();
            for (AttributeDescription attribute : entity.id()) {
                key.put(attribute.name(), Declared.of(type, attribute.name()).get(id));
            }
            if (!entity.wholeId()) {
                for (RelationshipDescription relationship : model.relationships(entity)) {
                    boolean isPart = relationship.owner()
                            && relationship.key().isEmpty()
                            && Declared.of(type, relationship.attribute())
                                    .type()
                                    .isPresent();
                    if (isPart) {
                        String target = Values.singleId(place, model.target(relationship))
                                .name();
                        key.put(
                                relationship.attribute() + "." + target,
                                Declared.of(type, relationship.attribute()).get(id));
                    }
                }
            }
            return key;
        });
    }

    private static Optional<Class<?>> idClass(Class<?> entity) {
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

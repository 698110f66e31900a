package org.easymodel.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.easymodel.failure.Problem;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.KeyDescription;
import org.easymodel.relate.RelationshipDescription;
import org.jspecify.annotations.Nullable;

/**
 * Reads keys of several parts: objects of their class, and maps that name the parts. In a map the attributes of an embedded key
 * may stand by themselves, below its name, or as an object of its class; a to-one relationship stands for what it holds.
 */
record KeyReader(Model model, String place, EntityDescription entity) {

    /**
     * What of a map speaks of the key.
     *
     * @param key path to value, complete
     * @param others everything else
     */
    record Split(Map<String, Object> key, Map<String, Object> others) {}

    /**
     * The parts of a key; none if what is given is no key.
     *
     * @throws org.easymodel.failure.InvalidRequestException if a map is given that is no complete key, with all problems
     */
    Optional<Map<String, Object>> read(Object id) {
        if (id instanceof RowKey.Parts parts) {
            return Optional.of(parts.values());
        }
        if (id instanceof Map<?, ?> map) {
            return Optional.of(ofMap(map));
        }
        return ofEmbedded(id).or(() -> ofClass(id)).or(() -> ofOnlyRelationship(id));
    }

    private Map<String, Object> ofMap(Map<?, ?> map) {
        Taken taken = new Taken();
        Map<String, Object> given = new TreeMap<>();
        map.forEach((name, value) -> given.put(String.valueOf(name), value));
        given.forEach((name, value) -> {
            if (!take(taken, name, value) && !take(taken, embeddedName().orElse("") + name, value)) {
                taken.problems.add(KeyProblems.noPartOfKey(place, name, entity, model.idPaths(entity)));
            }
        });
        return complete(taken, "");
    }

    /**
     * Divides a map into the key and the rest.
     *
     * @param path where the map stands, for messages
     * @throws org.easymodel.failure.InvalidRequestException if the key is not complete, or cannot be read
     */
    Split split(String path, Map<String, ?> map) {
        Taken taken = new Taken();
        Map<String, Object> others = new LinkedHashMap<>();
        new TreeMap<String, Object>(map).forEach((name, value) -> {
            if (!take(taken, name, value)) {
                others.put(name, value);
            }
        });
        return new Split(complete(taken, path), others);
    }

    /** The rest of a map, without what says of the key that it is this one. */
    Map<String, Object> without(Map<String, ?> map, Map<String, Object> key) {
        Map<String, Object> others = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            Taken taken = new Taken();
            boolean own = take(taken, name, value)
                    && taken.problems.isEmpty()
                    && taken.values.entrySet().stream()
                            .allMatch(each -> Likewise.same(each.getValue(), key.get(each.getKey())));
            if (!own) {
                others.put(name, value);
            }
        });
        return others;
    }

    /** What was found so far. */
    private record Taken(Map<String, @Nullable Object> values, List<Problem> problems) {

        Taken() {
            this(new LinkedHashMap<>(), new ArrayList<>());
        }
    }

    private Map<String, Object> complete(Taken taken, String at) {
        Map<String, Object> key = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (String path : model.idPaths(entity)) {
            Object value = taken.values.get(path);
            key.put(path, value);
            if (value == null) {
                missing.add(path);
            }
        }
        if (taken.problems.isEmpty() && !missing.isEmpty()) {
            taken.problems.add(KeyProblems.incomplete(place, at, entity, missing));
        }
        Problems.throwIfAny(taken.problems);
        return key;
    }

    /** Takes what an entry of a map says of the key; false if it says nothing of it. */
    private boolean take(Taken taken, String name, @Nullable Object value) {
        Optional<Class<?>> type = type(name);
        if (type.isPresent()) {
            put(taken, name, type.get(), value);
            return true;
        }
        Optional<RelationshipDescription> relationship =
                model.relationship(entity, name).filter(each -> isPart(each));
        if (relationship.isPresent()) {
            lead(taken, relationship.get(), value);
            return true;
        }
        if (model.idPaths(entity).stream().noneMatch(path -> path.startsWith(name + "."))) {
            return false;
        }
        if (value instanceof Map<?, ?> map) {
            map.forEach((inner, each) -> {
                if (!take(taken, name + "." + inner, each)) {
                    taken.problems.add(
                            KeyProblems.noPartOfKey(place, name + "." + inner, entity, model.idPaths(entity)));
                }
            });
            return true;
        }
        Optional<Map<String, Object>> embedded = value == null ? Optional.empty() : ofEmbedded(value);
        embedded.ifPresentOrElse(
                parts -> parts.forEach((path, each) -> agree(taken, path, each)),
                () -> taken.problems.add(KeyProblems.noKeyValue(place, name, value)));
        return true;
    }

    /** Whether a relationship holds nothing but parts of the key. */
    private boolean isPart(RelationshipDescription relationship) {
        return model.idRelationships(entity).contains(relationship)
                || relationship.owner()
                        && !relationship.toMany()
                        && !relationship.key().isEmpty()
                        && relationship.key().attributes().stream().allMatch(each -> entity.id().stream()
                                .anyMatch(id -> id.name().equals(each)));
    }

    private void lead(Taken taken, RelationshipDescription relationship, @Nullable Object value) {
        String name = relationship.attribute();
        EntityDescription target = model.target(relationship);
        Optional<Map<String, Object>> led = value == null
                ? Optional.empty()
                : target.type().isInstance(value)
                        ? RowKey.complete(model, target, value)
                        : value instanceof Map<?, ?> map
                                ? Optional.of(new KeyReader(model, place, target).ofMap(map))
                                : RowKey.read(model, place, target, value).map(RowKey.Parts::values);
        if (led.isEmpty()) {
            taken.problems.add(KeyProblems.noKeyValue(place, name, value));
            return;
        }
        if (relationship.key().isEmpty()) {
            led.get().forEach((path, each) -> agree(taken, name + "." + path, each));
        } else {
            for (KeyDescription.Part part : relationship.key().parts()) {
                put(
                        taken,
                        part.attribute(),
                        type(part.attribute()).orElseThrow(),
                        led.get().get(part.id()));
            }
        }
    }

    private void put(Taken taken, String path, Class<?> type, @Nullable Object value) {
        Optional<Object> converted = value == null ? Optional.empty() : Conversion.to(type, value);
        converted.ifPresentOrElse(
                each -> agree(taken, path, each), () -> taken.problems.add(KeyProblems.noKeyValue(place, path, value)));
    }

    private void agree(Taken taken, String path, @Nullable Object value) {
        Object before = taken.values.putIfAbsent(path, value);
        if (before != null && !Likewise.same(before, value)) {
            taken.problems.add(KeyProblems.twoValues(place, path));
        }
    }

    /** The type of the value at a path of the key. */
    private Optional<Class<?>> type(String path) {
        return entity.id().stream()
                .filter(id -> id.name().equals(path))
                .<Class<?>>map(AttributeDescription::type)
                .findFirst()
                .or(() -> model.idRelationships(entity).stream()
                        .filter(each -> path.startsWith(each.attribute() + "."))
                        .flatMap(each -> new KeyReader(model, place, model.target(each))
                                .type(path.substring(each.attribute().length() + 1)).stream())
                        .findFirst());
    }

    private Optional<Part.Embedded> embeddedKey() {
        return model.anatomy().parts(entity.type()).stream()
                .filter(Part.Embedded.class::isInstance)
                .map(Part.Embedded.class::cast)
                .filter(Part.Embedded::isKey)
                .findFirst();
    }

    private Optional<String> embeddedName() {
        return embeddedKey().map(part -> part.name() + ".");
    }

    private Optional<Map<String, Object>> ofEmbedded(Object id) {
        return embeddedKey().filter(part -> part.type().isInstance(id)).map(part -> {
            Map<String, Object> key = new LinkedHashMap<>();
            for (AttributeDescription attribute : entity.id()) {
                String inner = attribute.name().substring(part.name().length() + 1);
                key.put(attribute.name(), RowKey.get(model, id, inner));
            }
            return key;
        });
    }

    /** The parts of an object of the class that the entity names for its keys; of a relationship it holds the other key. */
    private Optional<Map<String, Object>> ofClass(Object id) {
        return RowKey.idClass(entity.type()).filter(type -> type.isInstance(id)).map(type -> {
            Map<String, Object> key = new LinkedHashMap<>();
            for (AttributeDescription attribute : entity.id()) {
                key.put(attribute.name(), Declared.of(type, attribute.name()).get(id));
            }
            for (RelationshipDescription relationship : model.idRelationships(entity)) {
                Object led = Declared.of(type, relationship.attribute()).get(id);
                ofTarget(relationship, led).forEach(key::put);
            }
            return key;
        });
    }

    /** A key that is nothing but a relationship is the key at its other end. */
    private Optional<Map<String, Object>> ofOnlyRelationship(Object id) {
        List<RelationshipDescription> relationships = model.idRelationships(entity);
        return entity.id().isEmpty() && relationships.size() == 1
                ? RowKey.read(model, place, model.target(relationships.get(0)), id)
                        .map(key -> below(relationships.get(0), key.values()))
                : Optional.empty();
    }

    private Map<String, Object> ofTarget(RelationshipDescription relationship, @Nullable Object led) {
        EntityDescription target = model.target(relationship);
        return below(relationship, RowKey.parts(model, place, target, led));
    }

    private static Map<String, Object> below(RelationshipDescription relationship, Map<String, Object> parts) {
        Map<String, Object> below = new LinkedHashMap<>();
        parts.forEach((path, value) -> below.put(relationship.attribute() + "." + path, value));
        return below;
    }
}

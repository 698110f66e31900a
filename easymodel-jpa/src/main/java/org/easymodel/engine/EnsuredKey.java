package org.easymodel.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.easymodel.failure.Problem;
import org.easymodel.query.Condition;
import org.easymodel.query.Conditions;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.KeyDescription;
import org.easymodel.relate.RelationshipDescription;
import org.jspecify.annotations.Nullable;

/**
 * A value of the primary key or of a unique key, under which a row is to be there.
 *
 * @param values what a nested map says of the key: attributes, and to-one relationships with the key of their row
 * @param attributes the names of the key, as the model has them
 * @param paths the paths to the single values, with these
 */
record EnsuredKey(Map<String, Object> values, Set<String> attributes, Map<String, Object> paths) {

    /**
     * Reads a key.
     *
     * @param further what else is said of the row, which may not say something else of the key
     * @throws org.easymodel.failure.InvalidRequestException if it is no complete key, with all problems
     */
    static EnsuredKey read(
            Model model, EntityDescription entity, String place, Map<String, ?> given, Map<String, ?> further) {
        List<Problem> problems = new ArrayList<>();
        Optional<EnsuredKey> read = read(model, entity, place, "", given, further, problems);
        Problems.throwIfAny(problems);
        return read.orElseThrow();
    }

    /**
     * Reads one of many keys.
     *
     * @param at where it stands, for messages
     * @param problems get what is wrong
     * @return empty if anything is
     */
    static Optional<EnsuredKey> read(
            Model model,
            EntityDescription entity,
            String place,
            String at,
            Map<String, ?> given,
            Map<String, ?> further,
            List<Problem> problems) {
        Reader reader = new Reader(model, entity, place, at);
        EnsuredKey read = reader.read(given, further);
        problems.addAll(reader.problems());
        return reader.problems().isEmpty() ? Optional.of(read) : Optional.empty();
    }

    /** What the one row with that key meets. */
    Condition condition() {
        List<Condition> conditions = new ArrayList<>();
        paths.forEach((path, value) -> conditions.add(Conditions.attribute(path).equalTo(value)));
        return Conditions.all(conditions);
    }

    /** The same as one value for each name of the key; empty if a relationship in it leads to a key of several parts. */
    Optional<Keys.Key> key() {
        Map<String, Object> named = new TreeMap<>();
        for (Map.Entry<String, Object> each : paths.entrySet()) {
            String path = each.getKey();
            String name = attributes.contains(path) ? path : path.substring(0, path.lastIndexOf('.'));
            if (!attributes.contains(name) || named.put(name, each.getValue()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(new Keys.Key(named, false));
    }

    private record Reader(
            Model model,
            EntityDescription entity,
            String place,
            String at,
            List<Problem> problems,
            Map<String, Object> values,
            Map<String, Object> paths,
            List<String> names) {

        Reader(Model model, EntityDescription entity, String place, String at) {
            this(
                    model,
                    entity,
                    place,
                    at,
                    new ArrayList<>(),
                    new LinkedHashMap<>(),
                    new TreeMap<>(),
                    new ArrayList<>());
        }

        private String at(String name) {
            return at.isEmpty() ? name : at + "." + name;
        }

        EnsuredKey read(Map<String, ?> given, Map<String, ?> further) {
            given.forEach(this::part);
            further.forEach((name, value) -> {
                if (values.containsKey(name) && !Likewise.same(values.get(name), converted(name, value))) {
                    problems.add(EnsureProblems.twoValues(place, at(name)));
                }
            });
            List<List<String>> keys = new Keys(model).unique(entity);
            if (problems.isEmpty()
                    && keys.stream().noneMatch(key -> Set.copyOf(key).equals(Set.copyOf(names)))) {
                problems.add(EnsureProblems.noKey(place, entity, names, keys));
            }
            boolean generated = entity.id().stream().anyMatch(id -> id.generated() && names.equals(List.of(id.name())));
            if (problems.isEmpty() && generated) {
                problems.add(EnsureProblems.generatedKey(place, names.get(0)));
            }
            return new EnsuredKey(values, Set.copyOf(names), paths);
        }

        private @Nullable Object converted(String name, @Nullable Object value) {
            return entity.attribute(name)
                    .flatMap(attribute -> Conversion.to(attribute.type(), value))
                    .orElse(value);
        }

        private void part(String name, @Nullable Object value) {
            Optional<AttributeDescription> attribute = entity.attribute(name);
            Optional<Part> embedded = model.anatomy().part(entity.type(), name).filter(Part.Embedded.class::isInstance);
            Optional<RelationshipDescription> relationship = model.relationship(entity, name)
                    .filter(each -> each.owner() && !each.toMany() && !each.polymorphic());
            if (attribute.isEmpty() && embedded.isEmpty() && relationship.isEmpty()) {
                problems.add(EnsureProblems.noKeyPart(place, at(name)));
            } else if (value == null) {
                problems.add(EnsureProblems.nullInKey(place, at(name)));
            } else if (attribute.isPresent()) {
                attribute(attribute.get(), value);
            } else if (embedded.isPresent()) {
                inside(name, (Part.Embedded) embedded.get(), value);
            } else {
                toOne(name, relationship.get(), value);
            }
        }

        private void attribute(AttributeDescription attribute, Object value) {
            String name = attribute.name();
            names.add(name);
            Conversion.to(attribute.type(), value)
                    .ifPresentOrElse(
                            converted -> {
                                nest(values, name, converted);
                                paths.put(name, converted);
                            },
                            () -> problems.add(
                                    GraphProblems.wrongValue(place, at(name), attribute.type(), value.getClass())));
        }

        /** The attributes of an embeddable, given as a map or as the object. */
        private void inside(String name, Part.Embedded embedded, Object value) {
            if (value instanceof Map<?, ?> map) {
                map.forEach((inner, each) -> part(name + "." + inner, each));
            } else if (embedded.type().isInstance(value)) {
                model.anatomy()
                        .parts(embedded.type())
                        .forEach(part ->
                                part(name + "." + part.name(), model.anatomy().get(value, part)));
            } else {
                problems.add(GraphProblems.wrongValue(place, at(name), embedded.type(), value.getClass()));
            }
        }

        /** A nested map gives a value inside an embeddable below the name of that. */
        @SuppressWarnings("unchecked")
        private static void nest(Map<String, Object> into, String path, Object value) {
            int dot = path.indexOf('.');
            if (dot < 0) {
                into.put(path, value);
            } else {
                Object below =
                        into.computeIfAbsent(path.substring(0, dot), name -> new LinkedHashMap<String, Object>());
                nest((Map<String, Object>) below, path.substring(dot + 1), value);
            }
        }

        /** A row is named by its key: another key of it might lead nowhere, and there is nothing to create under that. */
        private void toOne(String name, RelationshipDescription relationship, Object value) {
            EntityDescription target = model.target(relationship);
            KeyDescription key = relationship.key();
            List<String> ids = key.isEmpty()
                    ? target.wholeId()
                            ? target.id().stream()
                                    .map(AttributeDescription::name)
                                    .toList()
                            : List.of()
                    : key.parts().stream().map(KeyDescription.Part::id).toList();
            Map<String, Object> known = new LinkedHashMap<>();
            for (String id : ids) {
                Object part = value instanceof Map<?, ?> map
                        ? map.get(id)
                        : target.type().isInstance(value) ? model.unit().get(value, id) : null;
                target.attribute(id)
                        .filter(each -> part != null)
                        .flatMap(each -> Conversion.to(each.type(), part))
                        .ifPresent(converted -> known.put(id, converted));
            }
            boolean more = value instanceof Map<?, ?> map && map.size() > ids.size();
            if (ids.isEmpty() || known.size() < ids.size() || more) {
                problems.add(EnsureProblems.onlyIdInKey(place, at(name), ids));
                return;
            }
            values.put(name, known);
            if (key.isEmpty()) {
                names.add(name);
                known.forEach((id, part) -> paths.put(name + "." + id, part));
            } else {
                key.parts().forEach(part -> {
                    names.add(part.attribute());
                    paths.put(part.attribute(), known.get(part.id()));
                });
            }
        }
    }
}

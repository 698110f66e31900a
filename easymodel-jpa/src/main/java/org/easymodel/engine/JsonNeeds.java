package org.easymodel.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.AttributeDescription.Role;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.RelationshipDescription;

/** Which properties JSON Schema requires: what an insert would refuse to miss. */
record JsonNeeds(Model model) {

    /** What is needed of the row that is inserted itself; of a foreign key and its relationship, one of the two. */
    Map<String, Object> ofRoot(EntityDescription entity, Branch excluded) {
        List<String> required = new ArrayList<>();
        List<Object> either = new ArrayList<>();
        for (String name : needed(entity)) {
            List<String> ways = Stream.concat(
                            Stream.of(name), model.byKey(entity, name).map(RelationshipDescription::attribute).stream())
                    .filter(way -> isThere(entity.type(), way, excluded))
                    .toList();
            if (ways.size() == 1) {
                required.add(ways.get(0));
            } else if (!ways.isEmpty()) {
                either.add(Map.of(
                        "anyOf",
                        ways.stream().map(way -> required(List.of(way))).toList()));
            }
        }
        Map<String, Object> needs = new LinkedHashMap<>();
        if (!required.isEmpty()) {
            needs.putAll(required(required));
        }
        if (!either.isEmpty()) {
            needs.put("allOf", either);
        }
        return needs;
    }

    /**
     * What is needed of a row at the other end of a relationship: a complete key to link it by, or what a new one needs;
     * without what the relationships themselves may supply.
     */
    Map<String, Object> ofRelated(Class<?> type, Branch excluded) {
        EntityDescription entity = model.description().entity(type).orElseThrow();
        List<List<String>> ways = new ArrayList<>();
        ways.add(needed(entity).stream()
                .filter(name -> isThere(type, name, excluded) && !isSupplied(entity, name))
                .toList());
        for (List<String> key : new Keys(model).all(entity)) {
            List<String> own = key.stream()
                    .map(JsonNeeds::part)
                    .distinct()
                    .filter(name -> !isSupplied(entity, name))
                    .toList();
            if (own.stream().allMatch(name -> isThere(type, name, excluded))) {
                ways.add(own);
            }
        }
        List<List<String>> least = least(ways);
        if (least.stream().anyMatch(List::isEmpty)) {
            return Map.of();
        }
        return least.size() == 1
                ? required(least.get(0))
                : Map.of("anyOf", least.stream().map(JsonNeeds::required).toList());
    }

    /** Of an embedded key the attribute that embeds it. */
    private static String part(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    /** Without those that another one implies. */
    private static List<List<String>> least(List<List<String>> ways) {
        List<List<String>> least = new ArrayList<>();
        for (List<String> way : ways) {
            boolean asksMore = ways.stream().anyMatch(other -> other.size() < way.size() && way.containsAll(other));
            boolean known = least.stream().anyMatch(other -> other.size() == way.size() && way.containsAll(other));
            if (!asksMore && !known) {
                least.add(way);
            }
        }
        return least;
    }

    Map<String, Object> ofEmbeddable(Class<?> type, Branch excluded) {
        List<String> required = model.anatomy().needed(type).stream()
                .filter(name -> isThere(type, name, excluded))
                .toList();
        return required.isEmpty() ? Map.of() : required(required);
    }

    /** Whether a to-one relationship always leads to a row. */
    boolean isRequired(Part.Relation part) {
        return part.declared().constraints().required()
                || part.relationship().owner() && part.relationship().required();
    }

    private static Map<String, Object> required(List<String> names) {
        Map<String, Object> required = new LinkedHashMap<>();
        required.put("required", names);
        return required;
    }

    /** The attributes, and relationships without an attribute that holds their key, which a new row does not get by itself. */
    private List<String> needed(EntityDescription entity) {
        if (Required.filledByCallback(entity.type())) {
            return List.of();
        }
        Required required = new Required(model);
        Optional<Object> fresh = model.isAbstract(entity)
                ? Optional.empty()
                : Optional.of(model.unit().newInstance(entity.name()));
        List<String> needed = new ArrayList<>();
        for (Part part : model.anatomy().parts(entity.type())) {
            if (part instanceof Part.Value value && value.attribute().isPresent()) {
                AttributeDescription attribute = value.attribute().get();
                boolean asked =
                        attribute.required() || part.declared().constraints().required();
                if (asked
                        && fresh.map(each -> required.isOpen(entity, attribute, each))
                                .orElse(isPlain(attribute))) {
                    needed.add(part.name());
                }
            } else if (part instanceof Part.Embedded embedded
                    && model.anatomy().isRequired(embedded)
                    && fresh.map(each -> model.unit().get(each, part.name())).isEmpty()) {
                needed.add(part.name());
            } else if (part instanceof Part.Relation relation
                    && relation.relationship().owner()
                    && relation.relationship().key().isEmpty()
                    && isRequired(relation)) {
                needed.add(part.name());
            }
        }
        return needed;
    }

    private static boolean isPlain(AttributeDescription attribute) {
        return attribute.role() == Role.BASIC && !attribute.type().isPrimitive();
    }

    private boolean isThere(Class<?> type, String name, Branch excluded) {
        return !excluded.at(name).end()
                && model.anatomy()
                        .part(type, name)
                        .filter(part -> !part.isHidden())
                        .isPresent();
    }

    /** Whether a relationship may give the attribute its value. */
    private boolean isSupplied(EntityDescription entity, String name) {
        return model.byKey(entity, name).isPresent()
                || model.anatomy().part(entity.type(), name).orElseThrow().leadsOn();
    }
}

package org.easymodel.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.RelationshipDescription;
import org.easymodel.relate.UniqueAttributes;
import org.jspecify.annotations.Nullable;

/** Which complete keys a row of a graph supplies, counting the keys that its relationships give it. */
record Keys(Model model) {

    /** A key and its value: attribute to value, in the key's order. */
    record Key(Map<String, Object> values) {

        List<String> attributes() {
            return List.copyOf(values.keySet());
        }
    }

    /** The primary key, then the unique keys; only complete ones without null. */
    List<Key> of(Node node) {
        Map<String, Object> known = known(node);
        List<Key> keys = new ArrayList<>();
        for (List<String> attributes : attributes(node.entity)) {
            if (attributes.stream().allMatch(attribute -> known.get(attribute) != null)) {
                Map<String, Object> values = new LinkedHashMap<>();
                attributes.forEach(attribute -> values.put(attribute, known.get(attribute)));
                keys.add(new Key(values));
            }
        }
        return keys;
    }

    /** Whether the row could have a complete key once its relationships are known. */
    boolean possible(Node node) {
        List<String> supplied = new ArrayList<>();
        node.values.forEach((attribute, value) -> {
            if (value != null) {
                supplied.add(attribute);
            }
        });
        supplied.addAll(suppliedByRelationships(node));
        return attributes(node.entity).stream().anyMatch(supplied::containsAll);
    }

    private static List<List<String>> attributes(EntityDescription entity) {
        List<List<String>> keys = new ArrayList<>();
        keys.add(entity.id().stream().map(AttributeDescription::name).toList());
        entity.uniqueKeys().stream()
                .map(UniqueAttributes::attributes)
                .filter(attributes -> attributes.size() == 1)
                .forEach(keys::add);
        entity.uniqueKeys().stream()
                .map(UniqueAttributes::attributes)
                .filter(attributes -> attributes.size() > 1)
                .forEach(keys::add);
        return keys;
    }

    /** The key attributes that relationships of the graph fill. */
    List<String> suppliedByRelationships(Node node) {
        List<String> supplied = new ArrayList<>();
        node.toOne.forEach((name, target) -> {
            if (target != null) {
                model.relationship(node.entity, name)
                        .flatMap(RelationshipDescription::key)
                        .ifPresent(supplied::add);
            }
        });
        node.holders.forEach(hold -> keyOfHolder(hold).ifPresent(supplied::add));
        return supplied;
    }

    /** The attribute of a held row that holds the key of its holder; empty over a link or without such an attribute. */
    Optional<String> keyOfHolder(Node.Hold hold) {
        if (hold.link().isPresent()) {
            return Optional.empty();
        }
        return hold.relationship().key().or(() -> model.inverse(hold.relationship())
                .flatMap(RelationshipDescription::key));
    }

    /** The values of a row, and the keys of related rows that are there already. */
    private Map<String, Object> known(Node node) {
        Map<String, Object> known = new LinkedHashMap<>(node.values);
        node.toOne.forEach((name, target) -> model.relationship(node.entity, name)
                .flatMap(RelationshipDescription::key)
                .ifPresent(key -> known.put(key, target == null ? null : idOf(target))));
        node.holders.forEach(hold -> keyOfHolder(hold).ifPresent(key -> known.put(key, idOf(hold.holder()))));
        return known;
    }

    @Nullable
    Object idOf(Node node) {
        Node row = node.row();
        Optional<AttributeDescription> id = row.entity.singleId();
        Object instance = row.instance();
        return id.isEmpty() || instance == null || row.state() == Node.State.NEW
                ? null
                : model.unit().get(instance, id.get().name());
    }
}

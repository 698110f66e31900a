package org.easymodel.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.KeyDescription;
import org.easymodel.relate.RelationshipDescription;
import org.easymodel.relate.UniqueAttributes;
import org.jspecify.annotations.Nullable;

/** Which complete keys a row of a graph supplies, counting the keys that its relationships give it. */
record Keys(Model model) {

    /**
     * A key and its value: attribute to value, in the key's order. A to-one relationship without an attribute that holds its
     * key stands for the id at its other end.
     *
     * @param natural whether it is the natural key, which nothing in the database makes unique
     */
    record Key(Map<String, Object> values, boolean natural) {

        List<String> attributes() {
            return List.copyOf(values.keySet());
        }

        /** Decimals that are equal make one key, whatever their scale. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && natural == key.natural
                    && canonical().equals(key.canonical());
        }

        @Override
        public int hashCode() {
            return canonical().hashCode();
        }

        private Map<String, Object> canonical() {
            Map<String, Object> canonical = new LinkedHashMap<>(values);
            canonical.replaceAll(
                    (attribute, value) -> value instanceof BigDecimal decimal ? decimal.stripTrailingZeros() : value);
            return canonical;
        }
    }

    /** The primary key, then the unique keys, then the natural key; only complete ones without null. */
    List<Key> of(Node node) {
        Map<String, Object> known = known(node);
        List<Key> keys = new ArrayList<>();
        List<List<String>> unique = unique(node.entity);
        unique.forEach(attributes -> key(attributes, known, false).ifPresent(keys::add));
        natural(node.entity, unique)
                .forEach(attributes -> key(attributes, known, true).ifPresent(keys::add));
        if (isFurtherKey(node, unique)) {
            key(node.pair, known, false).ifPresent(keys::add);
        }
        return keys;
    }

    private static boolean isFurtherKey(Node node, List<List<String>> keys) {
        return !node.pair.isEmpty()
                && keys.stream().noneMatch(key -> Set.copyOf(key).equals(Set.copyOf(node.pair)));
    }

    private static Optional<Key> key(List<String> attributes, Map<String, Object> known, boolean natural) {
        Map<String, Object> values = new LinkedHashMap<>();
        attributes.forEach(attribute -> values.put(attribute, known.get(attribute)));
        return values.containsValue(null) ? Optional.empty() : Optional.of(new Key(values, natural));
    }

    /** Whether the row could have a complete key once its relationships are known. */
    boolean possible(Node node) {
        List<String> supplied = new ArrayList<>();
        flat(node.values).forEach((attribute, value) -> {
            if (value != null) {
                supplied.add(attribute);
            }
        });
        supplied.addAll(suppliedByRelationships(node));
        targets(node).forEach((name, target) -> {
            if (target != null) {
                supplied.add(name);
            }
        });
        return all(node).anyMatch(supplied::containsAll);
    }

    private Stream<List<String>> all(Node node) {
        List<List<String>> all = all(node.entity);
        return isFurtherKey(node, all) ? Stream.concat(all.stream(), Stream.of(node.pair)) : all.stream();
    }

    /** Whether a key of the row is only known once rows are known that it leads to. */
    boolean needRelationships(Node node) {
        Set<String> supplied = new HashSet<>(suppliedByRelationships(node));
        supplied.addAll(targets(node).keySet());
        return !supplied.isEmpty() && all(node).anyMatch(key -> key.stream().anyMatch(supplied::contains));
    }

    /** Whether these names, of attributes and to-one relationships with a value, are a complete key. */
    boolean areNamed(EntityDescription entity, Set<String> given) {
        Set<String> supplied = new HashSet<>(given);
        for (String name : given) {
            entity.id().stream()
                    .map(AttributeDescription::name)
                    .filter(id -> id.startsWith(name + "."))
                    .forEach(supplied::add);
            model.relationship(entity, name)
                    .filter(RelationshipDescription::owner)
                    .ifPresent(
                            relationship -> supplied.addAll(relationship.key().attributes()));
            model.polymorphic(entity, name).ifPresent(pair -> supplied.addAll(List.of(pair.type(), pair.key())));
        }
        return all(entity).stream().anyMatch(supplied::containsAll);
    }

    /** The attributes of each key: the primary key, the unique keys, the natural key. */
    List<List<String>> all(EntityDescription entity) {
        List<List<String>> unique = unique(entity);
        return Stream.concat(unique.stream(), natural(entity, unique).stream()).toList();
    }

    /** The natural key, unless it is a unique key or there is none. */
    private List<List<String>> natural(EntityDescription entity, List<List<String>> unique) {
        List<String> natural = model.naturalKeys().of(entity);
        boolean known = unique.stream().anyMatch(key -> Set.copyOf(key).equals(Set.copyOf(natural)));
        return natural.isEmpty() || known ? List.of() : List.of(natural);
    }

    /** The keys that the database makes unique: the primary key first. */
    List<List<String>> unique(EntityDescription entity) {
        List<List<String>> keys = new ArrayList<>();
        keys.add(Stream.concat(
                        entity.id().stream().map(AttributeDescription::name),
                        model.idRelationships(entity).stream().map(RelationshipDescription::attribute))
                .toList());
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
                supplied.addAll(model.leading(node, name).attributes());
            }
        });
        node.holders.forEach(hold -> {
            supplied.addAll(keyOfHolder(hold).attributes());
            hold.relationship().type().ifPresent(type -> supplied.add(type.attribute()));
        });
        return supplied;
    }

    /** The attributes of a held row that hold the key of its holder; none over a link or without such attributes. */
    KeyDescription keyOfHolder(Node.Hold hold) {
        if (hold.link().isPresent()) {
            return KeyDescription.NONE;
        }
        KeyDescription key = hold.relationship().key();
        return key.isEmpty()
                ? model.inverse(hold.relationship())
                        .map(RelationshipDescription::key)
                        .orElse(KeyDescription.NONE)
                : key;
    }

    /** The attributes that hold the key of a to-one relationship. */
    KeyDescription key(Node node, String relationship) {
        return model.leading(node, relationship).key();
    }

    /** The values of a row, and the keys of related rows that are there already. */
    private Map<String, Object> known(Node node) {
        Map<String, Object> known = flat(node.values);
        node.toOne.forEach((name, target) -> key(node, name)
                .parts()
                .forEach(part -> known.put(part.attribute(), target == null ? null : idOf(target, part.id()))));
        node.holders.forEach(hold ->
                keyOfHolder(hold).parts().forEach(part -> known.put(part.attribute(), idOf(hold.holder(), part.id()))));
        targets(node).forEach((name, target) -> known.put(name, target == null ? null : idOf(target)));
        node.toOne.forEach((name, target) -> model.leading(node, name)
                .type()
                .ifPresent(type -> known.put(type.attribute(), target == null ? null : type.value())));
        node.holders.forEach(
                hold -> hold.relationship().type().ifPresent(type -> known.put(type.attribute(), type.value())));
        return known;
    }

    /** Values by attribute, those of embeddables by their paths too. */
    private static Map<String, Object> flat(Map<String, Object> values) {
        Map<String, Object> flat = new LinkedHashMap<>(values);
        values.forEach((name, value) -> {
            if (value instanceof Compound.Fields fields) {
                flat(fields.values()).forEach((inner, each) -> flat.put(name + "." + inner, each));
            }
        });
        return flat;
    }

    /** What to-one relationships without a key attribute lead to, by their names. */
    private Map<String, @Nullable Node> targets(Node node) {
        Map<String, @Nullable Node> targets = new TreeMap<>();
        node.toOne.forEach((name, target) -> model.relationship(node.entity, name)
                .filter(relationship -> relationship.key().isEmpty())
                .ifPresent(relationship -> targets.put(name, target)));
        node.holders.stream().filter(hold -> hold.link().isEmpty()).forEach(hold -> model.inverse(hold.relationship())
                .filter(inverse -> inverse.owner() && inverse.key().isEmpty())
                .ifPresent(inverse -> targets.put(inverse.attribute(), hold.holder())));
        return targets;
    }

    @Nullable
    Object idOf(Node node) {
        return node.row().entity.singleId().map(id -> idOf(node, id.name())).orElse(null);
    }

    /** An attribute of the primary key of a row that is there. */
    @Nullable
    Object idOf(Node node, String attribute) {
        Node row = node.row();
        Object instance = row.instance();
        return instance == null || row.state() == Node.State.NEW
                ? null
                : model.unit().get(instance, attribute);
    }
}

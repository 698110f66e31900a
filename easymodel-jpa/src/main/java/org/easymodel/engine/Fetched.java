package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.PolymorphicDescription;
import org.easymodel.relate.RelationshipDescription;
import org.easymodel.spi.PersistentUnit;
import org.jspecify.annotations.Nullable;

/**
 * Managed rows with paths of relationships loaded: by the provider as far as it knows them, and beyond by one statement for
 * each relationship over a polymorphic pair, or for each entity to which such a pair leads.
 */
record Fetched(Model model, EntityManager entityManager) {

    /**
     * What a query gives.
     *
     * @param query for entities under the name {@code e}
     * @param paths from the entity; every prefix of a path counts as a path
     */
    List<?> rows(Query query, EntityDescription entity, List<String> paths) {
        Split split = new Split(new LinkedHashSet<>(), new LinkedHashMap<>());
        paths.forEach(path -> split.add(model, entity, path));
        unit().fetch(query, "e", new AlwaysLoaded(model).with(entity, List.copyOf(split.known())));
        List<?> rows = query.getResultList();
        split.further().forEach((prefix, further) -> load(at(rows, prefix), further));
        return rows;
    }

    /** What a managed row leads to or holds now over a polymorphic pair: a row, a list, or null. */
    @Nullable
    Object related(Object holder, RelationshipDescription relationship) {
        load(List.of(holder), Map.of(relationship.attribute(), Set.of()));
        Object value = unit().get(holder, relationship.attribute());
        boolean other = relationship.owner()
                && value != null
                && !model.target(relationship).type().isInstance(value);
        return other ? null : value;
    }

    private PersistentUnit unit() {
        return model.unit();
    }

    /**
     * Paths, as far as the provider knows them, and what follows.
     *
     * @param further by the path that leads there: relationships over polymorphic pairs, with the paths behind them
     */
    private record Split(Set<String> known, Map<String, Map<String, Set<String>>> further) {

        void add(Model model, EntityDescription root, String path) {
            Optional<EntityDescription> entity = Optional.of(root);
            int from = 0;
            while (from < path.length()) {
                int dot = path.indexOf('.', from);
                int end = dot < 0 ? path.length() : dot;
                String name = path.substring(from, end);
                Optional<RelationshipDescription> hop = entity.flatMap(each -> model.relationship(each, name));
                boolean pair =
                        entity.flatMap(each -> model.polymorphic(each, name)).isPresent();
                if (pair || hop.filter(RelationshipDescription::polymorphic).isPresent()) {
                    String prefix = from == 0 ? "" : path.substring(0, from - 1);
                    if (!prefix.isEmpty()) {
                        known.add(prefix);
                    }
                    Set<String> behind = further.computeIfAbsent(prefix, each -> new TreeMap<>())
                            .computeIfAbsent(name, each -> new LinkedHashSet<>());
                    if (dot >= 0) {
                        behind.add(path.substring(end + 1));
                    }
                    return;
                }
                entity = hop.map(model::target);
                from = end + 1;
            }
            known.add(path);
        }
    }

    /** The rows at the end of a path that is loaded, each once. */
    private Collection<Object> at(Collection<?> rows, String path) {
        Set<Object> reached = Collections.newSetFromMap(new IdentityHashMap<>());
        reached.addAll(rows);
        for (String name : path.isEmpty() ? new String[0] : path.split("\\.")) {
            Set<Object> next = Collections.newSetFromMap(new IdentityHashMap<>());
            for (Object row : reached) {
                if (model.relationship(entity(row), name).isPresent()) {
                    add(unit().get(row, name), next);
                }
            }
            reached = next;
        }
        return reached;
    }

    private static void add(@Nullable Object value, Set<Object> rows) {
        if (value instanceof Collection<?> several) {
            rows.addAll(several);
        } else if (value instanceof Map<?, ?> several) {
            rows.addAll(several.values());
        } else if (value != null) {
            rows.add(value);
        }
        rows.remove(null);
    }

    private EntityDescription entity(Object row) {
        return model.entity(unit().entityName(row));
    }

    private void load(Collection<Object> holders, Map<String, Set<String>> relationships) {
        relationships.forEach((name, behind) -> {
            Map<PolymorphicDescription, List<Object>> forward = new LinkedHashMap<>();
            Map<RelationshipDescription, List<Object>> backward = new LinkedHashMap<>();
            for (Object holder : holders) {
                EntityDescription entity = entity(holder);
                model.polymorphic(entity, name)
                        .ifPresent(pair -> forward.computeIfAbsent(pair, each -> new ArrayList<>())
                                .add(holder));
                model.relationship(entity, name)
                        .filter(RelationshipDescription::polymorphic)
                        .ifPresent(each -> backward.computeIfAbsent(each, key -> new ArrayList<>())
                                .add(holder));
            }
            forward.forEach((pair, several) -> forward(pair, several, List.copyOf(behind)));
            backward.forEach((relationship, several) -> backward(relationship, several, List.copyOf(behind)));
        });
    }

    /** What a row says that is of no entity of the pair leads nowhere, as a key without a row does. */
    private void forward(PolymorphicDescription pair, List<Object> holders, List<String> behind) {
        Map<PolymorphicDescription.Target, Map<Object, List<Object>>> led = new LinkedHashMap<>();
        for (Object holder : holders) {
            Object id = unit().get(holder, pair.key());
            Optional<PolymorphicDescription.Target> target =
                    Optional.ofNullable(unit().get(holder, pair.type())).flatMap(pair::saidBy);
            if (id == null || target.isEmpty()) {
                unit().set(holder, pair.attribute(), null);
            } else {
                led.computeIfAbsent(target.get(), each -> new LinkedHashMap<>())
                        .computeIfAbsent(id, each -> new ArrayList<>())
                        .add(holder);
            }
        }
        Map<Object, Object> found = new IdentityHashMap<>();
        for (PolymorphicDescription.Target target : pair.targets()) {
            Map<Object, List<Object>> byId = led.getOrDefault(target, Map.of());
            List<String> paths = behind(pair, target, behind);
            Map<Object, Object> rows = new HashMap<>();
            Slices.of(byId.keySet(), Slices.KEYS).forEach(ids -> {
                Query query = entityManager
                        .createQuery("select e from " + target.entity() + " e where e." + target.id() + " in :ids")
                        .setParameter("ids", ids);
                rows(query, model.entity(target.entity()), paths)
                        .forEach(row -> rows.put(unit().get(row, target.id()), row));
            });
            byId.forEach((id, several) -> several.forEach(holder -> found.put(holder, rows.get(id))));
        }
        found.forEach((holder, row) -> unit().set(holder, pair.attribute(), row));
    }

    /** Of the paths behind a pair those of one entity: what names it, and what names none and is there. */
    private List<String> behind(
            PolymorphicDescription pair, PolymorphicDescription.Target target, List<String> behind) {
        Routes routes = new Routes(model);
        EntityDescription entity = model.entity(target.entity());
        List<String> paths = new ArrayList<>();
        for (String path : behind) {
            String first = path.split("\\.", 2)[0];
            if (pair.target(first).isEmpty()) {
                if (routes.isIncludable(entity, path)) {
                    paths.add(path);
                }
            } else if (first.equals(target.entity()) && path.length() > first.length()) {
                paths.add(path.substring(first.length() + 1));
            }
        }
        return paths;
    }

    private void backward(RelationshipDescription relationship, List<Object> holders, List<String> behind) {
        EntityDescription target = model.target(relationship);
        String key = relationship.key().attributes().get(0);
        String id = relationship.key().parts().get(0).id();
        Map<Object, List<Object>> byId = new LinkedHashMap<>();
        holders.forEach(holder -> byId.computeIfAbsent(unit().get(holder, id), each -> new ArrayList<>())
                .add(holder));
        Map<Object, List<Object>> rows = new HashMap<>();
        Slices.of(byId.keySet(), Slices.KEYS).forEach(ids -> {
            Query query = entityManager
                    .createQuery("select e from " + target.name() + " e where e."
                            + relationship.type().orElseThrow().attribute() + " = :type and e." + key + " in :ids"
                            + order(target))
                    .setParameter("type", relationship.type().get().value())
                    .setParameter("ids", ids);
            rows(query, target, behind)
                    .forEach(row -> rows.computeIfAbsent(unit().get(row, key), each -> new ArrayList<>())
                            .add(row));
        });
        byId.forEach((value, several) -> several.forEach(holder -> {
            List<Object> found = rows.getOrDefault(value, List.of());
            unit().set(
                            holder,
                            relationship.attribute(),
                            relationship.toMany() ? found : found.isEmpty() ? null : found.get(0));
        }));
    }

    /** In the order of the ids, as the provider loads collections. */
    private static String order(EntityDescription entity) {
        List<String> ids = entity.id().stream()
                .map(AttributeDescription::name)
                .map(name -> "e." + name)
                .toList();
        return ids.isEmpty() ? "" : " order by " + String.join(", ", ids);
    }
}

package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.easymodel.NestedMaps;
import org.easymodel.failure.Problem;
import org.easymodel.query.Condition;
import org.easymodel.query.SetChange;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.KeyDescription;
import org.easymodel.relate.LinkDescription;
import org.easymodel.relate.RelationshipDescription;

/** Changes which rows a to-many relationship of one row leads to, and counts those that came and went. */
record RelatedChange<E>(Entities<E> entities, String verb) {

    long add(Object row, String path, Object... targets) {
        RelationshipDescription relationship = relationship(path);
        return write(row, path, new SetChange(targets(relationship, path, targets), List.of()), List.of());
    }

    /** With values of the link's row; where that has none of its own, the map is one more target. */
    long addWith(Object row, String path, Object target, Map<String, ?> values) {
        RelationshipDescription relationship = relationship(path);
        if (values == null) {
            throw Problems.noMapGiven(place());
        }
        Optional<LinkDescription> link = relationship.link().filter(this::hasValues);
        if (target instanceof Collection || link.isEmpty()) {
            return add(row, path, target, (Object) values);
        }
        EntityDescription linking = model().entity(link.get().entity());
        KeyDescription sourceKey = link.get().sourceKey();
        KeyDescription targetKey = link.get().targetKey();
        RelationshipDescription toLink = model().relationships(entities.entity()).stream()
                .filter(each -> each.toMany()
                        && each.target().equals(linking.name())
                        && each.key().equals(sourceKey))
                .findFirst()
                .orElseThrow(() -> RelatedProblems.noWayToValues(place(), path, linking));
        RelationshipDescription toTarget =
                toOne(linking, targetKey).orElseThrow(() -> RelatedProblems.noWayToValues(place(), path, linking));
        Optional<String> toSource = toOne(linking, sourceKey).map(RelationshipDescription::attribute);
        for (String name : values.keySet()) {
            if (sourceKey.has(name)
                    || targetKey.has(name)
                    || toSource.filter(name::equals).isPresent()
                    || toTarget.attribute().equals(name)) {
                throw RelatedProblems.keyInPayload(place(), name, linking);
            }
        }
        Map<String, Object> linked = new LinkedHashMap<>(values);
        linked.put(toTarget.attribute(), targets(relationship, path, target).get(0));
        List<String> pair = new ArrayList<>(sourceKey.attributes());
        pair.addAll(targetKey.attributes());
        return write(row, toLink.attribute(), new SetChange(List.of(linked), List.of()), pair);
    }

    private Optional<RelationshipDescription> toOne(EntityDescription entity, KeyDescription key) {
        return model().relationships(entity).stream()
                .filter(each -> each.owner() && each.key().equals(key))
                .findFirst();
    }

    /** Whether there is more to say of a link than which rows it links. */
    private boolean hasValues(LinkDescription link) {
        EntityDescription linking = model().entity(link.entity());
        return Stream.concat(linking.attributes().stream(), linking.embedded().stream())
                        .anyMatch(attribute -> attribute.isPayload()
                                && !link.sourceKey().has(attribute.name())
                                && !link.targetKey().has(attribute.name()))
                || model().relationships(linking).stream()
                        .anyMatch(each -> each.owner()
                                && !each.key().equals(link.sourceKey())
                                && !each.key().equals(link.targetKey()));
    }

    long remove(Object row, String path, Object... targets) {
        RelationshipDescription relationship = relationship(path);
        return write(row, path, new SetChange(List.of(), targets(relationship, path, targets)), List.of());
    }

    /** These rows and no others. */
    long set(Object row, String path, Object... targets) {
        RelationshipDescription relationship = relationship(path);
        return write(row, path, targets(relationship, path, targets), List.of());
    }

    private String place() {
        return entities.place(verb);
    }

    private Model model() {
        return entities.model();
    }

    private RelationshipDescription relationship(String path) {
        EntityDescription entity = entities.entity();
        Optional<RelationshipDescription> relationship =
                path == null ? Optional.empty() : model().relationship(entity, path);
        if (relationship.isPresent() && !relationship.get().toMany()) {
            throw RelatedProblems.toOne(place(), path);
        }
        return relationship.orElseThrow(() -> RelatedProblems.noRelationship(
                place(),
                path,
                entity,
                model().relationships(entity).stream()
                        .filter(RelationshipDescription::toMany)
                        .map(RelationshipDescription::attribute)
                        .sorted()
                        .toList()));
    }

    /** What is given for rows, collections spread out, and keys told apart from maps and entities. */
    private List<Object> targets(RelationshipDescription relationship, String path, Object... given) {
        List<Object> all = new ArrayList<>();
        for (Object each : given == null ? new Object[] {null} : given) {
            all.addAll(each instanceof Collection<?> several ? several : Arrays.asList(each));
        }
        EntityDescription target = model().target(relationship);
        for (int i = 0; i < all.size(); i++) {
            Object each = all.get(i);
            if (each == null) {
                throw RelatedProblems.noTarget(place(), path, i);
            }
            if (!(each instanceof Map) && entities.unit().entityName(each) == null) {
                int index = i;
                RowKey.Parts key = RowKey.read(model(), place(), target, each)
                        .orElseThrow(() -> RelatedProblems.wrongTarget(place(), path, index, target, each.getClass()));
                all.set(i, key);
            }
        }
        return all;
    }

    private long write(Object row, String name, Object change, List<String> pair) {
        EntityDescription entity = entities.entity();
        Statement statement = entities.statement(verb);
        Scope root = statement.scope(entity, "e");
        Clause clause = new ConditionCompiler(root).compile(key(row));
        String text = JpaQuery.text("e", root, clause);
        GraphWork<E> work = new GraphWork<>(entities, verb, () -> graph(name, change, pair));
        return work.commuting().run((entityManager, graph) -> {
            graph.roots().get(0).link(found(entityManager, statement, text));
            return graph.write(entityManager);
        });
    }

    private Condition key(Object row) {
        EntityDescription entity = entities.entity();
        if (row == null) {
            throw RelatedProblems.noRow(place(), entity);
        }
        return entity.type().isInstance(row)
                ? RowKey.condition(List.of(RowKey.ofEntity(model(), place(), entity, row)))
                : RowKey.of(model(), place(), entity, row);
    }

    private Object found(EntityManager entityManager, Statement statement, String text) {
        Query query = statement.query(entityManager, text);
        entities.unit().fetch(query, "e", new AlwaysLoaded(model()).with(entities.entity(), List.of()));
        List<?> rows = query.getResultList();
        if (rows.isEmpty()) {
            throw Problems.noRowToUpdate(place(), entities.entity());
        }
        return rows.get(0);
    }

    private Graph graph(String name, Object change, List<String> pair) {
        List<Problem> problems = new ArrayList<>();
        MapReader reader = new MapReader(model(), place(), problems, new ObjectReader(model(), place(), problems));
        Node root = reader.changes("", entities.entity(), Map.of(name, change));
        root.toMany.getOrDefault(name, List.of()).forEach(each -> each.pair.addAll(pair));
        Graph graph = Graph.of(model(), place(), List.of(root), NestedMaps.LINK);
        graph.check(problems);
        return graph;
    }
}

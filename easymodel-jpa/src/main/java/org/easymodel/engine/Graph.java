package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.easymodel.failure.Problem;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.LinkDescription;
import org.easymodel.relate.RelationshipDescription;

/**
 * A graph of rows on its way into the database.
 *
 * @param nodes its rows, the root first
 */
record Graph(Model model, String place, List<Node> nodes) {

    /** Checks what can be checked without the database. */
    void check(List<Problem> problems) {
        Keys keys = new Keys(model);
        Required required = new Required(model);
        for (Node node : nodes) {
            List<String> missing = required.missing(node);
            node.missing.addAll(missing);
            if (node.isRoot() || !keys.possible(node)) {
                problems.addAll(node.problemsIfNew(place));
            }
            node.holders.forEach(hold -> hold.link().ifPresent(link -> checkLink(node, link, required, problems)));
        }
        Problems.throwIfAny(problems);
    }

    private void checkLink(Node node, LinkDescription link, Required required, List<Problem> problems) {
        EntityDescription entity = model.entity(link.entity());
        Node row = new Node(node.path, entity);
        link.sourceKey().attributes().forEach(attribute -> row.values.put(attribute, link));
        link.targetKey().attributes().forEach(attribute -> row.values.put(attribute, link));
        List<String> missing = required.missing(row);
        if (!missing.isEmpty()) {
            problems.add(GraphProblems.linkNeedsValues(place, node.path, entity, missing));
        }
    }

    /** Finds what is there, and writes what is not. */
    void write(EntityManager entityManager, List<Problem> problems) {
        new Matcher(model, entityManager, place, problems).match(nodes);
        new Contradictions(model, place, problems).check(nodes);
        Problems.throwIfAny(problems);
        new GraphWriter(model, entityManager, place).write(nodes);
    }

    /** The paths of relationships that the graph speaks of, without places in collections. */
    List<String> paths() {
        Set<String> paths = new LinkedHashSet<>();
        for (Node node : nodes) {
            String prefix = node.path.replaceAll("\\[\\d+]", "");
            node.toOne.keySet().forEach(name -> paths.add(prefix.isEmpty() ? name : prefix + "." + name));
            node.toMany.keySet().forEach(name -> paths.add(prefix.isEmpty() ? name : prefix + "." + name));
            node.values.forEach((name, value) -> {
                if (value instanceof Compound.Several || value instanceof Compound.Keyed) {
                    paths.add(prefix.isEmpty() ? name : prefix + "." + name);
                }
            });
        }
        return List.copyOf(paths);
    }

    /** The relationships of the new root that nobody can lead to it by, since its key did not exist before. */
    List<RelationshipDescription> certainlyEmpty(List<String> paths) {
        Node root = nodes.get(0);
        boolean generated = root.entity
                .singleId()
                .filter(AttributeDescription::generated)
                .filter(id -> root.values.get(id.name()) == null)
                .isPresent();
        return !generated
                ? List.of()
                : model.relationships(root.entity).stream()
                        .filter(relationship -> !relationship.owner() && paths.contains(relationship.attribute()))
                        .filter(relationship ->
                                paths.stream().noneMatch(path -> path.startsWith(relationship.attribute() + ".")))
                        .filter(relationship -> root.toMany
                                        .getOrDefault(relationship.attribute(), List.of())
                                        .isEmpty()
                                && !filledByGraph(relationship))
                        .toList();
    }

    /** Whether a row of the graph may lead back to the root without being below it. */
    private boolean filledByGraph(RelationshipDescription relationship) {
        String link = relationship.link().map(LinkDescription::entity).orElse("");
        return nodes.stream()
                        .skip(1)
                        .anyMatch(node -> node.entity.name().equals(relationship.target())
                                || node.entity.name().equals(link))
                || nodes.stream().flatMap(node -> node.holders.stream()).anyMatch(hold -> hold.link()
                        .filter(each -> each.entity().equals(relationship.target())
                                || each.entity().equals(link))
                        .isPresent());
    }
}

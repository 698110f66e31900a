package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.easymodel.NestedMaps;
import org.easymodel.failure.ConstraintViolatedException;
import org.easymodel.failure.Problem;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.LinkDescription;
import org.easymodel.relate.RelationshipDescription;

/**
 * A graph of rows on its way into the database.
 *
 * @param roots the outermost rows
 * @param nodes all its rows, each before those that it holds
 */
record Graph(Model model, String place, List<Node> roots, List<Node> nodes, NestedMaps nested) {

    static Graph of(Model model, String place, List<Node> roots, NestedMaps nested) {
        Set<Node> nodes = new LinkedHashSet<>();
        roots.forEach(root -> nodes.addAll(root.all()));
        return new Graph(model, place, roots, List.copyOf(nodes), nested);
    }

    /** Checks what can be checked without the database. */
    void check(List<Problem> problems) {
        Keys keys = new Keys(model);
        Required required = new Required(model);
        BeanRules rules = model.beanRules();
        Contradictions contradictions = new Contradictions(model, place, problems);
        for (Node node : nodes) {
            node.missing.addAll(node.isUnread() ? List.of() : required.missing(node));
            boolean certainlyNew = node.isRoot() || !node.isChanges() && !node.isLeaving() && !keys.possible(node);
            if (certainlyNew) {
                problems.addAll(node.problemsIfNew(model, place));
            }
            rules.check(place, node, problems);
            contradictions.checkGiven(node);
            node.holders.stream()
                    .filter(hold -> certainlyNew || !hold.holder().isChanges())
                    .forEach(hold -> checkLink(node, hold, required, problems));
        }
        Problems.throwIfAny(problems);
    }

    /** A row of a link that needs values cannot be made of its two keys; one that is there has them. */
    private void checkLink(Node node, Node.Hold hold, Required required, List<Problem> problems) {
        if (hold.link().isEmpty()) {
            return;
        }
        LinkDescription link = hold.link().get();
        EntityDescription entity = model.entity(link.entity());
        if (model.isAbstract(entity)) {
            problems.add(GraphProblems.ofNoEntity(place, node.path, entity, model.concretes(entity)));
            return;
        }
        Node row = new Node(node.path, entity, Node.Kind.MAP);
        link.sourceKey().attributes().forEach(attribute -> row.values.put(attribute, link));
        link.targetKey().attributes().forEach(attribute -> row.values.put(attribute, link));
        List<String> missing = required.missing(row);
        if (!missing.isEmpty()) {
            problems.add(GraphProblems.linkNeedsValues(place, node.path, entity, missing));
        }
    }

    /**
     * Finds what is there, and writes what is not.
     *
     * @return how many rows came to the relationships of the roots, and left them
     */
    long write(EntityManager entityManager) {
        return write(entityManager, new GraphWriter(model, entityManager, place));
    }

    /**
     * Writes as {@link #write} does, but the row of the only root beside the persistence context.
     *
     * @throws RefusedRow if the database refuses that row
     */
    void writeContested(EntityManager entityManager) {
        write(entityManager, new GraphWriter(model, entityManager, place).contesting(roots.get(0)));
    }

    /**
     * Writes the outermost rows as {@link GraphWriter#upsert} does.
     *
     * @param key the names of the unique key that says which row is which
     * @return false if that is not possible, and nothing was done
     */
    boolean upsert(EntityManager entityManager, Set<String> key) {
        List<Problem> problems = new ArrayList<>();
        new Matcher(model, entityManager, place, problems, nested).match(nodes);
        new Contradictions(model, place, problems).check(nodes);
        return problems.isEmpty()
                && SeparateRows.areAlone(model, nodes)
                && new GraphWriter(model, entityManager, place).upsert(roots, key);
    }

    /** Inserts the outermost rows, which may lead to nothing but rows that are there. */
    void load(EntityManager entityManager) {
        List<Problem> problems = new ArrayList<>();
        new Matcher(model, entityManager, place, problems, nested).match(nodes);
        new Contradictions(model, place, problems).check(nodes);
        if (problems.isEmpty()) {
            SeparateRows.notAlone(nodes).ifPresent(node -> problems.add(RowProblems.notAlone(place, node.path)));
        }
        Problems.throwIfAny(problems);
        new GraphWriter(model, entityManager, place).load(roots);
    }

    private long write(EntityManager entityManager, GraphWriter writer) {
        List<Problem> problems = new ArrayList<>();
        new Matcher(model, entityManager, place, problems, nested).match(nodes);
        new Contradictions(model, place, problems).check(nodes);
        LinkPairs pairs = LinkPairs.of(model, entityManager, nodes);
        Required required = new Required(model);
        for (Node node : nodes) {
            node.holders.stream()
                    .filter(hold -> hold.link().isPresent() && !pairs.has(model, hold, node))
                    .forEach(hold -> checkLink(node, hold, required, problems));
        }
        Departures departures = Departures.of(model, entityManager, place, problems, nodes);
        Problems.throwIfAny(problems);
        long left = departures.write();
        List<Node.Hold> came = writer.write(nodes, pairs);
        return left
                + came.stream().filter(hold -> roots.contains(hold.holder())).count();
    }

    /** The outermost rows, after they were written. */
    List<Object> rows() {
        return roots.stream().map(Node::instance).toList();
    }

    /**
     * Whether a row, written by somebody else meanwhile, can be the reason for a violated constraint, so that it would be
     * found if the graph was written once more.
     */
    boolean mayHaveMissed(ConstraintViolatedException violation) {
        Keys keys = new Keys(model);
        boolean ofNoEntity = violation.entity() == null
                || model.description().entity(violation.entity()).isEmpty();
        return violation.kind() == ConstraintViolatedException.Kind.UNIQUE
                && nodes.stream()
                        .anyMatch(node -> !node.isRoot()
                                        && !node.isLinked()
                                        && keys.possible(node)
                                        && node.entity.name().equals(violation.entity())
                                || node.holders.stream()
                                        .anyMatch(hold -> hold.link()
                                                        .filter(link ->
                                                                link.entity().equals(violation.entity()))
                                                        .isPresent()
                                                || ofNoEntity && isPair(hold)));
    }

    /** Whether the provider keeps the hold in a table of pairs. */
    private boolean isPair(Node.Hold hold) {
        return hold.link().isEmpty()
                && !hold.relationship().inferred()
                && model.inverse(hold.relationship())
                        .filter(inverse -> inverse.owner() && !inverse.toMany())
                        .isEmpty();
    }

    /** The paths of relationships that the graph speaks of, without places in collections. */
    List<String> paths() {
        Set<String> paths = new LinkedHashSet<>();
        for (Node node : nodes) {
            String prefix = node.path.replaceAll("\\[\\d+]", "").replaceFirst("^\\.", "");
            node.toOne.keySet().forEach(name -> paths.add(prefix.isEmpty() ? name : prefix + "." + name));
            node.toMany.keySet().forEach(name -> paths.add(prefix.isEmpty() ? name : prefix + "." + name));
            node.values.forEach((name, value) -> {
                if (value instanceof Compound.Several
                        || value instanceof Compound.Keyed
                        || value instanceof Compound.Altered) {
                    paths.add(prefix.isEmpty() ? name : prefix + "." + name);
                }
            });
        }
        return List.copyOf(paths);
    }

    /** The relationships of the new root that nobody can lead to it by, since its key did not exist before. */
    List<RelationshipDescription> certainlyEmpty(List<String> paths) {
        Node root = roots.get(0);
        boolean generated = root.entity
                .singleId()
                .filter(AttributeDescription::generated)
                .filter(id -> root.values.get(id.name()) == null)
                .isPresent();
        return !generated || roots.size() > 1
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

package org.easymodel.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.easymodel.failure.Problem;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.LinkDescription;
import org.easymodel.relate.RelationshipDescription;
import org.jspecify.annotations.Nullable;

/**
 * One row of a graph that is to be inserted: what is known of it, and how it hangs together with others. Used by one
 * thread, for one call.
 */
final class Node {

    final String path;
    final EntityDescription entity;
    final Map<String, Object> values = new TreeMap<>();
    /** Attributes whose given value was refused, so that they are not missing too. */
    final Set<String> refused = new HashSet<>();

    /** Attributes with a value that only a row which is there already can have. */
    final Set<String> ofLinkedOnly = new TreeSet<>();

    final Map<String, @Nullable Node> toOne = new TreeMap<>();
    final Map<String, List<Node>> toMany = new TreeMap<>();
    final List<Hold> holders = new ArrayList<>();

    /** Attributes that would be missing if the row had to be inserted. */
    final List<String> missing = new ArrayList<>();

    private @Nullable Node same;
    private @Nullable Object instance;
    private State state = State.OPEN;

    enum State {
        /** Not looked up yet. */
        OPEN,
        /** A row that is there. */
        LINKED,
        /** A row to be inserted. */
        NEW,
        /** Inserted. */
        WRITTEN
    }

    /** A node whose to-many or inverse to-one relationship holds this one. */
    record Hold(Node holder, RelationshipDescription relationship) {

        Optional<LinkDescription> link() {
            return relationship.link();
        }
    }

    Node(String path, EntityDescription entity) {
        this.path = path;
        this.entity = entity;
    }

    boolean isRoot() {
        return path.isEmpty();
    }

    /** The path of something in this row. */
    String pathOf(String attribute) {
        return isRoot() ? attribute : path + "." + attribute;
    }

    /** The node that stands for the same row. */
    Node row() {
        return same == null ? this : same.row();
    }

    void sameAs(Node other) {
        same = other;
    }

    State state() {
        return row().state;
    }

    boolean isOpen() {
        return same == null && state == State.OPEN;
    }

    boolean isLinked() {
        return state() == State.LINKED;
    }

    void link(Object row) {
        instance = row;
        state = State.LINKED;
    }

    void isNew() {
        state = State.NEW;
    }

    void written(Object row) {
        instance = row;
        state = State.WRITTEN;
    }

    @Nullable
    Object instance() {
        return row().instance;
    }

    void given(Object object) {
        instance = object;
    }

    /** What would be wrong if the row had to be inserted. */
    List<Problem> problemsIfNew(String place) {
        List<Problem> problems = new ArrayList<>();
        missing.forEach(name -> problems.add(GraphProblems.missing(place, pathOf(name), entity.name())));
        ofLinkedOnly.forEach(name -> problems.add(GraphProblems.filledByUs(place, pathOf(name))));
        return problems;
    }

    /** This node and all below it, each before those that it holds. */
    List<Node> all() {
        List<Node> nodes = new ArrayList<>();
        collect(nodes, Collections.newSetFromMap(new IdentityHashMap<>()));
        return nodes;
    }

    private void collect(List<Node> nodes, Set<Node> seen) {
        if (seen.add(this)) {
            nodes.add(this);
            toOne.values().stream().filter(Objects::nonNull).forEach(node -> node.collect(nodes, seen));
            toMany.values().forEach(several -> several.forEach(node -> node.collect(nodes, seen)));
        }
    }
}

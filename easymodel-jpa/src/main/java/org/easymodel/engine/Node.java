package org.easymodel.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
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
 * One row of a graph that is to be written: what is known of it, and how it hangs together with others. Used by one
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

    /** The relationships whose related rows are to be these and no others. */
    final Set<String> replaced = new TreeSet<>();

    /** The rows that are to leave a relationship. */
    final Map<String, List<Node>> leaving = new TreeMap<>();

    /** Attributes that are a key of the row for this call, though nothing may make them unique: the two ends of a link. */
    final List<String> pair = new ArrayList<>();

    /** Attributes that would be missing if the row had to be inserted. */
    final List<String> missing = new ArrayList<>();

    private final Kind kind;
    private final @Nullable Hold reached;
    private @Nullable Node same;
    private @Nullable Object instance;
    private @Nullable Object given;
    private State state = State.OPEN;
    private boolean written;
    private boolean unread;

    /** What stands for the row. */
    enum Kind {
        /** The outermost map or entity of an insert: always a new row. */
        ROOT,
        /** A map of changes: the row is known, or is the one at the other end of a to-one relationship. */
        CHANGES,
        /** A map that may have the key of a row. */
        MAP,
        /** An entity. */
        ENTITY,
        /** What is to be taken out of a relationship, if it is there. */
        LEAVING
    }

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

    Node(String path, EntityDescription entity, Kind kind) {
        this(path, entity, kind, null);
    }

    private Node(String path, EntityDescription entity, Kind kind, @Nullable Hold reached) {
        this.path = path;
        this.entity = entity;
        this.kind = kind;
        this.reached = reached;
    }

    /** Changes of the row that is at the other end of a to-one relationship; a new one if there is none. */
    static Node reached(String path, EntityDescription entity, Node holder, RelationshipDescription relationship) {
        return new Node(path, entity, Kind.CHANGES, new Hold(holder, relationship));
    }

    boolean isRoot() {
        return kind == Kind.ROOT;
    }

    boolean isChanges() {
        return kind == Kind.CHANGES;
    }

    boolean isEntity() {
        return kind == Kind.ENTITY;
    }

    boolean isLeaving() {
        return kind == Kind.LEAVING;
    }

    /** Over which relationship the row is found, if not by its key. */
    Optional<Hold> reached() {
        return Optional.ofNullable(reached);
    }

    /** Whether the row is there already and gets the values. */
    boolean isWritten() {
        return isLinked() && (isChanges() || written);
    }

    /** Its own values are not looked at: they were refused as a whole, or are written by the provider. */
    void unread() {
        unread = true;
    }

    boolean isUnread() {
        return unread;
    }

    /** The values are written into the row that is there. */
    void write() {
        written = true;
    }

    /** The path of something in this row. */
    String pathOf(String attribute) {
        return path.isEmpty() ? attribute : path + "." + attribute;
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
        given = object;
    }

    /** The entity of the application that stands for a row to be inserted. */
    @Nullable
    Object given() {
        return given;
    }

    /** What would be wrong if the row had to be inserted. */
    List<Problem> problemsIfNew(Model model, String place) {
        if (given == null && !unread && model.isAbstract(entity)) {
            return List.of(GraphProblems.ofNoEntity(place, path, entity, model.concretes(entity)));
        }
        List<Problem> problems = new ArrayList<>();
        missing.forEach(name -> problems.add(GraphProblems.missing(place, pathOf(name), entity.name())));
        ofLinkedOnly.forEach(name -> problems.add(GraphProblems.filledByUs(place, pathOf(name))));
        return problems;
    }

    /** This node and all below it, each before those that it holds. Graphs may be deeper than the stack. */
    List<Node> all() {
        List<Node> nodes = new ArrayList<>();
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Node> open = new ArrayDeque<>(List.of(this));
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (seen.add(node)) {
                nodes.add(node);
                List<Node> next = node.next();
                for (int i = next.size() - 1; i >= 0; i--) {
                    open.push(next.get(i));
                }
            }
        }
        return nodes;
    }

    private List<Node> next() {
        List<Node> next = new ArrayList<>();
        toOne.values().stream().filter(Objects::nonNull).forEach(next::add);
        toMany.values().forEach(next::addAll);
        leaving.values().forEach(next::addAll);
        return next;
    }
}

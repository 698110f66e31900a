package org.easymodel.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What attributes hold, said in code: the members of {@link References} as methods. For one thread. */
public final class RelationshipRule {

    private final Class<?> entity;
    private final List<String> attributes;
    private Optional<Class<?>> target = Optional.empty();
    private List<String> ids = List.of();
    private String attribute = "";
    private String inverse = "";
    private OnDelete onDelete = OnDelete.REFUSE;
    private boolean orphanRemoval;
    private boolean constraint = true;

    RelationshipRule(Class<?> entity, List<String> attributes) {
        this.entity = Objects.requireNonNull(entity, "entity");
        this.attributes = attributes;
    }

    /**
     * The entity whose key the attributes hold.
     *
     * @param entityClass the entity
     * @param keyAttributes the attributes of its key, in the order of those that hold them; none to find them by their names
     * @return this rule
     */
    public RelationshipRule references(Class<?> entityClass, String... keyAttributes) {
        target = Optional.of(entityClass);
        ids = List.of(keyAttributes);
        return this;
    }

    /** Names the relationship on this side. */
    public RelationshipRule attribute(String name) {
        attribute = Objects.requireNonNull(name, "name");
        return this;
    }

    /** Names the relationship on the other side. */
    public RelationshipRule inverse(String name) {
        inverse = Objects.requireNonNull(name, "name");
        return this;
    }

    /** Says what happens to these rows when the row they lead to is deleted. */
    public RelationshipRule onDelete(OnDelete rule) {
        onDelete = Objects.requireNonNull(rule, "rule");
        return this;
    }

    /** Says that these rows are parts of the row they lead to, and go when it no longer holds them. */
    public RelationshipRule orphanRemoval() {
        orphanRemoval = true;
        return this;
    }

    /** Leaves out the foreign key constraint. */
    public RelationshipRule withoutConstraint() {
        constraint = false;
        return this;
    }

    /** The entity that has the attributes, or a superclass of entities. */
    public Class<?> entity() {
        return entity;
    }

    /** The attributes. */
    public List<String> attributes() {
        return attributes;
    }

    /** The entity whose key they hold; empty if they hold none. */
    public Optional<Class<?>> target() {
        return target;
    }

    /** The attributes of its key in the order of the attributes; none if names decide. */
    public List<String> ids() {
        return ids;
    }

    /** The name on this side, empty for the rule's own. */
    public String attribute() {
        return attribute;
    }

    /** The name on the other side, empty for the rule's own. */
    public String inverse() {
        return inverse;
    }

    /** What happens to these rows when the row they lead to is deleted. */
    public OnDelete onDelete() {
        return onDelete;
    }

    /** Whether these rows go when the row they lead to no longer holds them. */
    public boolean removesOrphans() {
        return orphanRemoval;
    }

    /** Whether the schema gets a foreign key constraint. */
    public boolean constraint() {
        return constraint;
    }
}

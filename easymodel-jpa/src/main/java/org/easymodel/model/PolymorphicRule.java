package org.easymodel.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What two attributes hold that lead to several entities, said in code: the members of {@link Polymorphic} as methods. For one thread. */
public final class PolymorphicRule {

    private final Class<?> entity;
    private final String type;
    private final String key;
    private final List<Class<?>> targets = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private String attribute = "";
    private String inverse = "";
    private OnDelete onDelete = OnDelete.REFUSE;
    private boolean orphanRemoval;

    PolymorphicRule(Class<?> entity, String type, String key) {
        this.entity = Objects.requireNonNull(entity, "entity");
        this.type = Objects.requireNonNull(type, "type");
        this.key = Objects.requireNonNull(key, "key");
    }

    /**
     * One of the entities, of which the type attribute says its name.
     *
     * @return this rule
     */
    public PolymorphicRule leadsTo(Class<?> target) {
        return leadsTo(target, "");
    }

    /**
     * One of the entities.
     *
     * @param value what the type attribute says of it, written as text
     * @return this rule
     */
    public PolymorphicRule leadsTo(Class<?> target, String value) {
        targets.add(Objects.requireNonNull(target, "target"));
        values.add(Objects.requireNonNull(value, "value"));
        return this;
    }

    /** Names the relationship on this side. */
    public PolymorphicRule attribute(String name) {
        attribute = Objects.requireNonNull(name, "name");
        return this;
    }

    /** Names the relationship on each of the other sides. */
    public PolymorphicRule inverse(String name) {
        inverse = Objects.requireNonNull(name, "name");
        return this;
    }

    /** Says what happens to these rows when the row they lead to is deleted. */
    public PolymorphicRule onDelete(OnDelete rule) {
        onDelete = Objects.requireNonNull(rule, "rule");
        return this;
    }

    /** Says that these rows are parts of the row they lead to, and go when it no longer holds them. */
    public PolymorphicRule orphanRemoval() {
        orphanRemoval = true;
        return this;
    }

    /** The entity that has the attributes, or a superclass of entities. */
    public Class<?> entity() {
        return entity;
    }

    /** The attribute that says which entity. */
    public String type() {
        return type;
    }

    /** The attribute that holds the key. */
    public String key() {
        return key;
    }

    /** The entities. */
    public List<Class<?>> targets() {
        return List.copyOf(targets);
    }

    /** What the type attribute says of each, empty for its name. */
    public List<String> values() {
        return List.copyOf(values);
    }

    /** The name on this side, empty for the rule's own. */
    public String attribute() {
        return attribute;
    }

    /** The name on the other sides, empty for the rule's own. */
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
}

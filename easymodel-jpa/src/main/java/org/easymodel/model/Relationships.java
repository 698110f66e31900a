package org.easymodel.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects what {@link RelationshipRules} say. For one thread.
 */
public final class Relationships {

    private final List<RelationshipRule> rules = new ArrayList<>();
    private final List<PolymorphicRule> pairs = new ArrayList<>();

    /** Nothing said yet. */
    public Relationships() {}

    /**
     * Attributes of an entity that hold the key of another one.
     *
     * @param entity the entity, or a superclass of entities
     * @param attributes one attribute, or one for each attribute of the other entity's key; inside an embeddable its path, such
     *     as {@code address.countryId}
     * @return the rule, whose {@link RelationshipRule#references} says what they lead to
     */
    public RelationshipRule key(Class<?> entity, String... attributes) {
        RelationshipRule rule = new RelationshipRule(entity, List.of(attributes));
        rules.add(rule);
        return rule;
    }

    /**
     * An attribute from which nothing is inferred.
     *
     * @param entity the entity, or a superclass of entities
     * @param attribute the attribute; inside an embeddable its path
     */
    public void none(Class<?> entity, String attribute) {
        rules.add(new RelationshipRule(entity, List.of(attribute)));
    }

    /**
     * Two attributes of an entity that together lead to a row of one of several entities.
     *
     * @param entity the entity, or a superclass of entities
     * @param type the attribute that says which entity; inside an embeddable its path
     * @param key the attribute that holds the key; inside an embeddable its path
     * @return the rule, whose {@link PolymorphicRule#leadsTo(Class, String)} says to which
     */
    public PolymorphicRule pair(Class<?> entity, String type, String key) {
        PolymorphicRule rule = new PolymorphicRule(entity, type, key);
        pairs.add(rule);
        return rule;
    }

    /** What was said of polymorphic pairs, in its order. */
    public List<PolymorphicRule> pairs() {
        return List.copyOf(pairs);
    }

    /** What was said of keys, in its order. */
    public List<RelationshipRule> rules() {
        return List.copyOf(rules);
    }
}

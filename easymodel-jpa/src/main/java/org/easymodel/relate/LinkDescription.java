package org.easymodel.relate;

/**
 * The entity between the two ends of a many-to-many relationship, seen from one of them. Immutable.
 *
 * @param entity the link entity
 * @param sourceKey its attribute that holds the key of the end which has the relationship
 * @param targetKey its attribute that holds the key of the other end
 */
public record LinkDescription(String entity, String sourceKey, String targetKey) {}

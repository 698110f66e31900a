package org.easymodel.relate;

import org.easymodel.model.OnDelete;

/**
 * An attribute that holds the key of another entity. Immutable.
 *
 * @param entity the entity that has the attribute
 * @param attribute the attribute
 * @param target the entity whose key it holds
 * @param stem the attribute's name without the ending that says "key"
 * @param toOne the name that {@link org.easymodel.model.References} gives this side, or empty
 * @param inverse the name that it gives the other side, or empty
 * @param onDelete what happens to this entity's rows when the target goes
 * @param annotated whether the attribute says so itself
 */
record ForeignKeyAttribute(
        EntityDescription entity,
        AttributeDescription attribute,
        EntityDescription target,
        String stem,
        String toOne,
        String inverse,
        OnDelete onDelete,
        boolean annotated) {

    boolean toSelf() {
        return entity.name().equals(target.name());
    }

    /** Whether at most one row has a value of it: as a unique key, or as the whole primary key. */
    boolean isUnique() {
        return attribute.unique()
                || entity.singleId().filter(id -> id.equals(attribute)).isPresent();
    }

    String place() {
        return entity.name() + "." + attribute.name();
    }

    String because() {
        return annotated
                ? place() + " is annotated with @References(" + target.type().getSimpleName() + ".class)"
                : place() + " has the name and the type of the key of " + target.name();
    }

    RelationshipDescription.Origin origin() {
        return annotated ? RelationshipDescription.Origin.REFERENCED : RelationshipDescription.Origin.NAMED;
    }

    ForeignKeyAttribute withOnDelete(OnDelete rule) {
        return new ForeignKeyAttribute(entity, attribute, target, stem, toOne, inverse, rule, annotated);
    }
}

package org.easymodel.relate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.easymodel.model.OnDelete;
import org.easymodel.schema.Cardinality;

/**
 * A relationship over a polymorphic pair, on the side that has the pair: it leads to a row of one of several entities.
 * Immutable.
 *
 * @param entity the entity that has the pair
 * @param attribute the attribute that holds the relationship
 * @param cardinality many-to-one, or one-to-one where the pair is unique
 * @param type the attribute that says which entity; inside an embeddable with its path
 * @param key the attribute that holds the key; inside an embeddable with its path
 * @param targets the entities, in the order in which they are declared
 * @param required whether every row holds a key
 * @param onDelete what happens to these rows when the row they lead to goes
 * @param orphanRemoval whether a row goes that its target no longer holds
 * @param because why it is there, as a phrase that follows its name
 */
public record PolymorphicDescription(
        String entity,
        String attribute,
        Cardinality cardinality,
        String type,
        String key,
        List<Target> targets,
        boolean required,
        OnDelete onDelete,
        boolean orphanRemoval,
        String because) {

    /**
     * One of the entities.
     *
     * @param entity its name
     * @param value what the type attribute says of it
     * @param id the attribute that is its primary key
     * @param inverse the attribute of the relationship on its side, if it has a name there
     */
    public record Target(String entity, Object value, String id, Optional<String> inverse) {

        public Target {
            Objects.requireNonNull(entity, "entity");
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(inverse, "inverse");
        }
    }

    public PolymorphicDescription {
        Objects.requireNonNull(entity, "entity");
        Objects.requireNonNull(attribute, "attribute");
        Objects.requireNonNull(cardinality, "cardinality");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(key, "key");
        targets = List.copyOf(targets);
        Objects.requireNonNull(onDelete, "onDelete");
        Objects.requireNonNull(because, "because");
    }

    /** The entity of that name, if the pair may lead to it. */
    public Optional<Target> target(String name) {
        return targets.stream().filter(target -> target.entity().equals(name)).findFirst();
    }

    /** The entity that a value of the type attribute says, if it says one of them. */
    public Optional<Target> saidBy(Object value) {
        return targets.stream().filter(target -> target.value().equals(value)).findFirst();
    }

    /** The names of the entities. */
    public List<String> entities() {
        return targets.stream().map(Target::entity).toList();
    }

    /** The same as a relationship to one of the entities: only rows that say so have it. */
    public RelationshipDescription toward(Target target) {
        return side(entity, attribute, cardinality, target.entity(), true, target, target.inverse());
    }

    /** The other side at one of the entities, if it has a name there. */
    public Optional<RelationshipDescription> from(Target target) {
        Cardinality many = cardinality == Cardinality.ONE_TO_ONE ? Cardinality.ONE_TO_ONE : Cardinality.ONE_TO_MANY;
        return target.inverse()
                .map(name -> side(target.entity(), name, many, entity, false, target, Optional.of(attribute)));
    }

    private RelationshipDescription side(
            String holder,
            String name,
            Cardinality rows,
            String other,
            boolean owner,
            Target target,
            Optional<String> inverse) {
        return new RelationshipDescription(
                holder,
                name,
                rows,
                other,
                owner,
                KeyDescription.of(key, target.id()),
                Optional.empty(),
                inverse,
                owner && required,
                onDelete,
                orphanRemoval,
                RelationshipDescription.Origin.REFERENCED,
                because + ", and there " + type + " says '" + text(target.value()) + "'",
                Optional.of(new TypeValue(type, target.value())));
    }

    private static String text(Object value) {
        return value instanceof Enum<?> constant ? constant.name() : value.toString();
    }

    /** {@code Entity.attribute}. */
    @Override
    public String toString() {
        return entity + "." + attribute;
    }
}

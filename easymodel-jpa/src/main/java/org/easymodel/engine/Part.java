package org.easymodel.engine;

import java.util.List;
import java.util.Optional;
import org.easymodel.model.Hidden;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.PolymorphicDescription;
import org.easymodel.relate.RelationshipDescription;

/** One attribute of an entity or embeddable, of whatever kind. Immutable. */
sealed interface Part {

    String name();

    Declared declared();

    /** Whether it belongs to the primary key. */
    default boolean isKey() {
        return false;
    }

    default boolean isHidden() {
        return declared().has(Hidden.class);
    }

    /**
     * One value in one column.
     *
     * @param attribute what the model knows of it; empty inside an embeddable
     */
    record Value(String name, Declared declared, Class<?> type, Optional<AttributeDescription> attribute)
            implements Part {

        @Override
        public boolean isKey() {
            return attribute
                    .filter(each -> each.role() == AttributeDescription.Role.ID)
                    .isPresent();
        }
    }

    /** Several values as one object. */
    record Embedded(String name, Declared declared, Class<?> type, boolean isKey) implements Part {}

    /**
     * A collection or map of values.
     *
     * @param key the type of the keys, if it is a map
     * @param element the type of the values
     * @param embeddable whether that is an embeddable
     */
    record Elements(String name, Declared declared, Optional<Class<?>> key, Class<?> element, boolean embeddable)
            implements Part {}

    /**
     * A relationship of an entity.
     *
     * @param target the class of the entity at the other end
     */
    record Relation(String name, Declared declared, Class<?> target, RelationshipDescription relationship)
            implements Part {

        boolean toMany() {
            return relationship.toMany();
        }
    }

    /**
     * A relationship over a polymorphic pair.
     *
     * @param targets the classes of the entities to which it may lead, in their order
     */
    record Polymorphic(String name, Declared declared, List<Class<?>> targets, PolymorphicDescription pair)
            implements Part {}

    /** Whether it leads to other rows. */
    default boolean leadsOn() {
        return this instanceof Relation || this instanceof Polymorphic;
    }
}

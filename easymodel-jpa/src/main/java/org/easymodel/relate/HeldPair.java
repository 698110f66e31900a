package org.easymodel.relate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.easymodel.model.OnDelete;
import org.easymodel.schema.Cardinality;

/**
 * Two attributes of an entity that together lead to a row of one of several others. Immutable.
 *
 * @param entity the entity that has the attributes
 * @param annotated the one of them that says so
 * @param type the one that says which entity
 * @param key the one that holds the key
 * @param ends the entities, in the order in which they are declared
 * @param stem what the relationship is called by itself
 */
record HeldPair(
        EntityDescription entity,
        AttributeDescription annotated,
        AttributeDescription type,
        AttributeDescription key,
        List<End> ends,
        String stem) {

    /** One of the entities, and what the type attribute says of it. */
    record End(EntityDescription entity, AttributeDescription id, Object value) {}

    HeldPair {
        ends = List.copyOf(ends);
    }

    PolymorphicReference reference() {
        return annotated.polymorphic().orElseThrow();
    }

    /** {@code Tag.taggableId}. */
    String place() {
        return entity.name() + "." + annotated.name();
    }

    /** The path of the embeddable that has the attributes, as words in camel case; empty if it is the entity itself. */
    String embeddedIn() {
        int end = key.name().lastIndexOf('.');
        return end < 0 ? "" : Names.camel(key.name().substring(0, end));
    }

    /** Whether at most one row of the entity leads to a row. */
    boolean isUnique() {
        Set<String> names = Set.of(type.name(), key.name());
        return key.unique()
                || entity.uniqueKeys().stream().anyMatch(unique -> names.containsAll(unique.attributes()))
                || entity.wholeId() && entity.id().stream().allMatch(id -> names.contains(id.name()));
    }

    /** Whether neither attribute can be emptied. */
    boolean isNeverNull() {
        return type.required() && key.required();
    }

    private String because() {
        return place()
                + reference()
                        .source()
                        .map(source -> " is said to be a key of several entities by " + source)
                        .orElse(" is annotated with @Polymorphic");
    }

    PolymorphicDescription description(String attribute, List<Optional<String>> inverses, OnDelete onDelete) {
        List<PolymorphicDescription.Target> targets = new ArrayList<>();
        for (int i = 0; i < ends.size(); i++) {
            End end = ends.get(i);
            targets.add(new PolymorphicDescription.Target(
                    end.entity().name(), end.value(), end.id().name(), inverses.get(i)));
        }
        return new PolymorphicDescription(
                entity.name(),
                attribute,
                isUnique() ? Cardinality.ONE_TO_ONE : Cardinality.MANY_TO_ONE,
                type.name(),
                key.name(),
                targets,
                key.required(),
                reference().orphanRemoval() ? OnDelete.CASCADE : onDelete,
                reference().orphanRemoval(),
                because());
    }
}

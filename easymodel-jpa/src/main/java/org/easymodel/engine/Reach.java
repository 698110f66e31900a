package org.easymodel.engine;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.easymodel.query.SetChange;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.PolymorphicDescription;
import org.easymodel.relate.RelationshipDescription;
import org.jspecify.annotations.Nullable;

/**
 * How far changes of many rows reach: as long as they touch columns of the rows themselves, one statement is enough. What is
 * not known at all is taken for such a column, and refused there.
 */
record Reach(Model model, EntityDescription entity, Map<String, ?> changes) {

    /** Whether the rows must be read: other rows are changed, made or looked for, or values that are not in columns. */
    boolean isFurther() {
        return changes.entrySet().stream().anyMatch(change -> isFurther(change.getKey(), change.getValue()));
    }

    private boolean isFurther(String name, @Nullable Object value) {
        if (name == null || entity.attribute(name).isPresent()) {
            return false;
        }
        Optional<PolymorphicDescription> pair = model.polymorphic(entity, name);
        if (pair.isPresent()) {
            return value instanceof Map<?, ?> && !isKey(pair.get(), value);
        }
        Optional<RelationshipDescription> relationship = model.relationship(entity, name);
        if (relationship.isPresent()) {
            return !relationship.get().owner()
                    || value instanceof SetChange
                    || value instanceof Collection
                    || value != null && !leadsByKey(relationship.get(), value);
        }
        return model.anatomy().part(entity.type(), name).isPresent();
    }

    private boolean isKey(PolymorphicDescription pair, Object value) {
        return PairValue.of(model, pair, value, changes.get(pair.type()))
                .map(given -> isKey(model.entity(given.target().entity()), given.value()))
                .orElse(true);
    }

    private boolean leadsByKey(RelationshipDescription relationship, Object value) {
        return !relationship.key().isEmpty() && isKey(model.target(relationship), value);
    }

    /** An entity with a key leads to its row. */
    private boolean isKey(EntityDescription target, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return target.type().isInstance(value)
                    && target.id().stream().allMatch(id -> model.unit().get(value, id.name()) != null);
        }
        Set<String> key = target.id().stream().map(AttributeDescription::name).collect(Collectors.toSet());
        return map.keySet().equals(key);
    }
}

package org.easymodel.engine;

import jakarta.persistence.EntityListeners;
import jakarta.persistence.PrePersist;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.easymodel.model.Timestamped;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.AttributeDescription.Role;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.RelationshipDescription;

/**
 * Which values a new row still needs: what is required, not generated, not given by a relationship, without a default
 * value, and neither initialized by the class nor possibly filled by a callback of the application.
 */
record Required(Model model) {

    /** The names of what is missing in a row that would be inserted; nothing where none can be. */
    List<String> missing(Node node) {
        List<String> missing = new ArrayList<>();
        if (model.isAbstract(node.entity) || filledByCallback(node.entity.type())) {
            return missing;
        }
        Object fresh = node.instance() == null ? model.unit().newInstance(node.entity.name()) : node.instance();
        List<String> supplied = new Keys(model).suppliedByRelationships(node);
        for (AttributeDescription attribute : node.entity.attributes()) {
            if (attribute.required()
                    && node.values.get(attribute.name()) == null
                    && !supplied.contains(attribute.name())
                    && !node.refused.contains(attribute.name())
                    && isOpen(node.entity, attribute, fresh)) {
                missing.add(attribute.name());
            }
        }
        for (Part part : model.anatomy().parts(node.entity.type())) {
            if (part instanceof Part.Embedded embedded
                    && model.anatomy().isRequired(embedded)
                    && node.values.get(part.name()) == null
                    && !isFilledInside(node, part.name(), supplied)
                    && !node.refused.contains(part.name())
                    && model.unit().get(fresh, part.name()) == null) {
                missing.add(part.name());
            }
        }
        for (RelationshipDescription relationship : model.relationships(node.entity)) {
            if (relationship.owner()
                    && relationship.required()
                    && relationship.key().isEmpty()
                    && node.toOne.get(relationship.attribute()) == null
                    && !node.refused.contains(relationship.attribute())
                    && !heldThrough(node, relationship)) {
                missing.add(relationship.attribute());
            }
        }
        return missing;
    }

    /** Whether relationships whose keys are in the embeddable, or a link, fill it. */
    private static boolean isFilledInside(Node node, String embedding, List<String> supplied) {
        return Stream.concat(node.values.keySet().stream(), supplied.stream())
                .anyMatch(name -> name.startsWith(embedding + "."));
    }

    /** Whether nobody but the caller gives the attribute a value. */
    boolean isOpen(EntityDescription entity, AttributeDescription attribute, Object fresh) {
        return !attribute.generated()
                && attribute.insertable()
                && (attribute.role() == Role.BASIC || attribute.role() == Role.ID)
                && !model.initialValues().has(entity.type(), attribute.name())
                && isUnset(entity, attribute, model.unit().get(fresh, attribute.name()));
    }

    /** A primitive always has a value; but as the key of another row, zero is none. */
    private boolean isUnset(EntityDescription entity, AttributeDescription attribute, Object value) {
        if (value == null) {
            return true;
        }
        return attribute.type().isPrimitive()
                && value instanceof Number number
                && number.longValue() == 0
                && model.byKey(entity, attribute.name()).isPresent();
    }

    private boolean heldThrough(Node node, RelationshipDescription relationship) {
        return node.holders.stream().anyMatch(hold -> model.inverse(hold.relationship())
                .filter(relationship::equals)
                .isPresent());
    }

    static boolean filledByCallback(Class<?> type) {
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            boolean ours = each.getPackage() == Timestamped.class.getPackage();
            boolean callback = Stream.of(each.getDeclaredMethods())
                    .anyMatch(method -> method.isAnnotationPresent(PrePersist.class));
            if (!ours && (callback || each.isAnnotationPresent(EntityListeners.class))) {
                return true;
            }
        }
        return false;
    }
}

package org.easymodel.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.ModelDescription;
import org.easymodel.relate.PolymorphicDescription;
import org.easymodel.relate.RelationshipDescription;

/** An entity with the entities that its class extends, nearest first: what it has, they may describe. */
record Lineage(ModelDescription model, List<EntityDescription> entities) {

    static Lineage of(ModelDescription model, EntityDescription entity) {
        List<EntityDescription> entities = new ArrayList<>();
        for (Class<?> each = entity.type(); each != null; each = each.getSuperclass()) {
            model.entity(each).ifPresent(entities::add);
        }
        return new Lineage(model, entities);
    }

    /** The basic attributes, each once. */
    Collection<AttributeDescription> attributes() {
        Map<String, AttributeDescription> byName = new LinkedHashMap<>();
        entities.forEach(entity -> entity.attributes().forEach(each -> byName.putIfAbsent(each.name(), each)));
        return byName.values();
    }

    /** The relationships over polymorphic pairs, each once. */
    Collection<PolymorphicDescription> polymorphic() {
        Map<String, PolymorphicDescription> byName = new LinkedHashMap<>();
        entities.forEach(
                entity -> model.polymorphic(entity.name()).forEach(each -> byName.putIfAbsent(each.attribute(), each)));
        return byName.values();
    }

    /** The relationships, each once. */
    Collection<RelationshipDescription> relationships() {
        Map<String, RelationshipDescription> byName = new LinkedHashMap<>();
        entities.forEach(entity ->
                model.relationships(entity.name()).forEach(each -> byName.putIfAbsent(each.attribute(), each)));
        return byName.values();
    }
}

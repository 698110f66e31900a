package org.easymodel.eclipselink.scan;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.easymodel.eclipselink.DeclaredKeys;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.KeyDescription;
import org.easymodel.relate.ModelDescription;
import org.easymodel.relate.RelationshipDescription;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.Table;
import org.eclipse.persistence.sessions.Session;

/** The columns that hold the keys of relationships, in the order of the primary keys that they lead to. */
record KeyColumns(Session session, ModelDescription model, List<Table> tables) {

    List<Identifier> of(RelationshipDescription relationship) {
        EntityDescription entity = model.entity(relationship.entity()).orElseThrow();
        EntityDescription target = model.entity(relationship.target()).orElseThrow();
        Map<Identifier, Identifier> columns = relationship.key().isEmpty()
                ? DeclaredKeys.columns(session, entity, relationship)
                : shown(
                        relationship.key(),
                        relationship.owner() ? entity : target,
                        relationship.owner() ? target : entity);
        List<Identifier> order = primaryKey(relationship.owner() ? target : entity);
        return columns.entrySet().stream()
                .sorted(Comparator.comparing(column -> order.indexOf(column.getValue())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The columns of attributes; none unless all are known. */
    private static Map<Identifier, Identifier> shown(
            KeyDescription key, EntityDescription holder, EntityDescription other) {
        Map<Identifier, Identifier> columns = new LinkedHashMap<>();
        for (KeyDescription.Part part : key.parts()) {
            Optional<Identifier> held = holder.attribute(part.attribute()).map(attribute -> attribute.column());
            Optional<Identifier> id = other.attribute(part.id()).map(attribute -> attribute.column());
            if (held.isEmpty() || id.isEmpty()) {
                return Map.of();
            }
            columns.put(held.get(), id.get());
        }
        return columns;
    }

    private List<Identifier> primaryKey(EntityDescription entity) {
        return tables.stream()
                .filter(table -> table.name().equals(entity.table()))
                .findFirst()
                .flatMap(Table::primaryKey)
                .map(PrimaryKey::columns)
                .orElse(List.of());
    }
}

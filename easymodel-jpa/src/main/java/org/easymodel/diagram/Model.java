package org.easymodel.diagram;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;

/** A schema with all its lines, and the ways to choose tables of it. Immutable. */
record Model(SchemaModel schema, EntityTables entities, List<Line> lines) {

    static Model of(SchemaModel schema) {
        EntityTables entities = new EntityTables(schema);
        return new Model(schema, entities, Lines.of(schema, entities));
    }

    /** All tables. */
    Set<TableName> tables() {
        return schema.tables().stream().map(Table::name).collect(Collectors.toSet());
    }

    /** The tables of an entity, or the table, of that name. */
    Set<TableName> tables(String name) {
        return entities.entity(name)
                .map(entities::own)
                .or(() -> table(name).map(Set::of))
                .orElseThrow(() -> Problems.unknown(name, entities.names()));
    }

    private Optional<TableName> table(String name) {
        try {
            return Optional.of(TableName.parse(name))
                    .filter(table -> schema.table(table).isPresent());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Those tables and all that some number of lines leads to from them. */
    Set<TableName> around(Set<TableName> start, int distance) {
        Set<TableName> reached = new LinkedHashSet<>(start);
        Set<TableName> edge = reached;
        for (int step = 0; step < distance && !edge.isEmpty(); step++) {
            Set<TableName> from = edge;
            edge = lines.stream()
                    .flatMap(line -> line.from(from))
                    .filter(table -> !reached.contains(table))
                    .collect(Collectors.toSet());
            reached.addAll(edge);
        }
        return reached;
    }
}

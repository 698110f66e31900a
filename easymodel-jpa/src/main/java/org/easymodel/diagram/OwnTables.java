package org.easymodel.diagram;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.easymodel.schema.EntityNote;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;

/**
 * Finds the table that an entity has to itself where the tables of its superclasses hold a part of its rows: a note may
 * name the first or the last of them as the entity's own.
 */
final class OwnTables {

    private final SchemaModel schema;
    private final Map<String, EntityNote> given = new TreeMap<>();
    private final Map<String, EntityNote> own = new TreeMap<>();

    private OwnTables(SchemaModel schema) {
        this.schema = schema;
        schema.notes().entities().forEach(entity -> given.putIfAbsent(entity.name(), entity));
    }

    /** The entities by name, each with its own table and the others after it. */
    static Map<String, EntityNote> of(SchemaModel schema) {
        OwnTables tables = new OwnTables(schema);
        tables.given.keySet().forEach(name -> tables.find(name, new HashSet<>()));
        return tables.own;
    }

    private Optional<EntityNote> find(String name, Set<String> asked) {
        EntityNote entity = given.get(name);
        if (entity != null && !own.containsKey(name) && asked.add(name)) {
            Optional<EntityNote> parent = entity.parent().flatMap(above -> find(above, asked));
            own.put(name, parent.map(above -> below(above, entity)).orElse(entity));
        }
        return Optional.ofNullable(own.get(name));
    }

    private EntityNote below(EntityNote parent, EntityNote entity) {
        Set<TableName> ofParent = new HashSet<>(parent.furtherTables());
        ofParent.add(parent.table());
        if (!ofParent.contains(entity.table())) {
            return entity;
        }
        return entity.furtherTables().stream()
                .filter(further -> !ofParent.contains(further))
                .filter(further -> schema.table(further)
                        .filter(table -> continues(table, ofParent))
                        .isPresent())
                .findFirst()
                .map(further -> withTable(entity, further))
                .orElse(entity);
    }

    /** Whether each row of the table goes on from one of those tables. */
    private static boolean continues(Table table, Set<TableName> tables) {
        return table.foreignKeys().stream()
                .anyMatch(key -> tables.contains(key.target()) && Uniqueness.ofPrimaryKey(table, key.columns()));
    }

    private static EntityNote withTable(EntityNote entity, TableName table) {
        List<TableName> further = new ArrayList<>(entity.furtherTables());
        further.add(entity.table());
        return new EntityNote(entity.name(), table, further, entity.parent());
    }
}

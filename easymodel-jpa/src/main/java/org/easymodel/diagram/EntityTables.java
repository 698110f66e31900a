package org.easymodel.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.easymodel.schema.EntityNote;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.RelationshipNote;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;

/** Which entities have their rows in which tables of a schema, and which entity inherits from which. */
final class EntityTables {

    private final SchemaModel schema;
    private final Map<String, EntityNote> entities;

    EntityTables(SchemaModel schema) {
        this.schema = schema;
        this.entities = OwnTables.of(schema);
    }

    /** The entity of that name; one that differs in upper and lower case only, if it is the only one. */
    Optional<EntityNote> entity(String name) {
        if (entities.containsKey(name)) {
            return Optional.of(entities.get(name));
        }
        List<EntityNote> alike = entities.values().stream()
                .filter(entity -> entity.name().equalsIgnoreCase(name))
                .toList();
        return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
    }

    /** The names of the entities, and of the tables that are none's. */
    List<String> names() {
        List<String> names = new ArrayList<>(entities.keySet());
        schema.tables().stream()
                .map(Table::name)
                .filter(table -> entities.values().stream()
                        .noneMatch(entity -> entity.table().equals(table)
                                || entity.furtherTables().contains(table)))
                .map(TableName::sql)
                .forEach(names::add);
        return names;
    }

    /**
     * The tables that hold the rows of an entity itself; of those that link it to others, none. Those of its heirs, if it
     * has no table.
     */
    Set<TableName> own(EntityNote entity) {
        Set<TableName> own = tablesOf(entity);
        if (own.isEmpty()) {
            entities.values().stream()
                    .filter(heir -> ancestors(heir).anyMatch(entity::equals))
                    .forEach(heir -> own.addAll(tablesOf(heir)));
        }
        return own;
    }

    private Set<TableName> tablesOf(EntityNote entity) {
        Set<TableName> own = new LinkedHashSet<>(List.of(entity.table()));
        for (TableName further : entity.furtherTables()) {
            if (isOfAnEntity(further)
                    || schema.table(further)
                            .filter(table -> isSecondary(table, entity.table())
                                    || leadsOnlyInto(table, entity.furtherTables(), entity.table()))
                            .isPresent()) {
                own.add(further);
            }
        }
        own.removeIf(table -> schema.table(table).isEmpty());
        return own;
    }

    /** Whether each row of the main table has exactly one in this further table: so of all entities of the main table. */
    boolean isSecondary(Table further, TableName main) {
        List<EntityNote> owners = entities.values().stream()
                .filter(entity -> entity.table().equals(main))
                .toList();
        return !owners.isEmpty()
                && !isOfAnEntity(further.name())
                && owners.stream().allMatch(entity -> entity.furtherTables().contains(further.name()))
                && further.foreignKeys().stream()
                        .filter(key -> key.target().equals(main))
                        .map(ForeignKey::columns)
                        .anyMatch(columns -> Uniqueness.ofPrimaryKey(further, columns));
    }

    /** The entities with rows in that table of their own which inherit from another. */
    List<EntityNote> heirs(TableName table) {
        return entities.values().stream()
                .filter(entity -> entity.table().equals(table))
                .filter(entity -> entity.parent().isPresent())
                .toList();
    }

    /** The relationships of the schema, each once, without those that an entity only inherits into a table of its own. */
    List<RelationshipNote> relationships() {
        Map<List<?>, RelationshipNote> relationships = new LinkedHashMap<>();
        schema.relationships().stream()
                .filter(note -> !isInherited(note))
                .forEach(note -> relationships.putIfAbsent(
                        List.of(note.table(), note.attribute(), note.cardinality(), note.target()), note));
        return List.copyOf(relationships.values());
    }

    /** The table that holds the key of a relationship: the given one, or a further one of its entities. */
    TableName holder(TableName table, List<Identifier> columns) {
        if (hasColumns(table, columns)) {
            return table;
        }
        return entities.values().stream()
                .filter(entity -> entity.table().equals(table))
                .flatMap(entity -> entity.furtherTables().stream())
                .filter(further -> hasColumns(further, columns))
                .findFirst()
                .orElse(table);
    }

    /** Whether both tables hold rows of one entity. */
    boolean belongTogether(TableName table, TableName other) {
        return table.equals(other)
                || entities.values().stream()
                        .anyMatch(entity -> entity.table().equals(table)
                                && entity.furtherTables().contains(other));
    }

    private boolean isInherited(RelationshipNote note) {
        return entities.values().stream()
                .filter(entity -> entity.table().equals(note.table()))
                .flatMap(this::ancestors)
                .map(EntityNote::table)
                .filter(table ->
                        !table.equals(note.table()) && schema.table(table).isPresent())
                .anyMatch(table -> schema.relationships().stream()
                        .anyMatch(other -> other.table().equals(table) && isSame(note, other)));
    }

    private static boolean isSame(RelationshipNote note, RelationshipNote other) {
        return other.attribute().equals(note.attribute())
                && other.cardinality() == note.cardinality()
                && other.target().equals(note.target());
    }

    private Stream<EntityNote> ancestors(EntityNote entity) {
        Set<EntityNote> ancestors = new LinkedHashSet<>();
        Optional<EntityNote> next = entity.parent().map(entities::get);
        while (next.isPresent() && ancestors.add(next.get())) {
            next = next.get().parent().map(entities::get);
        }
        return ancestors.stream();
    }

    /** Whether an entity has that table to itself. */
    boolean isOfAnEntity(TableName table) {
        return entities.values().stream().anyMatch(entity -> entity.table().equals(table));
    }

    private boolean hasColumns(TableName table, List<Identifier> columns) {
        return schema.table(table)
                .filter(found ->
                        columns.stream().allMatch(column -> found.column(column).isPresent()))
                .isPresent();
    }

    private static boolean leadsOnlyInto(Table table, List<TableName> further, TableName main) {
        return table.foreignKeys().stream()
                .map(ForeignKey::target)
                .allMatch(target -> target.equals(main) || further.contains(target));
    }
}

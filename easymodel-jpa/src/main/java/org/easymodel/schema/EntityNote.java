package org.easymodel.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An entity of the model, noted for people: which tables hold its rows. Notes are no part of the schema's hash. Ordered
 * by name. Immutable.
 *
 * @param name the entity's name
 * @param table the table of its rows
 * @param furtherTables the other tables that hold a part of its rows: secondary tables, those of its superclasses, and
 *     those of its collections and links
 * @param parent the entity that it inherits from
 */
public record EntityNote(String name, TableName table, List<TableName> furtherTables, Optional<String> parent)
        implements Comparable<EntityNote> {

    public EntityNote {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(parent, "parent");
        furtherTables = furtherTables.stream()
                .filter(each -> !each.equals(table))
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public int compareTo(EntityNote other) {
        return name.compareTo(other.name);
    }
}

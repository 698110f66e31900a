package org.easymodel.contract.scan.models;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.easymodel.contract.repository.Database;

/**
 * A small persistence unit with the traps of a real one, and its story: rows that fill every column, a change of each
 * entity, and what has to happen before the rows can be removed.
 */
public interface ScanModel {

    /** The name of the model, and of its unit: the two last parts of its package. */
    default String name() {
        String[] parts = getClass().getPackageName().split("\\.");
        return parts[parts.length - 2] + "." + parts[parts.length - 1];
    }

    /** The managed classes. */
    List<Class<?>> classes();

    /** Mapping files by the path under which the unit names them. */
    default Map<String, String> mappingFiles() {
        return Map.of();
    }

    /** Further properties of the unit. */
    default Map<String, String> properties() {
        return Map.of();
    }

    /** The database schemas that must be there before, as SQL writes them. */
    default List<String> schemas() {
        return List.of();
    }

    /** The databases that can hold this model at all. */
    default Set<Database> databases() {
        return EnumSet.allOf(Database.class);
    }

    /** The name of the database, for models that say it; else one is made up. */
    default String database() {
        return "model_" + name().replace('.', '_');
    }

    /** The mode of H2 in which EclipseLink can work with this model. */
    default String h2Mode() {
        return "REGULAR";
    }

    /** New objects, in an order in which they can be persisted and, backwards, removed. */
    List<Object> rows();

    /** Changes something of each entity; the rows are managed, and in the order in which they were persisted. */
    void change(Rows rows);

    /** Breaks what forbids to remove the rows, such as a cycle of keys. */
    default void loosen(Rows rows) {}

    /** What the tables that EclipseLink makes in H2 itself must be mended by, for the story to come to its end. */
    default List<String> mends() {
        return List.of();
    }
}

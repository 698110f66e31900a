package org.easymodel.eclipselink.naming;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.easymodel.eclipselink.Lists;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.sessions.Session;

/**
 * Finds the names that EclipseLink made up, and what they are by a strategy. A name is made up if it is the one that EclipseLink
 * would make up, in any case of letters, and nobody wrote it.
 */
final class MadeUpNames {

    final Session session;
    final NamingStrategy strategy;
    final Renames renames = new Renames();

    private final WrittenNames written;

    MadeUpNames(Session session, NamingStrategy strategy, WrittenNames written) {
        this.session = session;
        this.strategy = strategy;
        this.written = written;
    }

    /** Names of keys are made of other names: repeated until nothing changes. */
    Renames find(List<ClassDescriptor> entities) {
        Map<Object, Object> before;
        do {
            before = renames.state();
            entities.forEach(this::addEntity);
        } while (!before.equals(renames.state()));
        refuseSharedTables(entities);
        return renames;
    }

    private void addEntity(ClassDescriptor entity) {
        Class<?> type = entity.getJavaClass();
        for (DatabaseTable table : Lists.tables(entity)) {
            addTable(table, new Place(type, ""), entity.getAlias(), strategy.table(entity.getAlias(), type));
        }
        entity.getAdditionalTablePrimaryKeyFields()
                .forEach((table, keys) -> keys.forEach((target, key) -> addTableKey(type, target, key)));
        new MappingNames(this, entity).add();
    }

    /** A further table of an entity has the key columns of the first. */
    private void addTableKey(Class<?> type, DatabaseField target, DatabaseField key) {
        addColumn(key, List.of(new Place(type, "")), target.getName(), renames.nameOf(target));
    }

    /** A column that EclipseLink would call {@code madeUp} gets another name, unless one of the places names it. */
    void addColumn(DatabaseField field, List<Place> places, String madeUp, String name) {
        if (isWritten(field, places)) {
            renames.keep(field);
        } else if (field.getName().equalsIgnoreCase(madeUp)) {
            renames.rename(field, name);
        }
    }

    boolean isWritten(DatabaseField field, List<Place> places) {
        return written.isColumn(field.getName(), places);
    }

    void addTable(DatabaseTable table, Place place, String madeUp, String name) {
        if (table.getName().equalsIgnoreCase(madeUp) && !written.isTable(table.getName(), place)) {
            renames.rename(table, name);
        }
    }

    private void refuseSharedTables(List<ClassDescriptor> entities) {
        Map<String, DatabaseTable> byName = new TreeMap<>();
        Map<String, String> owners = new TreeMap<>();
        for (ClassDescriptor entity : entities) {
            for (DatabaseTable table : Lists.tables(entity)) {
                String name = renames.nameOf(table).toUpperCase(Locale.ROOT);
                String key = table.getTableQualifier() + "." + name;
                DatabaseTable other = byName.putIfAbsent(key, table);
                if (other == null) {
                    owners.put(key, entity.getAlias());
                } else if (!other.getQualifiedName().equalsIgnoreCase(table.getQualifiedName())) {
                    throw Problems.tableTwice(strategy.word(), name, owners.get(key), entity.getAlias());
                }
            }
        }
    }
}

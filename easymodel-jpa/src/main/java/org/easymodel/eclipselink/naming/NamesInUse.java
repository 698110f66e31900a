package org.easymodel.eclipselink.naming;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.easymodel.eclipselink.Lists;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.VersionLockingPolicy;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.internal.queries.MappedKeyMapContainerPolicy;
import org.eclipse.persistence.mappings.AggregateCollectionMapping;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.eclipse.persistence.mappings.DirectMapMapping;
import org.eclipse.persistence.mappings.ManyToManyMapping;
import org.eclipse.persistence.mappings.OneToManyMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.mappings.RelationTableMechanism;
import org.eclipse.persistence.mappings.VariableOneToOneMapping;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/**
 * Every object in which the descriptors of a session, not initialized yet, keep the name of a table or column. One name is kept
 * in many objects, and one object is shared by many places; here each object is there once.
 */
public final class NamesInUse {

    private final Set<DatabaseField> columns = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<DatabaseTable> tables = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<AggregateObjectMapping> embedded = new ArrayList<>();
    private final List<Runnable> maps = new ArrayList<>();

    private NamesInUse() {}

    /** The names in all descriptors of a session, those of embeddables too. */
    public static NamesInUse of(Session session) {
        NamesInUse names = new NamesInUse();
        Set<ClassDescriptor> descriptors = Collections.newSetFromMap(new IdentityHashMap<>());
        descriptors.addAll(session.getDescriptors().values());
        descriptors.forEach(names::add);
        return names;
    }

    /** The columns that an embeddable itself gives to its attributes, without those of embeddables in it. */
    public static List<DatabaseField> columnsOf(ClassDescriptor embeddable) {
        return Lists.mappings(embeddable).stream()
                .flatMap(mapping -> EmbeddedNames.columns(mapping).stream())
                .toList();
    }

    /** The columns; those of an embeddable itself have no table. */
    public List<DatabaseField> columns() {
        return List.copyOf(columns);
    }

    /** The tables. */
    public List<DatabaseTable> tables() {
        return List.copyOf(tables);
    }

    /** The mappings that embed an object, as an attribute or as the key of a map. */
    public List<AggregateObjectMapping> embedded() {
        return List.copyOf(embedded);
    }

    /** Orders anew what EclipseLink keeps by name; to be called after names changed, before the session is used. */
    public void settle() {
        columns.forEach(column -> column.setTable(column.getTable()));
        maps.forEach(Runnable::run);
    }

    private void add(ClassDescriptor descriptor) {
        Lists.tables(descriptor).forEach(this::add);
        add(descriptor.getPrimaryKeyFields());
        add(descriptor.getSequenceNumberField());
        descriptor.getAdditionalTablePrimaryKeyFields().forEach((table, keys) -> {
            add(table);
            add(keys.keySet());
            add(keys.values());
            maps.add(() -> rehash(keys));
        });
        maps.add(() -> rehash(descriptor.getAdditionalTablePrimaryKeyFields()));
        descriptor.getMultipleTableForeignKeys().forEach((table, others) -> {
            add(table);
            others.forEach(this::add);
        });
        maps.add(() -> {
            descriptor.getMultipleTableForeignKeys().values().forEach(NamesInUse::rehash);
            rehash(descriptor.getMultipleTableForeignKeys());
        });
        if (descriptor.hasInheritance()) {
            add(descriptor.getInheritancePolicy().getClassIndicatorField());
        }
        if (descriptor.getOptimisticLockingPolicy() instanceof VersionLockingPolicy version) {
            add(version.getWriteLockField());
        }
        Lists.mappings(descriptor).forEach(this::add);
    }

    private void add(DatabaseMapping mapping) {
        add(mapping.getField());
        if (mapping instanceof OneToOneMapping toOne) {
            addKeys(toOne);
        } else if (mapping instanceof VariableOneToOneMapping variable) {
            add(variable.getTypeField());
            add(Lists.columns(variable, "getForeignKeyFields"));
            maps.add(() -> rehash(variable.getSourceToTargetQueryKeyNames()));
        } else if (mapping instanceof AggregateObjectMapping object) {
            embedded.add(object);
            add(object.getAggregateToSourceFields().values());
            object.getNestedFieldTranslations().values().forEach(nested -> add((DatabaseField) nested[0]));
        } else if (mapping instanceof CollectionMapping collection) {
            addCollection(collection);
        }
    }

    /** The keys of a to-one mapping are keys of hash maps too, which a changed name would make unfindable. */
    private void addKeys(OneToOneMapping mapping) {
        if (mapping.hasRelationTableMechanism()) {
            addRelation(mapping.getRelationTableMechanism());
        } else {
            add(Lists.columns(mapping, "getForeignKeyFields"));
            add(mapping.getSourceToTargetKeyFields().keySet());
            add(mapping.getSourceToTargetKeyFields().values());
            add(mapping.getTargetToSourceKeyFields().keySet());
            add(mapping.getTargetToSourceKeyFields().values());
            maps.add(() -> {
                mapping.setSourceToTargetKeyFields(new HashMap<>(mapping.getSourceToTargetKeyFields()));
                mapping.setTargetToSourceKeyFields(new HashMap<>(mapping.getTargetToSourceKeyFields()));
            });
        }
    }

    private void addCollection(CollectionMapping mapping) {
        add(mapping.getListOrderField());
        if (mapping.getContainerPolicy() instanceof MappedKeyMapContainerPolicy map
                && map.getKeyMapping() instanceof DatabaseMapping key) {
            add(key);
        }
        if (mapping instanceof ManyToManyMapping manyToMany) {
            addRelation(manyToMany.getRelationTableMechanism());
        } else if (mapping instanceof OneToManyMapping toMany) {
            add(Lists.columns(toMany, "getTargetForeignKeyFields"));
            add(Lists.columns(toMany, "getSourceKeyFields"));
        } else if (mapping instanceof DirectCollectionMapping values) {
            add(values.getReferenceTable());
            add(values.getDirectField());
            add(Lists.columns(values, "getReferenceKeyFields"));
            add(Lists.columns(values, "getSourceKeyFields"));
            if (values instanceof DirectMapMapping map) {
                add(map.getDirectKeyField());
            }
        } else if (mapping instanceof AggregateCollectionMapping embeddables) {
            add(Lists.columns(embeddables, "getTargetForeignKeyFields"));
            add(Lists.columns(embeddables, "getSourceKeyFields"));
            EmbeddableNames.of(embeddables).values().forEach(this::add);
            EmbeddableNames.nestedOf(embeddables).values().forEach(names -> add(names.values()));
        }
    }

    private void addRelation(RelationTableMechanism relation) {
        add(relation.getRelationTable());
        add(Lists.columns(relation, "getSourceRelationKeyFields"));
        add(Lists.columns(relation, "getSourceKeyFields"));
        add(Lists.columns(relation, "getTargetRelationKeyFields"));
        add(Lists.columns(relation, "getTargetKeyFields"));
    }

    private void add(Collection<DatabaseField> fields) {
        fields.forEach(this::add);
    }

    private void add(@Nullable DatabaseField field) {
        if (field != null) {
            columns.add(field);
            if (field.hasTableName()) {
                add(field.getTable());
            }
        }
    }

    private void add(@Nullable DatabaseTable table) {
        if (table != null && table.hasName()) {
            tables.add(table);
        }
    }

    private static <K, V> void rehash(Map<K, V> map) {
        Map<K, V> copy = new HashMap<>(map);
        map.clear();
        map.putAll(copy);
    }

    private static <E> void rehash(Set<E> set) {
        List<E> copy = List.copyOf(set);
        set.clear();
        set.addAll(copy);
    }
}

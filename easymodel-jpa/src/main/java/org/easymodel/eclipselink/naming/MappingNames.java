package org.easymodel.eclipselink.naming;

import java.util.List;
import java.util.Optional;
import org.easymodel.eclipselink.Lists;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.internal.queries.MappedKeyMapContainerPolicy;
import org.eclipse.persistence.mappings.AggregateCollectionMapping;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.eclipse.persistence.mappings.DirectMapMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.ManyToManyMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.mappings.RelationTableMechanism;
import org.eclipse.persistence.mappings.UnidirectionalOneToManyMapping;
import org.eclipse.persistence.mappings.VariableOneToOneMapping;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.jspecify.annotations.Nullable;

/** The names that the mappings of one entity, those of its embeddables too, give to tables and columns. */
final class MappingNames {

    private final MadeUpNames names;
    private final ClassDescriptor entity;

    MappingNames(MadeUpNames names, ClassDescriptor entity) {
        this.names = names;
        this.entity = entity;
    }

    void add() {
        Lists.mappings(entity).forEach(mapping -> add(mapping, place(entity, mapping)));
    }

    static Place place(ClassDescriptor descriptor, DatabaseMapping mapping) {
        return new Place(descriptor.getJavaClass(), mapping.getAttributeName());
    }

    /** Adds a mapping of the entity, or a collection of one of its embeddables. */
    void add(DatabaseMapping mapping, Place place) {
        String attribute = mapping.getAttributeName();
        String column = NamingStrategy.column(attribute);
        if (mapping instanceof AbstractDirectMapping && mapping.getField() != null) {
            names.addColumn(mapping.getField(), List.of(place), attribute, column);
        } else if (mapping instanceof AggregateObjectMapping embedded) {
            firstTable().ifPresent(table -> new EmbeddedNames(names, this, table).add(embedded, List.of(place)));
        } else if (mapping instanceof OneToOneMapping toOne) {
            addToOne(toOne, place);
        } else if (mapping instanceof VariableOneToOneMapping variable) {
            Lists.columns(variable, "getForeignKeyFields")
                    .forEach(key -> names.addColumn(key, List.of(place), attribute + "_ID", column + "_ID"));
        } else if (mapping instanceof CollectionMapping collection) {
            addCollection(collection, place);
        }
    }

    private Optional<DatabaseTable> firstTable() {
        ClassDescriptor each = entity;
        while (Lists.tables(each).isEmpty() && each.hasInheritance() && parent(each) != null) {
            each = parent(each);
        }
        return Lists.tables(each).stream().findFirst();
    }

    private @Nullable ClassDescriptor parent(ClassDescriptor descriptor) {
        Class<?> parent = descriptor.getInheritancePolicy().getParentClass();
        return parent == null ? null : names.session.getDescriptor(parent);
    }

    private void addToOne(OneToOneMapping mapping, Place place) {
        if (mapping.hasRelationTableMechanism()) {
            addRelation(mapping, mapping.getRelationTableMechanism(), place);
        } else {
            for (DatabaseField key : Lists.columns(mapping, "getForeignKeyFields")) {
                addReference(key, mapping.getSourceToTargetKeyFields().get(key), place, mapping.getAttributeName());
            }
        }
    }

    /** A column that refers to a key: the name of what refers, an underscore, the name of the key's column. */
    private void addReference(DatabaseField key, DatabaseField target, Place place, String first) {
        names.addColumn(
                key,
                List.of(place),
                first + "_" + target.getName(),
                NamingStrategy.column(first) + "_" + names.renames.nameOf(target));
    }

    private void addCollection(CollectionMapping mapping, Place place) {
        String attribute = mapping.getAttributeName();
        String column = NamingStrategy.column(attribute);
        if (mapping.getListOrderField() != null) {
            names.addColumn(mapping.getListOrderField(), List.of(place), attribute + "_ORDER", column + "_ORDER");
        }
        if (mapping.getContainerPolicy() instanceof MappedKeyMapContainerPolicy map
                && map.getKeyMapping() instanceof DatabaseMapping key) {
            addMapKey(key, attribute, place);
        }
        if (mapping.getMappedBy() != null) {
            return;
        }
        if (mapping instanceof ManyToManyMapping manyToMany) {
            addRelation(mapping, manyToMany.getRelationTableMechanism(), place);
        } else if (mapping instanceof UnidirectionalOneToManyMapping) {
            addReferences(mapping, "getTargetForeignKeyFields", place, attribute);
        } else if (mapping instanceof DirectCollectionMapping values) {
            addCollectionTable(values.getReferenceTable(), place);
            addReferences(values, "getReferenceKeyFields", place, entity.getAlias());
            names.addColumn(values.getDirectField(), List.of(place), attribute, column);
            if (values instanceof DirectMapMapping map && map.getDirectKeyField() != null) {
                names.addColumn(map.getDirectKeyField(), List.of(place), attribute + "_KEY", column + "_KEY");
            }
        } else if (mapping instanceof AggregateCollectionMapping embeddables) {
            Lists.columns(embeddables, "getTargetForeignKeyFields").stream()
                    .findFirst()
                    .ifPresent(key -> addCollectionTable(key.getTable(), place));
            addReferences(embeddables, "getTargetForeignKeyFields", place, entity.getAlias());
            new EmbeddableCollectionNames(names, embeddables, place).add();
        }
    }

    private void addMapKey(DatabaseMapping key, String attribute, Place place) {
        String column = NamingStrategy.column(attribute) + "_KEY";
        if (key instanceof AbstractDirectMapping) {
            names.addColumn(key.getField(), List.of(place), attribute + "_KEY", column);
        } else if (key instanceof OneToOneMapping toOne) {
            Lists.columns(toOne, "getForeignKeyFields")
                    .forEach(each -> names.addColumn(each, List.of(place), attribute + "_KEY", column));
        }
    }

    private void addReferences(CollectionMapping mapping, String getter, Place place, String first) {
        List<DatabaseField> keys = Lists.columns(mapping, getter);
        List<DatabaseField> targets = Lists.columns(mapping, "getSourceKeyFields");
        for (int i = 0; i < keys.size() && i < targets.size(); i++) {
            addReference(keys.get(i), targets.get(i), place, first);
        }
    }

    private void addCollectionTable(DatabaseTable table, Place place) {
        String attribute = place.attribute();
        names.addTable(
                table,
                place,
                entity.getAlias() + "_" + attribute,
                names.strategy.collectionTable(entity.getAlias(), entity.getJavaClass(), attribute));
    }

    private void addRelation(ForeignReferenceMapping mapping, RelationTableMechanism relation, Place place) {
        if (mapping.getMappedBy() != null) {
            return;
        }
        ClassDescriptor target = names.session.getDescriptor(mapping.getReferenceClass());
        DatabaseTable from = firstTable().orElseThrow();
        DatabaseTable to = new MappingNames(names, target).firstTable().orElseThrow();
        names.addTable(
                relation.getRelationTable(),
                place,
                from.getName() + "_" + to.getName(),
                names.renames.nameOf(from) + "_" + names.renames.nameOf(to));
        addRelationKeys(relation, "Source", place, inverse(mapping, target).orElse(entity.getAlias()));
        addRelationKeys(relation, "Target", place, mapping.getAttributeName());
    }

    private void addRelationKeys(RelationTableMechanism relation, String end, Place place, String first) {
        List<DatabaseField> keys = Lists.columns(relation, "get" + end + "RelationKeyFields");
        List<DatabaseField> targets = Lists.columns(relation, "get" + end + "KeyFields");
        for (int i = 0; i < keys.size(); i++) {
            addReference(keys.get(i), targets.get(i), place, first);
        }
    }

    /** The attribute at the other end of a many-to-many relationship. */
    private Optional<String> inverse(ForeignReferenceMapping mapping, ClassDescriptor target) {
        return Lists.mappings(target).stream()
                .filter(ManyToManyMapping.class::isInstance)
                .map(ManyToManyMapping.class::cast)
                .filter(each -> mapping.getAttributeName().equals(each.getMappedBy())
                        && each.getReferenceClass().isAssignableFrom(entity.getJavaClass()))
                .map(DatabaseMapping::getAttributeName)
                .findFirst();
    }
}

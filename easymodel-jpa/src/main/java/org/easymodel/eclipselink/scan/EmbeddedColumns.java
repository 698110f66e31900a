package org.easymodel.eclipselink.scan;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.easymodel.eclipselink.Lists;
import org.easymodel.eclipselink.SqlNames;
import org.easymodel.schema.Identifier;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;

/** The columns that the embeddables of a collection have in its table. */
final class EmbeddedColumns {

    private final String place;
    private final MappedAttribute collection;
    private final ClassDescriptor entity;
    private final ClassDescriptor element;
    private final Drafts drafts;
    private final List<Identifier> columns = new ArrayList<>();

    EmbeddedColumns(
            String place, MappedAttribute collection, ClassDescriptor entity, ClassDescriptor element, Drafts drafts) {
        this.place = place;
        this.collection = collection;
        this.entity = entity;
        this.element = element;
        this.drafts = drafts;
    }

    /** The columns, in the order of the attributes. */
    List<Identifier> columns() {
        return columns;
    }

    void claim(TableDraft table) {
        for (MappedAttribute attribute : MappedAttribute.of(element)) {
            String source = place + "." + attribute.path();
            if (attribute.mapping() instanceof AbstractDirectMapping direct && direct.getField() != null) {
                claimBasic(table, attribute, direct, source);
                addStated(table, attribute, source);
            } else if (attribute.mapping() instanceof OneToOneMapping toOne && !toOne.hasRelationTableMechanism()) {
                claimKey(table, attribute, toOne, source);
                addStated(table, attribute, source);
            }
        }
    }

    private void addStated(TableDraft table, MappedAttribute attribute, String source) {
        List<Annotation> annotations = Overrides.annotations(collection, element.getJavaClass(), attribute);
        StatedChecks.add(table, annotations, source);
        if (StatedChecks.isWithoutFraction(annotations)) {
            drafts.warn(Problems.noSecondPrecision(source));
        }
    }

    private void claimBasic(TableDraft table, MappedAttribute attribute, AbstractDirectMapping mapping, String source) {
        DirectColumn column = DirectColumns.of(attribute, mapping);
        Identifier name = SqlNames.column(mapping.getField());
        columns.add(name);
        if (mapping.getField().isUnique()) {
            table.implyUniqueKey(List.of(name), source + " is unique");
        }
        table.claim(
                name,
                Claim.of(place, source, column.type(source, drafts::warn))
                        .withValues(column.enumValues())
                        .withCheck(Checks.of(name, column))
                        .withComment(ColumnRules.comment(attribute.members(), mapping.getField()))
                        .withRequired(Requirement.of(
                                attribute, mapping.getField(), column.attributeType(), mapping.isOptional())));
    }

    private void claimKey(TableDraft table, MappedAttribute attribute, OneToOneMapping mapping, String source) {
        List<DatabaseField> keys = Lists.columns(mapping, "getForeignKeyFields");
        if (keys.isEmpty()) {
            return;
        }
        columns.addAll(SqlNames.columns(keys));
        drafts.addKey(
                table,
                ClaimedKey.of(place, source, mapping.getSourceToTargetKeyFields()),
                mapping.getReferenceDescriptor(),
                Requirement.ofRelationship(attribute, mapping.isOptional()),
                KeyRules.joinColumns(attribute, entity, keys.get(0).getTable(), SqlNames.columns(keys)));
    }

    /** Whether no element leaves a column empty, and each can be compared, so that all together are a key. */
    boolean isKey(TableDraft table) {
        return !columns.isEmpty()
                && columns.stream()
                        .map(column -> Optional.ofNullable(table.columns().get(column)))
                        .allMatch(draft -> draft.filter(found -> CollectionTables.isComparable(found.type())
                                        && found.claims().stream().anyMatch(claim -> claim.required()
                                                .isPresent()))
                                .isPresent());
    }
}

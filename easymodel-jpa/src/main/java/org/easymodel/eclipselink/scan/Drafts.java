package org.easymodel.eclipselink.scan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.easymodel.eclipselink.SqlNames;
import org.easymodel.failure.Problem;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.TableName;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;

/** The tables of a model while they are collected, with what a person should know of them. For one scan and one thread. */
final class Drafts {

    private final Map<TableName, TableDraft> tables = new TreeMap<>();
    private final List<Problem> warnings = new ArrayList<>();
    private final FieldTypes types = new FieldTypes();

    TableDraft table(TableName name) {
        return tables.computeIfAbsent(name, TableDraft::new);
    }

    Optional<TableDraft> known(TableName name) {
        return Optional.ofNullable(tables.get(name));
    }

    Collection<TableDraft> tables() {
        return tables.values();
    }

    FieldTypes types() {
        return types;
    }

    void warn(Problem warning) {
        if (!warnings.contains(warning)) {
            warnings.add(warning);
        }
    }

    List<Problem> warnings() {
        return warnings;
    }

    /**
     * Claims the columns of a key and adds its constraint, if the mapping wants one.
     *
     * @param table where the columns are
     * @param claimed the writer and the attribute, for every column
     * @param target the entity that the key leads to
     * @param required why the key must be there; empty if it need not
     */
    void addKey(TableDraft table, ClaimedKey claimed, ClassDescriptor target, Optional<String> required, KeyRule rule) {
        List<Identifier> columns = SqlNames.columns(claimed.columns());
        for (int i = 0; i < columns.size(); i++) {
            DatabaseField column = claimed.columns().get(i);
            Optional<String> because = required.or(
                    () -> column.isNullable() ? Optional.empty() : Optional.of("the mapping says nullable = false"));
            table.claim(
                    columns.get(i),
                    Claim.of(
                                    claimed.writer(),
                                    claimed.source(),
                                    types.ofKey(
                                            column, target, claimed.targets().get(i)))
                            .withRequired(because)
                            .withComment(Kept.comment(column))
                            .asKey());
            if (column.isUnique()) {
                table.implyUniqueKey(List.of(columns.get(i)), claimed.source() + " is unique");
            }
        }
        addConstraint(table, claimed, target, rule);
    }

    /** Adds the constraint of a key whose columns are claimed already. */
    void addConstraint(TableDraft table, ClaimedKey claimed, ClassDescriptor target, KeyRule rule) {
        if (!rule.unknown().isEmpty()) {
            warn(Problems.foreignKeyDefinition(claimed.source(), rule.unknown()));
        }
        if (!rule.wanted() || claimed.columns().isEmpty() || (target != null && Hierarchy.isSpread(target))) {
            return;
        }
        TableName targetTable = SqlNames.table(claimed.targets().get(0).getTable());
        if (targetTable.equals(table.name()) && claimed.columns().equals(claimed.targets())) {
            return;
        }
        table.addForeignKey(new ForeignKeyDraft(
                rule.name(),
                SqlNames.columns(claimed.columns()),
                targetTable,
                SqlNames.columns(claimed.targets()),
                rule.onDelete(),
                claimed.source()));
    }
}

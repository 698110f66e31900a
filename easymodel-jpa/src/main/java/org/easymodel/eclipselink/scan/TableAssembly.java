package org.easymodel.eclipselink.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.easymodel.schema.Check;
import org.easymodel.schema.Column;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.ConstraintNames;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.IndexPart;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.Table;
import org.easymodel.schema.UniqueKey;

/** Makes tables of drafts: what was claimed in different words becomes one, what cannot be is named and left out. */
final class TableAssembly {

    private final Drafts drafts;

    TableAssembly(Drafts drafts) {
        this.drafts = drafts;
    }

    /** All tables that have columns. */
    List<Table> tables() {
        List<TableDraft> known = drafts.tables().stream()
                .filter(draft -> !draft.columns().isEmpty())
                .toList();
        known.forEach(TableDraft::keepPrimaryKeyOfAll);
        known.forEach(this::resolveKeys);
        return NameClashes.resolved(known.stream().map(this::table).toList(), drafts::warn);
    }

    /** Keys and indexes name columns as a person wrote them; the table knows how they are spelt. */
    private void resolveKeys(TableDraft draft) {
        for (UniqueKey key : List.copyOf(draft.uniqueKeys())) {
            Optional<List<Identifier>> columns = resolved(draft, key.columns(), "@UniqueConstraint " + key.name());
            draft.replace(
                    key,
                    columns.filter(names -> !isPrimaryKey(draft, names))
                            .map(names -> new UniqueKey(key.name(), names)));
        }
        for (Index index : List.copyOf(draft.indexes())) {
            Optional<List<Identifier>> columns = resolved(draft, index.columns(), "@Index " + index.name());
            draft.replace(index, columns.map(names -> withColumns(index, names)));
        }
        draft.addImplied();
    }

    private static Index withColumns(Index index, List<Identifier> columns) {
        List<IndexPart> parts = new ArrayList<>();
        int next = 0;
        for (IndexPart part : index.parts()) {
            parts.add(part.column().isPresent() ? part.withColumn(columns.get(next++)) : part);
        }
        return index.withParts(parts);
    }

    private static boolean isPrimaryKey(TableDraft draft, List<Identifier> columns) {
        return new HashSet<>(columns).equals(new HashSet<>(draft.primaryKey()));
    }

    private Optional<List<Identifier>> resolved(TableDraft draft, List<Identifier> names, String key) {
        List<Identifier> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Identifier name : names) {
            spelt(draft, name).ifPresentOrElse(found::add, () -> missing.add(name.sql()));
        }
        if (missing.isEmpty() && new HashSet<>(found).size() == found.size()) {
            return Optional.of(found);
        }
        drafts.warn(Problems.noColumn(draft.name().sql(), key, missing));
        return Optional.empty();
    }

    /** The column of that name, else the only one that differs by case or quotes, else that of the attribute. */
    private static Optional<Identifier> spelt(TableDraft draft, Identifier name) {
        if (draft.columns().containsKey(name)) {
            return Optional.of(name);
        }
        List<Identifier> alike = draft.columns().keySet().stream()
                .filter(column -> column.text().equalsIgnoreCase(name.text()))
                .toList();
        if (alike.size() == 1) {
            return Optional.of(alike.get(0));
        }
        List<Identifier> ofAttribute = draft.columns().entrySet().stream()
                .filter(column -> column.getValue().claims().stream().anyMatch(claim -> claim.source()
                        .substring(claim.source().indexOf('.') + 1)
                        .equalsIgnoreCase(name.text())))
                .map(Map.Entry::getKey)
                .toList();
        return ofAttribute.size() == 1 ? Optional.of(ofAttribute.get(0)) : Optional.empty();
    }

    private Table table(TableDraft draft) {
        List<Column> columns = new ArrayList<>();
        Map<Identifier, Check> checks = new TreeMap<>();
        draft.checks().forEach(check -> checks.put(check.name(), check));
        draft.columns().forEach((name, column) -> {
            columns.add(column.build(isRequired(draft, name, column)));
            List<ColumnType> others = column.contradictingTypes();
            if (!others.isEmpty()) {
                drafts.warn(Problems.typesDiffer(
                        draft.name() + "." + name,
                        column.type().toString(),
                        others.stream().map(ColumnType::toString).toList()));
            }
            column.check().ifPresent(condition -> {
                Check check = new Check(ConstraintNames.check(draft.name(), name), condition);
                draft.explain(
                        check.name(), "the values of " + column.claims().get(0).source());
                checks.putIfAbsent(check.name(), check);
            });
        });
        return new Table(
                draft.name(),
                columns,
                primaryKey(draft),
                List.copyOf(draft.uniqueKeys()),
                List.copyOf(draft.indexes()),
                foreignKeys(draft),
                List.copyOf(checks.values()),
                List.copyOf(draft.generatorRows()),
                draft.comment());
    }

    static boolean isRequired(TableDraft draft, Identifier name, ColumnDraft column) {
        return draft.primaryKey().contains(name)
                || column.required(draft.writers()).isPresent();
    }

    private static Optional<PrimaryKey> primaryKey(TableDraft draft) {
        return draft.primaryKey().isEmpty()
                ? Optional.empty()
                : Optional.of(new PrimaryKey(ConstraintNames.primaryKey(draft.name()), draft.primaryKey()));
    }

    private List<ForeignKey> foreignKeys(TableDraft draft) {
        Map<Identifier, ForeignKey> keys = new HashMap<>();
        List<ForeignKeyDraft> sorted = draft.foreignKeys().stream()
                .sorted(Comparator.comparing(
                                (ForeignKeyDraft key) -> key.columns().toString())
                        .thenComparing(ForeignKeyDraft::target))
                .toList();
        for (ForeignKeyDraft key : sorted) {
            Optional<TableDraft> target =
                    drafts.known(key.target()).filter(found -> !found.columns().isEmpty());
            if (target.isEmpty() || !isKeyOf(target.get(), key.targetColumns())) {
                drafts.warn(Problems.targetNotUnique(
                        key.because(),
                        key.target().sql(),
                        key.targetColumns().stream().map(Identifier::sql).toList()));
                continue;
            }
            ForeignKey built = inTargetOrder(draft, key, target.get(), keys.keySet());
            draft.explain(built.name(), key.because());
            keys.put(built.name(), built);
        }
        return List.copyOf(keys.values());
    }

    private static boolean isKeyOf(TableDraft target, List<Identifier> columns) {
        return target.isUnique(columns);
    }

    private static ForeignKey inTargetOrder(
            TableDraft draft, ForeignKeyDraft key, TableDraft target, Set<Identifier> taken) {
        List<Identifier> columns = new ArrayList<>();
        List<Identifier> targets = new ArrayList<>();
        if (new HashSet<>(key.targetColumns()).equals(new HashSet<>(target.primaryKey()))) {
            for (Identifier targetColumn : target.primaryKey()) {
                targets.add(targetColumn);
                columns.add(key.columns().get(key.targetColumns().indexOf(targetColumn)));
            }
        } else {
            key.columns().stream().sorted().forEach(column -> {
                columns.add(column);
                targets.add(key.targetColumns().get(key.columns().indexOf(column)));
            });
        }
        Identifier usual = ConstraintNames.foreignKey(draft.name(), columns);
        Identifier name = key.name().orElse(usual);
        if (taken.contains(name)) {
            List<Identifier> withTarget = new ArrayList<>(columns);
            withTarget.add(key.target().name());
            name = ConstraintNames.foreignKey(draft.name(), withTarget);
        }
        boolean cascade = draft.isCascading(key.columns());
        return new ForeignKey(
                name, columns, key.target(), targets, cascade ? ForeignKey.OnDelete.CASCADE : key.onDelete());
    }
}

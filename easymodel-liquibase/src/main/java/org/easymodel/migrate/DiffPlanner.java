package org.easymodel.migrate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Sequence;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;

/**
 * Plans the way from one schema to the next. Every change is put into its phase; the phases are the order. At the end
 * the plan is played on the old schema and must give the new one. For one diff and one thread.
 */
final class DiffPlanner {

    private final SchemaModel before;
    private final SchemaModel after;
    private final Renames renames;
    private final Acceptance acceptance;
    private final FillHints fills;
    private final List<DataStep> data;
    private final Tactics tactics;
    private final LookAlike twins;
    private final Plan plan = new Plan();
    private final KeyRenames keyRenames = new KeyRenames();
    private final MovedColumns moved = new MovedColumns();
    private final Map<TableName, Table> renamed;
    private final Map<TableName, Table> present;
    private final Map<TableName, List<Change.AddForeignKey>> references = new HashMap<>();

    /**
     * @param further changes of rows that the schemas do not tell, each with its phase
     */
    DiffPlanner(SchemaModel before, SchemaModel after, RevisionOptions options, Map<Change, Plan.Phase> further) {
        this(before, after, options);
        further.forEach((change, phase) -> plan.add(phase, change));
    }

    DiffPlanner(SchemaModel before, SchemaModel after, RevisionOptions options) {
        this.before = before;
        this.after = after;
        this.acceptance = Acceptance.parse(options.accept());
        this.fills = new FillHints(options.defaults(), !options.data().isEmpty());
        this.data = options.data();
        this.tactics = options.tactics();
        this.renames = RenameResolver.resolve(before, after, options);
        renames.problems().forEach(plan::refuse);
        this.renamed = byName(renames.problems().isEmpty() ? planRenames() : before);
        this.present = byName(after);
        this.twins = new LookAlike(after.tables().stream()
                .filter(table -> !renamed.containsKey(table.name()))
                .toList());
    }

    SchemaDiff plan() {
        if (!plan.problems().isEmpty()) {
            return new SchemaDiff(List.of(), plan.problems());
        }
        present.values().stream()
                .filter(now -> renamed.containsKey(now.name()))
                .forEach(now -> moved.add(renamed.get(now.name()), now));
        collectReferences();
        compareTables();
        compareSequences();
        for (int number = 1; number <= data.size(); number++) {
            plan.add(Plan.Phase.RUN_SQL, run(number, data.get(number - 1)));
        }
        keyRenames.planInto(plan);
        requireFreeNames();
        List<Change> changes = withLeaning(plan.changes());
        KeyLimits.problems(changes, present).forEach(plan::refuse);
        List<RatedChange> rated = DangerRating.rate(changes, tactics);
        fills.leftOver().forEach(plan::refuse);
        acceptance.problems(rated, plan.problems()).forEach(plan::refuse);
        if (plan.problems().isEmpty()) {
            requireExact(changes);
        }
        return new SchemaDiff(rated, plan.problems());
    }

    /** Changes of types and numbering know what leans on their columns; a plan that cannot be played is left as it is, and refused later. */
    private List<Change> withLeaning(List<Change> changes) {
        List<Change> noted = Numbering.noted(changes, before, after);
        if (noted.stream()
                .noneMatch(each -> each instanceof Change.ModifyType || each instanceof Change.ChangeIdentity)) {
            return noted;
        }
        try {
            return Leaning.noted(noted, new ChangingSchema(before));
        } catch (IllegalArgumentException e) {
            return changes;
        }
    }

    private static Change run(int number, DataStep step) {
        return step.type().isPresent()
                ? new Change.RunJava(number, step.type().get(), false)
                : new Change.RunSql(number, step);
    }

    private static Map<TableName, Table> byName(SchemaModel schema) {
        return schema.tables().stream().collect(Collectors.toMap(Table::name, Function.identity()));
    }

    private SchemaModel planRenames() {
        ChangingSchema state = new ChangingSchema(before);
        Map<Optional<Identifier>, Map<Identifier, Identifier>> bySchema = new TreeMap<>(
                Comparator.comparing(schema -> schema.map(Identifier::sql).orElse("")));
        renames.tables().forEach((from, to) -> bySchema.computeIfAbsent(from.schema(), each -> new TreeMap<>())
                .put(from.name(), to.name()));
        bySchema.forEach((schema, names) -> RenameOrder.steps(names).forEach(step -> {
            Change rename = new Change.RenameTable(new TableName(schema, step.from()), step.to());
            plan.add(Plan.Phase.RENAME_TABLES, rename);
            state.apply(rename);
        }));
        renames.columns().forEach((table, names) -> RenameOrder.steps(names).forEach(step -> {
            Change rename = new Change.RenameColumn(
                    table,
                    step.from(),
                    step.to(),
                    state.column(table, step.from()).type());
            plan.add(Plan.Phase.RENAME_COLUMNS, rename);
            state.apply(rename);
        }));
        return state.schema();
    }

    private void compareTables() {
        for (Table old : before.tables()) {
            Table now = present.get(renames.after(old.name()));
            if (now != null) {
                compare(old, renamed.get(now.name()), now);
            } else {
                drop(old);
            }
        }
        for (Table table : after.tables()) {
            if (!renamed.containsKey(table.name())) {
                create(table);
            }
        }
    }

    private void create(Table table) {
        plan.add(Plan.Phase.CREATE_TABLES, new Change.CreateTable(table));
        table.generatorRows()
                .forEach(row -> plan.add(Plan.Phase.ADD_ROWS, new Change.AddGeneratorRow(table.name(), row)));
        table.uniqueKeys().forEach(key -> plan.add(Plan.Phase.ADD_KEYS, new Change.AddUniqueKey(table.name(), key)));
        table.indexes()
                .forEach(index -> plan.add(
                        Plan.Phase.ADD_KEYS,
                        new Change.CreateIndex(table.name(), index, IndexTwins.isDoubled(index, table), List.of())));
        table.checks()
                .forEach(check -> plan.add(
                        Plan.Phase.ADD_KEYS, new Change.AddCheck(table.name(), check, SqlWords.columns(check, table))));
        table.foreignKeys()
                .forEach(key -> plan.add(Plan.Phase.ADD_FOREIGN_KEYS, new Change.AddForeignKey(table.name(), key)));
    }

    private void drop(Table table) {
        table.generatorRows()
                .forEach(row -> plan.add(Plan.Phase.DROP_ROWS, new Change.DropGeneratorRow(table.name(), row)));
        table.foreignKeys()
                .forEach(key -> plan.add(Plan.Phase.DROP_FOREIGN_KEYS, new Change.DropForeignKey(table.name(), key)));
        table.uniqueKeys().forEach(key -> plan.add(Plan.Phase.DROP_KEYS, new Change.DropUniqueKey(table.name(), key)));
        table.indexes()
                .forEach(index -> plan.add(
                        Plan.Phase.DROP_KEYS,
                        new Change.DropIndex(table.name(), index, IndexTwins.isDoubled(index, table), List.of())));
        table.checks()
                .forEach(check -> plan.add(
                        Plan.Phase.DROP_KEYS,
                        new Change.DropCheck(table.name(), check, SqlWords.columns(check, table))));
        plan.add(Plan.Phase.DROP_TABLES, new Change.DropTable(table));
        List<TableName> alike = twins.of(table);
        if (!alike.isEmpty()
                && !acceptance.accepts(DangerRule.EM101, table.name().sql())) {
            plan.refuse(Problems.looksLikeRenamedTable(table.name(), alike));
        }
    }

    private void compare(Table old, Table mapped, Table now) {
        new ColumnComparison(mapped, now, fills, acceptance, plan).compare();
        new TableComparison(old, mapped, now, renames.columnsOf(now.name()), plan, keyRenames, moved)
                .compare(columns -> referencesTo(now.name(), columns));
    }

    /** The foreign keys that no change has dropped, by the table that they lead to. */
    private void collectReferences() {
        for (Table table : renamed.values().stream().sorted().toList()) {
            Set<Object> staying = Optional.ofNullable(present.get(table.name())).stream()
                    .flatMap(now -> now.foreignKeys().stream())
                    .map(DiffPlanner::shape)
                    .collect(Collectors.toSet());
            table.foreignKeys().stream()
                    .filter(key -> staying.contains(shape(key)) && !moved.touch(table.name(), key))
                    .forEach(key -> references
                            .computeIfAbsent(key.target(), each -> new ArrayList<>())
                            .add(new Change.AddForeignKey(table.name(), key)));
        }
    }

    private static Object shape(ForeignKey key) {
        return List.of(key.columns(), key.target(), key.targetColumns(), key.onDelete());
    }

    private List<Change.AddForeignKey> referencesTo(TableName table, List<Identifier> columns) {
        Set<Identifier> wanted = new HashSet<>(columns);
        return references.getOrDefault(table, List.of()).stream()
                .filter(each -> new HashSet<>(each.key().targetColumns()).equals(wanted))
                .toList();
    }

    private void compareSequences() {
        Map<String, Sequence> now =
                after.sequences().stream().collect(Collectors.toMap(Sequence::sql, Function.identity()));
        Set<String> known = new HashSet<>();
        for (Sequence old : before.sequences()) {
            known.add(old.sql());
            if (!now.containsKey(old.sql())) {
                plan.add(Plan.Phase.DROP_SEQUENCES, new Change.DropSequence(old, List.of()));
            } else if (!now.get(old.sql()).equals(old)) {
                plan.add(Plan.Phase.CREATE_SEQUENCES, new Change.ChangeSequence(old, now.get(old.sql())));
            }
        }
        after.sequences().stream()
                .filter(sequence -> !known.contains(sequence.sql()))
                .forEach(sequence ->
                        plan.add(Plan.Phase.CREATE_SEQUENCES, new Change.CreateSequence(sequence, List.of())));
    }

    /** Names of keys are unique in a database: one that a dropped table still bears cannot be given before its end. */
    private void requireFreeNames() {
        Map<Identifier, TableName> bound = new TreeMap<>();
        before.tables().stream()
                .filter(table -> !present.containsKey(renames.after(table.name())))
                .forEach(table -> table.primaryKey().ifPresent(key -> bound.put(key.name(), table.name())));
        Set<Identifier> given = keyRenames.given();
        after.tables().stream()
                .filter(table -> !renamed.containsKey(table.name()))
                .forEach(table -> table.primaryKey().ifPresent(key -> given.add(key.name())));
        plan.changes(Plan.Phase.ADD_KEYS, Plan.Phase.ADD_FOREIGN_KEYS)
                .forEach(change -> given.add(SqlName.last(SqlName.parts(change.target()))));
        bound.forEach((name, table) -> {
            if (given.contains(name)) {
                plan.refuse(Problems.nameStillTaken(name.sql(), name, table));
            }
        });
    }

    private void requireExact(List<Change> changes) {
        List<Table> result = List.of();
        try {
            SchemaModel played = ChangeInterpreter.apply(before, changes);
            if (played.tables().equals(after.tables()) && played.sequences().equals(after.sequences())) {
                return;
            }
            result = played.tables();
        } catch (IllegalArgumentException e) {
            result = List.of();
        }
        Set<Table> found = new HashSet<>(result);
        Set<Table> wanted = new HashSet<>(after.tables());
        String places = Stream.concat(result.stream(), after.tables().stream())
                .filter(table -> !found.contains(table) || !wanted.contains(table))
                .map(table -> table.name().sql())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        plan.refuse(Problems.notExpressible(places));
    }
}

package org.easymodel.migrate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.failure.Problem;
import org.easymodel.schema.Check;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Sequence;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;
import org.easymodel.schema.UniqueKey;

/**
 * Plans the way from one schema to the next. Every change is put into its phase; the phases are the order. At the end
 * the plan is played on the old schema and must give the new one. For one diff and one thread.
 */
final class DiffPlanner {

    /** The order of changes: what others lean on comes early when it is made and late when it goes. */
    enum Phase {
        DROP_FOREIGN_KEYS,
        DROP_KEYS,
        RENAME_TABLES,
        RENAME_COLUMNS,
        RENAME_KEYS,
        CREATE_SEQUENCES,
        CREATE_TABLES,
        ADD_COLUMNS,
        FILL,
        ALTER_COLUMNS,
        ADD_KEYS,
        ADD_FOREIGN_KEYS,
        DROP_COLUMNS,
        DROP_TABLES,
        DROP_SEQUENCES
    }

    private final SchemaModel before;
    private final SchemaModel after;
    private final RevisionOptions options;
    private final Renames renames;
    private final SchemaModel renamed;
    private final Acceptance acceptance;
    private final FillHints fills;
    private final Map<Phase, List<Change>> phases = new EnumMap<>(Phase.class);
    private final List<Problem> problems = new ArrayList<>();
    private final Map<KeyKind, Map<Identifier, KeyRename>> keyRenames = new EnumMap<>(KeyKind.class);

    /** The order in which keys get their new names: what foreign keys lead to first, while those have their old ones. */
    private enum KeyKind {
        PRIMARY,
        UNIQUE,
        INDEX,
        FOREIGN
    }

    /** A key that gets another name, and how that change is made. */
    private record KeyRename(Identifier to, KeyRenaming renaming) {}

    /** Makes the change that gives a key another name, whatever it is called by then. */
    private interface KeyRenaming {
        Change of(Identifier from, Identifier to);
    }

    DiffPlanner(SchemaModel before, SchemaModel after, RevisionOptions options) {
        this.before = SchemaModel.of(before.tables(), before.sequences());
        this.after = after;
        this.options = options;
        this.acceptance = Acceptance.parse(options.accept());
        this.fills = new FillHints(options.defaults());
        this.renames = RenameResolver.resolve(this.before, after, options);
        problems.addAll(renames.problems());
        this.renamed = renames.problems().isEmpty() ? planRenames() : this.before;
    }

    SchemaDiff plan() {
        if (!problems.isEmpty()) {
            return new SchemaDiff(List.of(), sorted());
        }
        compareTables();
        compareSequences();
        planKeyRenames();
        requireFreeNames();
        List<Change> plan = phases.values().stream().flatMap(List::stream).toList();
        List<RatedChange> rated = DangerRating.rate(plan);
        problems.addAll(fills.leftOver());
        problems.addAll(acceptance.problems(rated, problems));
        if (problems.isEmpty()) {
            requireExact(plan);
        }
        return new SchemaDiff(rated, sorted());
    }

    private List<Problem> sorted() {
        return problems.stream()
                .distinct()
                .sorted(Comparator.comparing(Problem::place).thenComparing(Problem::code))
                .toList();
    }

    private void add(Phase phase, Change change) {
        phases.computeIfAbsent(phase, each -> new ArrayList<>()).add(change);
    }

    private SchemaModel planRenames() {
        SchemaModel state = before;
        Map<Optional<Identifier>, Map<Identifier, Identifier>> bySchema = new TreeMap<>(
                Comparator.comparing(schema -> schema.map(Identifier::sql).orElse("")));
        renames.tables().forEach((from, to) -> bySchema.computeIfAbsent(from.schema(), each -> new TreeMap<>())
                .put(from.name(), to.name()));
        for (Map.Entry<Optional<Identifier>, Map<Identifier, Identifier>> entry : bySchema.entrySet()) {
            for (RenameOrder.Step step : RenameOrder.steps(entry.getValue())) {
                Change rename = new Change.RenameTable(new TableName(entry.getKey(), step.from()), step.to());
                add(Phase.RENAME_TABLES, rename);
                state = ChangeInterpreter.apply(state, rename);
            }
        }
        for (Map.Entry<TableName, Map<Identifier, Identifier>> entry :
                renames.columns().entrySet()) {
            for (RenameOrder.Step step : RenameOrder.steps(entry.getValue())) {
                Table table = state.table(entry.getKey()).orElseThrow();
                Change rename = new Change.RenameColumn(
                        table.name(),
                        step.from(),
                        step.to(),
                        table.column(step.from()).orElseThrow().type());
                add(Phase.RENAME_COLUMNS, rename);
                state = ChangeInterpreter.apply(state, rename);
            }
        }
        return state;
    }

    private void compareTables() {
        for (Table old : before.tables()) {
            Optional<Table> now = after.table(renames.after(old.name()));
            if (now.isPresent()) {
                compare(old, renamed.table(now.get().name()).orElseThrow(), now.get());
            } else {
                drop(old);
            }
        }
        for (Table table : after.tables()) {
            if (renamed.table(table.name()).isEmpty()) {
                create(table);
            }
        }
    }

    private void create(Table table) {
        add(Phase.CREATE_TABLES, new Change.CreateTable(table));
        table.uniqueKeys().forEach(key -> add(Phase.ADD_KEYS, new Change.AddUniqueKey(table.name(), key)));
        table.indexes()
                .forEach(index -> add(
                        Phase.ADD_KEYS, new Change.CreateIndex(table.name(), index, isDoubled(index, List.of(table)))));
        table.checks().forEach(check -> add(Phase.ADD_KEYS, new Change.AddCheck(table.name(), check)));
        table.foreignKeys().forEach(key -> add(Phase.ADD_FOREIGN_KEYS, new Change.AddForeignKey(table.name(), key)));
    }

    private void drop(Table table) {
        table.foreignKeys().forEach(key -> add(Phase.DROP_FOREIGN_KEYS, new Change.DropForeignKey(table.name(), key)));
        table.uniqueKeys().forEach(key -> add(Phase.DROP_KEYS, new Change.DropUniqueKey(table.name(), key)));
        table.indexes()
                .forEach(index -> add(
                        Phase.DROP_KEYS, new Change.DropIndex(table.name(), index, isDoubled(index, List.of(table)))));
        table.checks().forEach(check -> add(Phase.DROP_KEYS, new Change.DropCheck(table.name(), check)));
        add(Phase.DROP_TABLES, new Change.DropTable(table));
        List<TableName> twins = after.tables().stream()
                .filter(each -> renamed.table(each.name()).isEmpty())
                .filter(each -> LookAlike.tables(table, each))
                .map(Table::name)
                .toList();
        if (!twins.isEmpty()
                && !acceptance.accepts(DangerRule.EM101, table.name().sql())) {
            problems.add(Problems.looksLikeRenamedTable(table.name(), twins));
        }
    }

    private void compare(Table old, Table mapped, Table now) {
        ColumnComparison columns = new ColumnComparison(mapped, now, fills, acceptance).compare();
        columns.changes().forEach((phase, changes) -> changes.forEach(change -> add(phase, change)));
        problems.addAll(columns.problems());
        comparePrimaryKey(mapped, now);
        compareUniqueKeys(old, mapped, now);
        compareIndexes(old, mapped, now);
        compareForeignKeys(old, mapped, now);
        compareChecks(old, mapped, now);
    }

    private void comparePrimaryKey(Table mapped, Table now) {
        List<Identifier> oldColumns =
                mapped.primaryKey().map(PrimaryKey::columns).orElse(List.of());
        List<Identifier> newColumns = now.primaryKey().map(PrimaryKey::columns).orElse(List.of());
        if (!oldColumns.equals(newColumns)) {
            problems.add(Problems.primaryKeyChanged(now.name(), oldColumns, newColumns));
        } else if (!mapped.primaryKey().equals(now.primaryKey())) {
            rename(
                    KeyKind.PRIMARY,
                    mapped.primaryKey().orElseThrow().name(),
                    now.primaryKey().orElseThrow().name(),
                    (from, to) -> new Change.RenamePrimaryKey(
                            now.name(), new PrimaryKey(from, oldColumns), to, references(now.name(), oldColumns)));
        }
    }

    private void compareUniqueKeys(Table old, Table mapped, Table now) {
        KeyMatch<UniqueKey> match =
                KeyMatch.of(mapped.uniqueKeys(), now.uniqueKeys(), UniqueKey::name, UniqueKey::columns);
        match.dropped()
                .forEach(key -> add(
                        Phase.DROP_KEYS,
                        new Change.DropUniqueKey(old.name(), byName(old.uniqueKeys(), UniqueKey::name, key.name()))));
        match.added().forEach(key -> add(Phase.ADD_KEYS, new Change.AddUniqueKey(now.name(), key)));
        match.renamed()
                .forEach((key, name) -> rename(
                        KeyKind.UNIQUE,
                        key.name(),
                        name,
                        (from, to) -> new Change.RenameUniqueKey(
                                now.name(),
                                new UniqueKey(from, key.columns()),
                                to,
                                references(now.name(), key.columns()))));
    }

    private void compareIndexes(Table old, Table mapped, Table now) {
        KeyMatch<Index> match = KeyMatch.of(
                mapped.indexes(), now.indexes(), Index::name, index -> List.of(index.columns(), index.unique()));
        match.dropped()
                .forEach(index -> add(
                        Phase.DROP_KEYS,
                        new Change.DropIndex(
                                old.name(),
                                byName(old.indexes(), Index::name, index.name()),
                                isDoubled(index, List.of(mapped, now)))));
        match.added()
                .forEach(index -> add(
                        Phase.ADD_KEYS,
                        new Change.CreateIndex(now.name(), index, isDoubled(index, List.of(mapped, now)))));
        match.renamed()
                .forEach((index, name) -> rename(
                        KeyKind.INDEX,
                        index.name(),
                        name,
                        (from, to) -> new Change.RenameIndex(
                                now.name(),
                                Index.of(from, index.columns(), index.unique()),
                                to,
                                isDoubled(index, List.of(mapped)))));
    }

    private void compareForeignKeys(Table old, Table mapped, Table now) {
        KeyMatch<ForeignKey> match = KeyMatch.of(
                mapped.foreignKeys(),
                now.foreignKeys(),
                ForeignKey::name,
                key -> List.of(key.columns(), key.target(), key.targetColumns(), key.onDelete()));
        match.dropped()
                .forEach(key -> add(
                        Phase.DROP_FOREIGN_KEYS,
                        new Change.DropForeignKey(
                                old.name(), byName(old.foreignKeys(), ForeignKey::name, key.name()))));
        match.added().forEach(key -> add(Phase.ADD_FOREIGN_KEYS, new Change.AddForeignKey(now.name(), key)));
        match.renamed()
                .forEach((key, name) -> rename(
                        KeyKind.FOREIGN,
                        key.name(),
                        name,
                        (from, to) -> new Change.RenameForeignKey(
                                now.name(),
                                new ForeignKey(from, key.columns(), key.target(), key.targetColumns(), key.onDelete()),
                                to)));
    }

    /** A condition is text of its own: where a table or column gets another name, its checks are built anew. */
    private void compareChecks(Table old, Table mapped, Table now) {
        boolean moved =
                !old.name().equals(now.name()) || !renames.columnsOf(now.name()).isEmpty();
        for (Check check : old.checks()) {
            if (moved || !now.checks().contains(check)) {
                add(Phase.DROP_KEYS, new Change.DropCheck(old.name(), check));
            }
        }
        for (Check check : now.checks()) {
            if (moved || !mapped.checks().contains(check)) {
                add(Phase.ADD_KEYS, new Change.AddCheck(now.name(), check));
            }
        }
    }

    private void rename(KeyKind kind, Identifier from, Identifier to, KeyRenaming renaming) {
        keyRenames.computeIfAbsent(kind, each -> new TreeMap<>()).put(from, new KeyRename(to, renaming));
    }

    private void planKeyRenames() {
        for (Map<Identifier, KeyRename> ofKind : keyRenames.values()) {
            Map<Identifier, Identifier> names = new TreeMap<>();
            Map<Identifier, KeyRenaming> owners = new TreeMap<>();
            ofKind.forEach((from, rename) -> {
                names.put(from, rename.to());
                owners.put(from, rename.renaming());
            });
            for (RenameOrder.Step step : RenameOrder.steps(names)) {
                KeyRenaming owner = owners.remove(step.from());
                owners.put(step.to(), owner);
                add(Phase.RENAME_KEYS, owner.of(step.from(), step.to()));
            }
        }
    }

    /** The foreign keys that lead to these columns while keys are renamed: those that no change has dropped. */
    private List<Change.AddForeignKey> references(TableName table, List<Identifier> columns) {
        return renamed.tables().stream()
                .filter(each -> after.table(each.name()).isPresent())
                .flatMap(each -> each.foreignKeys().stream()
                        .filter(key -> key.target().equals(table)
                                && new HashSet<>(key.targetColumns()).equals(new HashSet<>(columns)))
                        .filter(key -> stays(each.name(), key))
                        .map(key -> new Change.AddForeignKey(each.name(), key)))
                .toList();
    }

    private boolean stays(TableName table, ForeignKey key) {
        List<ForeignKey> now = after.table(table).orElseThrow().foreignKeys();
        return now.stream()
                .anyMatch(each -> each.columns().equals(key.columns())
                        && each.target().equals(key.target())
                        && each.targetColumns().equals(key.targetColumns())
                        && each.onDelete() == key.onDelete());
    }

    private void compareSequences() {
        for (Sequence old : before.sequences()) {
            Optional<Sequence> now = after.sequence(old.sql());
            if (now.isEmpty()) {
                add(Phase.DROP_SEQUENCES, new Change.DropSequence(old));
            } else if (!now.get().equals(old)) {
                problems.add(Problems.sequenceChanged(old.sql()));
            }
        }
        after.sequences().stream()
                .filter(sequence -> before.sequence(sequence.sql()).isEmpty())
                .forEach(sequence -> add(Phase.CREATE_SEQUENCES, new Change.CreateSequence(sequence)));
    }

    /** Names of keys are unique in a database: one that a dropped table still bears cannot be given before its end. */
    private void requireFreeNames() {
        Map<Identifier, TableName> bound = new TreeMap<>();
        before.tables().stream()
                .filter(table -> after.table(renames.after(table.name())).isEmpty())
                .forEach(table -> table.primaryKey().ifPresent(key -> bound.put(key.name(), table.name())));
        Set<Identifier> given = new HashSet<>();
        keyRenames.values().forEach(ofKind -> ofKind.values().forEach(rename -> given.add(rename.to())));
        after.tables().stream()
                .filter(table -> renamed.table(table.name()).isEmpty())
                .forEach(table -> table.primaryKey().ifPresent(key -> given.add(key.name())));
        for (Phase phase : List.of(Phase.ADD_KEYS, Phase.ADD_FOREIGN_KEYS)) {
            phases.getOrDefault(phase, List.of())
                    .forEach(change -> given.add(SqlName.last(SqlName.parts(change.target()))));
        }
        bound.forEach((name, table) -> {
            if (given.contains(name)) {
                problems.add(Problems.nameStillTaken(name.sql(), name, table));
            }
        });
    }

    private void requireExact(List<Change> plan) {
        String places =
                after.tables().stream().map(Table::name).map(TableName::sql).collect(Collectors.joining(", "));
        try {
            SchemaModel result = ChangeInterpreter.apply(before, plan);
            if (result.tables().equals(after.tables()) && result.sequences().equals(after.sequences())) {
                return;
            }
            places = Stream.concat(result.tables().stream(), after.tables().stream())
                    .filter(table ->
                            !result.tables().contains(table) || !after.tables().contains(table))
                    .map(table -> table.name().sql())
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(", "));
        } catch (IllegalArgumentException e) {
            problems.add(Problems.notExpressible(places));
            return;
        }
        problems.add(Problems.notExpressible(places));
    }

    private static boolean isDoubled(Index index, List<Table> tables) {
        return tables.stream()
                .flatMap(table -> Stream.of(
                                table.primaryKey().stream().map(PrimaryKey::columns),
                                table.uniqueKeys().stream().map(UniqueKey::columns),
                                table.foreignKeys().stream().map(ForeignKey::columns),
                                table.indexes().stream()
                                        .filter(other -> !other.name().equals(index.name()))
                                        .map(Index::columns))
                        .flatMap(columns -> columns))
                .anyMatch(index.columns()::equals);
    }

    private static <K> K byName(List<K> keys, java.util.function.Function<K, Identifier> name, Identifier wanted) {
        return keys.stream()
                .filter(key -> name.apply(key).equals(wanted))
                .findFirst()
                .orElseThrow();
    }
}

package org.easymodel.migrate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.easymodel.schema.Check;
import org.easymodel.schema.Column;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.GeneratorRow;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.Table;
import org.easymodel.schema.UniqueKey;

/** Compares what one table that both schemas have holds beside its columns. For one table and one thread. */
final class TableComparison {

    /** The table as it was, by its old names. */
    private final Table old;

    /** The table as it was, after all renames of tables and columns. */
    private final Table mapped;

    private final Table now;
    private final Map<Identifier, Identifier> renames;
    private final Plan plan;
    private final KeyRenames keyRenames;
    private final MovedColumns moved;

    TableComparison(
            Table old,
            Table mapped,
            Table now,
            Map<Identifier, Identifier> renames,
            Plan plan,
            KeyRenames keyRenames,
            MovedColumns moved) {
        this.old = old;
        this.mapped = mapped;
        this.now = now;
        this.renames = renames;
        this.plan = plan;
        this.keyRenames = keyRenames;
        this.moved = moved;
    }

    /**
     * Plans the changes.
     *
     * @param references the foreign keys that lead to columns of the table and that no change drops
     */
    void compare(Function<List<Identifier>, List<Change.AddForeignKey>> references) {
        if (!mapped.comment().equals(now.comment())) {
            plan.add(Plan.Phase.ALTER_COLUMNS, new Change.SetTableComment(now.name(), mapped.comment(), now.comment()));
        }
        comparePrimaryKey(references);
        compareUniqueKeys(references);
        compareIndexes();
        compareForeignKeys();
        compareChecks();
        compareRows();
        requirePresentNames();
    }

    private void comparePrimaryKey(Function<List<Identifier>, List<Change.AddForeignKey>> references) {
        List<Identifier> oldColumns =
                mapped.primaryKey().map(PrimaryKey::columns).orElse(List.of());
        List<Identifier> newColumns = now.primaryKey().map(PrimaryKey::columns).orElse(List.of());
        if (!oldColumns.equals(newColumns)) {
            old.primaryKey()
                    .ifPresent(key -> plan.add(Plan.Phase.DROP_KEYS, new Change.DropPrimaryKey(old.name(), key)));
            now.primaryKey().ifPresent(key -> plan.add(Plan.Phase.ADD_KEYS, new Change.AddPrimaryKey(now.name(), key)));
        } else if (!mapped.primaryKey().equals(now.primaryKey())) {
            keyRenames.add(
                    KeyRenames.Kind.PRIMARY,
                    mapped.primaryKey().orElseThrow().name(),
                    now.primaryKey().orElseThrow().name(),
                    (from, to) -> new Change.RenamePrimaryKey(
                            now.name(), new PrimaryKey(from, oldColumns), to, references.apply(oldColumns)));
        }
    }

    private void compareUniqueKeys(Function<List<Identifier>, List<Change.AddForeignKey>> references) {
        KeyMatch<UniqueKey> match =
                KeyMatch.of(mapped.uniqueKeys(), now.uniqueKeys(), UniqueKey::name, UniqueKey::columns);
        Map<Identifier, UniqueKey> former = byName(old.uniqueKeys(), UniqueKey::name);
        match.dropped()
                .forEach(key ->
                        plan.add(Plan.Phase.DROP_KEYS, new Change.DropUniqueKey(old.name(), former.get(key.name()))));
        match.added().forEach(key -> plan.add(Plan.Phase.ADD_KEYS, new Change.AddUniqueKey(now.name(), key)));
        match.renamed()
                .forEach((key, name) -> keyRenames.add(
                        KeyRenames.Kind.UNIQUE,
                        key.name(),
                        name,
                        (from, to) -> new Change.RenameUniqueKey(
                                now.name(), new UniqueKey(from, key.columns()), to, references.apply(key.columns()))));
    }

    /** Expressions and conditions are text of their own: where they name a renamed column, the index is built anew. */
    private void compareIndexes() {
        List<Index> rebuilt = new ArrayList<>(mapped.indexes());
        rebuilt.removeIf(index -> !namesRenamed(SqlWords.of(index)));
        List<Index> kept = new ArrayList<>(mapped.indexes());
        kept.removeAll(rebuilt);
        KeyMatch<Index> match = KeyMatch.of(
                kept,
                now.indexes(),
                Index::name,
                index -> List.of(index.parts(), index.unique(), index.where(), index.method()));
        List<Index> dropped = new ArrayList<>(rebuilt);
        dropped.addAll(match.dropped());
        dropped.sort(null);
        Map<Identifier, Index> former = byName(old.indexes(), Index::name);
        dropped.forEach(index -> plan.add(
                Plan.Phase.DROP_KEYS,
                new Change.DropIndex(
                        old.name(),
                        former.get(index.name()),
                        IndexTwins.isDoubled(index, mapped, now),
                        IndexTwins.leaning(former.get(index.name()), staying(old, mapped, now)))));
        match.added()
                .forEach(index -> plan.add(
                        Plan.Phase.ADD_KEYS,
                        new Change.CreateIndex(
                                now.name(),
                                index,
                                IndexTwins.isDoubled(index, mapped, now),
                                IndexTwins.leaning(index, staying(now, now, mapped)))));
        match.renamed()
                .forEach((index, name) -> keyRenames.add(
                        KeyRenames.Kind.INDEX,
                        index.name(),
                        name,
                        (from, to) -> new Change.RenameIndex(
                                now.name(), index.withName(from), to, IndexTwins.isDoubled(index, mapped))));
    }

    /**
     * The foreign keys that no change drops or adds.
     *
     * @param table the table that has them
     * @param mapped the same table by the names of the other
     * @param other the table before or after it
     */
    private List<ForeignKey> staying(Table table, Table mapped, Table other) {
        Set<Object> shapes =
                other.foreignKeys().stream().map(TableComparison::shape).collect(Collectors.toSet());
        Map<Identifier, ForeignKey> byName = byName(mapped.foreignKeys(), ForeignKey::name);
        return table.foreignKeys().stream()
                .filter(key -> shapes.contains(shape(byName.get(key.name()))))
                .filter(key -> !moved.touch(now.name(), byName.get(key.name())))
                .toList();
    }

    private static Object shape(ForeignKey key) {
        return List.of(key.columns(), key.target(), key.targetColumns(), key.onDelete());
    }

    private void compareForeignKeys() {
        List<ForeignKey> kept = new ArrayList<>(mapped.foreignKeys());
        List<ForeignKey> dropped = new ArrayList<>(kept);
        dropped.removeIf(key -> !moved.touch(now.name(), key));
        kept.removeAll(dropped);
        KeyMatch<ForeignKey> match = KeyMatch.of(kept, now.foreignKeys(), ForeignKey::name, TableComparison::shape);
        Map<Identifier, ForeignKey> former = byName(old.foreignKeys(), ForeignKey::name);
        dropped.addAll(match.dropped());
        dropped.sort(null);
        dropped.forEach(key ->
                plan.add(Plan.Phase.DROP_FOREIGN_KEYS, new Change.DropForeignKey(old.name(), former.get(key.name()))));
        match.added().forEach(key -> plan.add(Plan.Phase.ADD_FOREIGN_KEYS, new Change.AddForeignKey(now.name(), key)));
        match.renamed()
                .forEach((key, name) -> keyRenames.add(
                        KeyRenames.Kind.FOREIGN,
                        key.name(),
                        name,
                        (from, to) -> new Change.RenameForeignKey(
                                now.name(),
                                new ForeignKey(from, key.columns(), key.target(), key.targetColumns(), key.onDelete()),
                                to)));
    }

    /**
     * A condition is text of its own: where it names a renamed column, the check is built anew; where the table gets
     * another name all are, since Derby renames no table that has one.
     */
    private void compareChecks() {
        boolean moved = !old.name().equals(now.name());
        Set<Check> before = new HashSet<>(old.checks());
        Set<Check> after = new HashSet<>(now.checks());
        for (Check check : old.checks()) {
            if (moved || !after.contains(check) || namesRenamed(SqlWords.of(check))) {
                plan.add(Plan.Phase.DROP_KEYS, new Change.DropCheck(old.name(), check, SqlWords.columns(check, old)));
            }
        }
        for (Check check : now.checks()) {
            if (moved || !before.contains(check) || namesRenamed(SqlWords.of(check))) {
                plan.add(Plan.Phase.ADD_KEYS, new Change.AddCheck(now.name(), check, SqlWords.columns(check, now)));
            }
        }
    }

    private boolean namesRenamed(Set<Identifier> words) {
        return SqlWords.meet(words, renames.keySet()) || SqlWords.meet(words, renames.values());
    }

    private void compareRows() {
        Map<String, GeneratorRow> former = byText(old.generatorRows());
        Map<String, GeneratorRow> before = byText(mapped.generatorRows());
        Map<String, GeneratorRow> after = byText(now.generatorRows());
        for (GeneratorRow row : mapped.generatorRows()) {
            if (!isSameRow(row, after.get(row.name()))) {
                plan.add(Plan.Phase.DROP_ROWS, new Change.DropGeneratorRow(old.name(), former.get(row.name())));
            }
        }
        for (GeneratorRow row : now.generatorRows()) {
            GeneratorRow known = before.get(row.name());
            if (!isSameRow(row, known)) {
                plan.add(Plan.Phase.ADD_ROWS, new Change.AddGeneratorRow(now.name(), row));
            } else if (known.value() != row.value()) {
                plan.add(Plan.Phase.ADD_ROWS, new Change.ChangeGeneratorStart(now.name(), known, row.value()));
            }
        }
    }

    private static boolean isSameRow(GeneratorRow row, GeneratorRow other) {
        return other != null
                && row.nameColumn().equals(other.nameColumn())
                && row.valueColumn().equals(other.valueColumn());
    }

    private static Map<String, GeneratorRow> byText(List<GeneratorRow> rows) {
        return rows.stream().collect(Collectors.toMap(GeneratorRow::name, Function.identity()));
    }

    /** SQL text of the model may still name a column by a name that the table has no more. */
    private void requirePresentNames() {
        Map<Identifier, Optional<Identifier>> gone = new HashMap<>();
        Set<Identifier> present = now.columns().stream().map(Column::name).collect(Collectors.toSet());
        old.columns().stream()
                .map(Column::name)
                .filter(name -> !present.contains(name))
                .forEach(name -> gone.put(name, Optional.ofNullable(renames.get(name))));
        now.checks().forEach(check -> requirePresent(check.name(), SqlWords.of(check), gone));
        now.indexes().forEach(index -> requirePresent(index.name(), SqlWords.of(index), gone));
    }

    private void requirePresent(Identifier owner, Set<Identifier> words, Map<Identifier, Optional<Identifier>> gone) {
        words.stream()
                .filter(gone::containsKey)
                .forEach(word -> plan.refuse(Problems.staleName(now.name(), owner, word, gone.get(word))));
    }

    private static <K> Map<Identifier, K> byName(List<K> keys, Function<K, Identifier> name) {
        return keys.stream().collect(Collectors.toMap(name, Function.identity()));
    }
}

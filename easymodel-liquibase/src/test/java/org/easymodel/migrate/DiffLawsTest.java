package org.easymodel.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.easymodel.schema.Check;
import org.easymodel.schema.Column;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.IndexPart;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Sequence;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;
import org.easymodel.schema.UniqueKey;

/** What must hold for any two schemas that the supported changes connect. */
class DiffLawsTest {

    @Provide
    static Arbitrary<SchemaModel> schemas() {
        return Arbitraries.longs().map(seed -> DiffLaws.schema(new Random(seed)));
    }

    private static boolean connected(SchemaModel before, SchemaModel after, RevisionOptions options) {
        return SchemaDiff.between(before, after, options).problems().stream()
                .noneMatch(problem -> problem.code().equals("EM-3014"));
    }

    @Property(tries = 300)
    void between_equalSchemas_isEmpty(@ForAll("schemas") SchemaModel schema) {
        assertThat(SchemaDiff.between(schema, schema).isEmpty()).isTrue();
        assertThat(SchemaDiff.between(schema, SchemaModel.parse(schema.text())).isEmpty())
                .isTrue();
    }

    @Property(tries = 500)
    void between_applied_givesTheLaterSchema(
            @ForAll("schemas") SchemaModel before, @ForAll("schemas") SchemaModel after) {
        RevisionOptions options = DiffLaws.everything(before, after);
        net.jqwik.api.Assume.that(connected(before, after, options));
        SchemaDiff diff = SchemaDiff.between(before, after, options);
        assertThat(diff.problems()).isEmpty();
        assertThat(ChangeInterpreter.apply(before, diff.plan())).isEqualTo(after);
    }

    @Property(tries = 500)
    void between_reversed_givesTheEarlierSchema(
            @ForAll("schemas") SchemaModel before, @ForAll("schemas") SchemaModel after) {
        RevisionOptions options = DiffLaws.everything(before, after);
        net.jqwik.api.Assume.that(connected(before, after, options));
        List<Change> plan = SchemaDiff.between(before, after, options).plan();
        List<Change> back = new ArrayList<>(plan);
        Collections.reverse(back);
        SchemaModel result = ChangeInterpreter.apply(
                after,
                back.stream().flatMap(change -> change.reversal().stream()).toList());
        assertThat(result).isEqualTo(before);
        plan.forEach(change -> change.reversal()
                .ifPresent(reversal -> assertThat(reversal.reversal()).contains(change)));
    }

    @Property(tries = 500)
    void between_edited_givesTheEditAndTheWayBack(@ForAll("schemas") SchemaModel before, @ForAll long seed) {
        SchemaModel after = SchemaEdits.of(before, new Random(seed));
        SchemaDiff diff = SchemaDiff.between(before, after, DiffLaws.everything(before, after));
        assertThat(diff.problems()).isEmpty();
        assertThat(ChangeInterpreter.apply(before, diff.plan())).isEqualTo(after);
        List<Change> back = new ArrayList<>(diff.plan());
        Collections.reverse(back);
        SchemaModel result = ChangeInterpreter.apply(
                after,
                back.stream().flatMap(change -> change.reversal().stream()).toList());
        assertThat(result).isEqualTo(before);
        diff.plan().forEach(change -> change.reversal()
                .ifPresent(reversal -> assertThat(reversal.reversal()).contains(change)));
    }

    @Property(tries = 200)
    void between_losses_areRefusedWithoutAccept(
            @ForAll("schemas") SchemaModel before, @ForAll("schemas") SchemaModel after) {
        SchemaDiff diff = SchemaDiff.between(before, after);
        long losses = diff.changes().stream()
                .filter(rated -> rated.danger() == Danger.DATA_LOSS)
                .count();
        assertThat(diff.problems().stream()
                        .filter(problem ->
                                Set.of("EM-3006", "EM-3007", "EM-3008").contains(problem.code()))
                        .count())
                .isEqualTo(losses);
    }

    @Property(tries = 200)
    void renames_ofAnything_needNoDropAndNoAddition(@ForAll("schemas") SchemaModel before, @ForAll long seed) {
        Random random = new Random(seed);
        RevisionOptions options = RevisionOptions.none();
        SchemaModel after = before;
        for (Table table : before.tables()) {
            Identifier name = table.name().name();
            if (random.nextBoolean()) {
                Change.RenameTable rename = new Change.RenameTable(
                        table.name(), Identifier.of("N_" + name.text().toUpperCase(java.util.Locale.ROOT)));
                after = ChangeInterpreter.apply(after, rename);
                options = options.withRename(table.name() + "=" + rename.to());
            }
        }
        for (Table table : after.tables()) {
            for (Column column : table.columns()) {
                if (random.nextInt(3) == 0) {
                    Identifier to = Identifier.of("R_" + column.name().text().toUpperCase(java.util.Locale.ROOT));
                    after = inText(
                            ChangeInterpreter.apply(
                                    after, new Change.RenameColumn(table.name(), column.name(), to, column.type())),
                            table.name(),
                            column.name(),
                            to);
                    options = options.withRename(table.name() + "." + column.name() + "=" + to);
                }
            }
        }
        SchemaModel named = derivedNames(after);
        SchemaDiff diff = SchemaDiff.between(before, named, options);
        assertThat(diff.problems()).isEmpty();
        assertThat(ChangeInterpreter.apply(before, diff.plan())).isEqualTo(named);
        assertThat(diff.plan())
                .allMatch(change -> change.operation().startsWith("Rename")
                        || change instanceof Change.DropCheck
                        || change instanceof Change.AddCheck
                        || change instanceof Change.DropIndex drop
                                && !drop.index().isPlain()
                        || change instanceof Change.CreateIndex create
                                && !create.index().isPlain());
    }

    /** SQL text names columns as the model does after the rename. */
    private static SchemaModel inText(SchemaModel schema, TableName table, Identifier from, Identifier to) {
        UnaryOperator<String> rename =
                text -> from.delimited() ? text : text.replaceAll("\\b" + from.text() + "\\b", to.text());
        return SchemaModel.of(
                schema.tables().stream()
                        .map(each -> each.name().equals(table)
                                ? each.withChecks(each.checks().stream()
                                                .map(check -> new Check(check.name(), rename.apply(check.condition())))
                                                .toList())
                                        .withIndexes(each.indexes().stream()
                                                .map(index -> inText(index, rename))
                                                .toList())
                                : each)
                        .toList(),
                schema.sequences());
    }

    private static Index inText(Index index, UnaryOperator<String> rename) {
        return new Index(
                index.name(),
                index.parts().stream()
                        .map(part -> part.column().isPresent()
                                ? part
                                : new IndexPart(
                                        Optional.empty(),
                                        rename.apply(part.expression()),
                                        part.descending(),
                                        part.operatorClass()))
                        .toList(),
                index.unique(),
                index.where().map(rename),
                index.method());
    }

    /** The names that a scan would give to keys and indexes. */
    private static SchemaModel derivedNames(SchemaModel schema) {
        return SchemaModel.of(
                schema.tables().stream()
                        .map(table -> table.withPrimaryKey(table.primaryKey()
                                        .map(key -> new org.easymodel.schema.PrimaryKey(
                                                org.easymodel.schema.ConstraintNames.primaryKey(table.name()),
                                                key.columns())))
                                .withUniqueKeys(table.uniqueKeys().stream()
                                        .map(key -> new UniqueKey(
                                                org.easymodel.schema.ConstraintNames.uniqueKey(
                                                        table.name(), key.columns()),
                                                key.columns()))
                                        .toList())
                                .withIndexes(table.indexes().stream()
                                        .map(index -> index.name().text().startsWith("DX_")
                                                ? index
                                                : index.withName(org.easymodel.schema.ConstraintNames.index(
                                                        table.name(), index.columns())))
                                        .toList())
                                .withForeignKeys(table.foreignKeys().stream()
                                        .map(key -> new ForeignKey(
                                                org.easymodel.schema.ConstraintNames.foreignKey(
                                                        table.name(), key.columns()),
                                                key.columns(),
                                                key.target(),
                                                key.targetColumns(),
                                                key.onDelete()))
                                        .toList()))
                        .toList(),
                schema.sequences());
    }

    @Property(tries = 100)
    void draft_twice_hasTheSameBytes(@ForAll("schemas") SchemaModel before, @ForAll("schemas") SchemaModel after) {
        RevisionOptions options = DiffLaws.everything(before, after);
        net.jqwik.api.Assume.that(connected(before, after, options));
        RevisionGraph graph = RevisionGraph.of(List.of());
        SchemaDiff diff = SchemaDiff.between(SchemaModel.empty(), after);
        Revision first = Revision.draft(graph, "One", diff, after, List.of()).with("changelog\n");
        Revision second = Revision.draft(
                        graph,
                        "One",
                        SchemaDiff.between(SchemaModel.empty(), shuffled(after)),
                        shuffled(after),
                        List.of())
                .with("changelog\n");
        assertThat(second).isEqualTo(first);
        assertThat(RevisionText.read(first.folder(), first.files())).isEqualTo(first);
        assertThat(RevisionGraph.of(List.of(first)).state()).isEqualTo(after);
        assertThat(new TreeSet<>(first.files().keySet())).noneMatch(path -> path.matches(".*[^A-Za-z0-9_./].*"));
    }

    private static SchemaModel shuffled(SchemaModel schema) {
        List<Table> tables = new ArrayList<>(schema.tables());
        Collections.reverse(tables);
        List<Sequence> sequences = new ArrayList<>(schema.sequences());
        Collections.reverse(sequences);
        return SchemaModel.of(tables, sequences);
    }
}

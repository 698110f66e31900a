package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.migrate.Shop.big;
import static org.easymodel.migrate.Shop.index;
import static org.easymodel.migrate.Shop.indexOf;
import static org.easymodel.migrate.Shop.key;
import static org.easymodel.migrate.Shop.model;
import static org.easymodel.migrate.Shop.number;
import static org.easymodel.migrate.Shop.of;
import static org.easymodel.migrate.Shop.required;
import static org.easymodel.migrate.Shop.table;
import static org.easymodel.migrate.Shop.text;
import static org.easymodel.migrate.Shop.withDefault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.easymodel.failure.MigrationException;
import org.easymodel.migrate.Revision;
import org.easymodel.migrate.RevisionOptions;
import org.easymodel.schema.Column;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two branches of one repository, each with a revision of its own, and what becomes of them when they meet. */
class BranchesTest {

    private static final Table AUTHOR = table("AUTHOR", required(text("NAME", 80)));
    private static final Table BOOK = book();
    private static final SchemaModel COMMON = model(AUTHOR, BOOK);

    @TempDir
    Path project;

    private Path revisions;

    private static Table book(Column... more) {
        Column[] columns = Stream.concat(
                        Stream.of(text("TITLE", 100), withDefault(text("KIND", 20), "'x'")), Stream.of(more))
                .toArray(Column[]::new);
        return table("BOOK", columns);
    }

    @BeforeEach
    void commitFirst() throws Exception {
        revisions = project.resolve("db");
        git("init", "-q", "-b", "main");
        git("config", "user.email", "test@example.org");
        git("config", "user.name", "Test");
        migrations(COMMON).revision("First");
        commit();
    }

    private MigrationManager migrations(SchemaModel model) {
        return MigrationManager.of(model, revisions);
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
        Process process = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }

    private void commit() throws Exception {
        git("add", "-A");
        git("commit", "-q", "-m", "step");
    }

    /** Each on a branch of its own, from the first revision; then git merges, which must not find a conflict. */
    private List<Revision> branches(SchemaModel ours, RevisionOptions ourOptions, SchemaModel theirs) throws Exception {
        git("checkout", "-q", "-b", "ours");
        Revision one = migrations(ours).revision("Ours", ourOptions).revision().orElseThrow();
        commit();
        git("checkout", "-q", "-b", "theirs", "main");
        Revision other = migrations(theirs).revision("Theirs").revision().orElseThrow();
        commit();
        git("merge", "-q", "--no-edit", "ours");
        return List.of(one, other);
    }

    private List<Revision> branches(SchemaModel ours, SchemaModel theirs) throws Exception {
        return branches(ours, RevisionOptions.none(), theirs);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void merge_differentPartsOfOneTable_joinsThem(TestDatabase.Kind kind) throws Exception {
        SchemaModel ours = model(AUTHOR, of(book(text("SUBTITLE", 50)), index(indexOf("IX_TITLE", "TITLE"))));
        SchemaModel theirs = model(AUTHOR, book(number("PAGES")), table("SHELF", text("PLACE", 10)));
        SchemaModel both = model(
                AUTHOR,
                of(book(text("SUBTITLE", 50), number("PAGES")), index(indexOf("IX_TITLE", "TITLE"))),
                table("SHELF", text("PLACE", 10)));
        TestDatabase database = TestDatabase.fresh(kind);
        List<Revision> revisionsOfBoth = branches(ours, theirs);
        MigrationManager merged = migrations(both).withConnections(database.source());
        assertThat(merged.heads().size()).isEqualTo(2);
        assertThat(merged.check().text())
                .startsWith("EM-3025 revisions: there is more than one newest revision: ")
                .contains(
                        revisionsOfBoth.get(0).folder(), revisionsOfBoth.get(1).folder())
                .endsWith(" Join them with merge.");
        assertThatThrownBy(merged::upgrade).hasMessageStartingWith("EM-3025 ");
        assertThatThrownBy(() -> merged.revision("Next")).hasMessageStartingWith("EM-3025 ");

        merged.upgrade(revisionsOfBoth.get(0).id());
        assertThat(merged.current()).extracting(Revision::message).containsExactly("First", "Ours");

        WrittenRevision join = merged.merge();
        Revision revision = join.revision().orElseThrow();
        assertThat(revision.message()).matches("Merge 0002_[0-9a-f]{12} and 0002_[0-9a-f]{12}");
        assertThat(revision.parents())
                .containsExactlyInAnyOrder(
                        revisionsOfBoth.get(0).id(), revisionsOfBoth.get(1).id());
        assertThat(revision.steps()).isEmpty();
        assertThat(revision.files().keySet()).containsExactly("changelog.yaml", "revision.json", "tables/BOOK.json");
        assertThat(join.text()).contains("It joins ");
        assertThat(merged.heads()).containsExactly(revision);
        assertThat(merged.check().text()).isEqualTo("The revisions are sound and the model is what they add up to.");
        assertThat(merged.merge().revision()).isEmpty();

        assertThat(merged.upgrade().steps()).isEqualTo(2);
        assertThat(SchemaReader.difference(SchemaReader.expected(both), database.schema()))
                .isEmpty();
        assertThat(merged.current().size()).isEqualTo(4);
        assertThat(merged.upgrade().isEmpty()).isTrue();

        assertThat(merged.downgrade("-1").revisions())
                .extracting(Revision::folder)
                .hasSize(2)
                .first()
                .isEqualTo(revision.folder());
        merged.upgrade();
        merged.downgrade("0001");
        assertThat(SchemaReader.difference(SchemaReader.expected(COMMON), database.schema()))
                .isEmpty();
        merged.downgrade("base");
        assertThat(database.schema()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_severalHeadsThatCanBeJoined_areAppliedWhereThatIsWanted(TestDatabase.Kind kind) throws Exception {
        TestDatabase database = TestDatabase.fresh(kind);
        branches(model(AUTHOR, book(text("SUBTITLE", 50))), model(AUTHOR, book(number("PAGES"))));
        MigrationManager manager =
                migrations(COMMON).withConnections(database.source()).withSeveralHeads(SeveralHeads.APPLY);
        assertThat(manager.upgrade().current()).hasSize(2);
        assertThat(SchemaReader.difference(
                        SchemaReader.expected(model(AUTHOR, book(text("SUBTITLE", 50), number("PAGES")))),
                        database.schema()))
                .isEmpty();
    }

    private String refused(SchemaModel ours, SchemaModel theirs) throws Exception {
        return refused(ours, RevisionOptions.none(), theirs);
    }

    private String refused(SchemaModel ours, RevisionOptions options, SchemaModel theirs) throws Exception {
        List<Revision> both = branches(ours, options, theirs);
        MigrationManager manager = migrations(COMMON);
        String[] message = new String[1];
        assertThatThrownBy(manager::merge)
                .isInstanceOf(MigrationException.class)
                .satisfies(failure -> message[0] = failure.getMessage());
        assertThat(message[0]).contains(both.get(0).folder(), both.get(1).folder());
        assertThat(manager.heads().size()).isEqualTo(2);
        assertThatThrownBy(() -> manager.withSeveralHeads(SeveralHeads.APPLY).upgrade())
                .hasMessage(message[0]);
        return message[0]
                .replace(both.get(0).folder(), "OURS")
                .replace(both.get(1).folder(), "THEIRS");
    }

    @Test
    void merge_sameColumnOfAnotherType_isRefusedWithBothRevisions() throws Exception {
        Table ours = BOOK.withColumns(BOOK.columns().stream()
                .map(each -> each.name().text().equals("TITLE") ? text("TITLE", 180) : each)
                .toList());
        Table theirs = BOOK.withColumns(BOOK.columns().stream()
                .map(each -> each.name().text().equals("TITLE") ? text("TITLE", 199) : each)
                .toList());
        assertThat(refused(model(AUTHOR, ours), model(AUTHOR, theirs)))
                .matches("EM-3120 BOOK.TITLE: it is changed by (OURS and by THEIRS|THEIRS and by OURS). Remove the one"
                        + " that is applied nowhere, and write its change again after the other.");
    }

    @Test
    void merge_keyOverAColumnOfAnotherType_isRefused() throws Exception {
        Table longer = BOOK.withColumns(BOOK.columns().stream()
                .map(each -> each.name().text().equals("TITLE") ? text("TITLE", 180) : each)
                .toList());
        assertThat(refused(model(AUTHOR, longer), model(AUTHOR, of(BOOK, index("TITLE", "KIND")))))
                .matches(
                        "EM-3121 BOOK.TITLE: one branch gives it another type or numbering, and the other changes what is"
                                + " built over it, after what (OURS and THEIRS|THEIRS and OURS) do together. Remove the one that is"
                                + " applied nowhere, and write its change again after the other.");
    }

    @Test
    void merge_sameNewColumn_isRefusedWithBothRevisions() throws Exception {
        assertThat(refused(model(AUTHOR, book(number("PAGES"))), model(AUTHOR, book(big("PAGES")))))
                .matches("EM-3120 BOOK.PAGES: it is changed by (OURS and by THEIRS|THEIRS and by OURS). Remove the one"
                        + " that is applied nowhere, and write its change again after the other.");
    }

    @Test
    void merge_sameChangeTwice_isRefused_sinceADatabaseWouldDoItTwice() throws Exception {
        assertThat(refused(
                        model(AUTHOR, BOOK, table("SHELF", text("PLACE", 10))),
                        model(AUTHOR, BOOK, table("SHELF", text("PLACE", 10)), table("ROOM", text("PLACE", 10)))))
                .startsWith("EM-3120 SHELF: ");
    }

    @Test
    void merge_renamedHereAndChangedThere_isRefused() throws Exception {
        Table renamed = table("BOOK", text("HEADING", 100), withDefault(text("KIND", 20), "'x'"));
        assertThat(refused(
                        model(AUTHOR, renamed),
                        RevisionOptions.none().withRename("BOOK.TITLE=HEADING"),
                        model(
                                AUTHOR,
                                table(
                                        "BOOK",
                                        withDefault(text("TITLE", 100), "'?'"),
                                        withDefault(text("KIND", 20), "'x'")))))
                .startsWith("EM-3120 BOOK.TITLE: ");
    }

    @Test
    void merge_keyOverWhatTheOtherDropped_isRefused() throws Exception {
        assertThat(refused(
                        model(AUTHOR, table("BOOK", text("TITLE", 100))),
                        RevisionOptions.none().accepting("EM102:BOOK.KIND"),
                        model(AUTHOR, of(BOOK, index(indexOf("IX_KIND", "KIND"))))))
                .startsWith("EM-3121 BOOK: a key is over a column that is dropped, after what ");
    }

    @Test
    void merge_foreignKeyToADroppedTable_isRefused() throws Exception {
        assertThat(refused(
                        model(BOOK),
                        RevisionOptions.none().accepting("EM101:AUTHOR"),
                        model(AUTHOR, BOOK, of(table("AWARD", big("AUTHOR_ID")), key("AUTHOR_ID", "AUTHOR")))))
                .startsWith("EM-3121 AWARD.FK_AWARD_AUTHOR_ID: the foreign key leads to no key of AUTHOR, after what ");
    }

    @Test
    void merge_sameNameOfAnIndexOnTwoTables_isRefused() throws Exception {
        assertThat(refused(
                        model(of(AUTHOR, index(indexOf("IX_ONE", "NAME"))), BOOK),
                        model(AUTHOR, of(BOOK, index(indexOf("IX_ONE", "TITLE"))))))
                .startsWith("EM-3121 IX_ONE: the name is that of a key or index of AUTHOR and of BOOK, after what ");
    }

    @Test
    void check_mergeThatLeavesAChangeOut_isNoticed() throws Exception {
        branches(model(AUTHOR, book(text("SUBTITLE", 50))), model(AUTHOR, book(number("PAGES"))));
        Path folder = migrations(COMMON).merge("Join").folder().orElseThrow();
        Path table = folder.resolve("tables/BOOK.json");
        Files.writeString(table, Files.readString(table).replace("\"SUBTITLE\"", "\"SUBTITEL\""));
        assertThat(migrations(COMMON).check().text()).startsWith("EM-3024 " + folder.getFileName() + ": ");
    }

    @Test
    void merge_threeBranchesAndAgain_joinsAll() throws Exception {
        branches(model(AUTHOR, book(text("A", 5))), model(AUTHOR, book(text("B", 5))));
        git("checkout", "-q", "-b", "third", "main");
        migrations(model(AUTHOR, book(text("C", 5)))).revision("Third");
        commit();
        git("merge", "-q", "--no-edit", "theirs");
        migrations(COMMON).merge();
        commit();
        git("checkout", "-q", "-b", "fourth", "main");
        migrations(model(of(AUTHOR, index(indexOf("IX_NAME", "NAME"))), BOOK)).revision("Fourth");
        commit();
        git("merge", "-q", "--no-edit", "third");
        migrations(COMMON).merge();
        SchemaModel all =
                model(of(AUTHOR, index(indexOf("IX_NAME", "NAME"))), book(text("A", 5), text("B", 5), text("C", 5)));
        assertThat(migrations(all).check().problems()).isEmpty();
        assertThat(migrations(all).revision("Nothing").revision()).isEmpty();
        assertThat(migrations(all).revisions().size()).isEqualTo(7);
    }
}

package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.migrate.Shop.big;
import static org.easymodel.migrate.Shop.check;
import static org.easymodel.migrate.Shop.comment;
import static org.easymodel.migrate.Shop.constants;
import static org.easymodel.migrate.Shop.generators;
import static org.easymodel.migrate.Shop.index;
import static org.easymodel.migrate.Shop.indexOf;
import static org.easymodel.migrate.Shop.key;
import static org.easymodel.migrate.Shop.model;
import static org.easymodel.migrate.Shop.number;
import static org.easymodel.migrate.Shop.of;
import static org.easymodel.migrate.Shop.required;
import static org.easymodel.migrate.Shop.sequence;
import static org.easymodel.migrate.Shop.table;
import static org.easymodel.migrate.Shop.text;
import static org.easymodel.migrate.Shop.unique;
import static org.easymodel.migrate.Shop.where;
import static org.easymodel.migrate.Shop.with;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.easymodel.failure.MigrationException;
import org.easymodel.failure.Problem;
import org.easymodel.migrate.Revision;
import org.easymodel.migrate.RevisionOptions;
import org.easymodel.schema.SchemaModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of revisions: what is written, what is read, and what is noticed when someone changes them. */
class RevisionFilesTest {

    private static final SchemaModel FIRST = with(
            model(
                    table("AUTHOR", required(text("NAME", 80))),
                    of(
                            table("BOOK", required(text("ISBN", 13)), text("TITLE", 100), big("AUTHOR_ID")),
                            unique("ISBN"),
                            index("TITLE"),
                            key("AUTHOR_ID", "AUTHOR"))),
            sequence("BOOK_SEQ", 1, 50));

    private static final SchemaModel SECOND = with(
            model(
                    table("AUTHOR", required(text("NAME", 80))),
                    of(
                            table(
                                    "BOOK",
                                    required(text("ISBN", 13)),
                                    text("HEADING", 100),
                                    big("AUTHOR_ID"),
                                    required(number("PAGES"))),
                            unique("ISBN"),
                            index("HEADING"),
                            key("AUTHOR_ID", "AUTHOR"))),
            sequence("BOOK_SEQ", 1, 50));

    @TempDir
    Path revisions;

    private Path writeFirst() {
        return MigrationManager.of(FIRST, revisions)
                .revision("First tables")
                .folder()
                .orElseThrow();
    }

    private Path writeSecond() {
        return MigrationManager.of(SECOND, revisions)
                .revision(
                        "Pages & headings",
                        RevisionOptions.none().withRename("BOOK.TITLE=HEADING").withDefault("BOOK.PAGES=0"))
                .folder()
                .orElseThrow();
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                texts.put(folder.relativize(path).toString(), Files.readString(path));
            }
        }
        return texts;
    }

    @Test
    void revision_twoSteps_writesTheFilesThatAreReviewed() throws IOException {
        Map<String, String> first = files(writeFirst());
        Map<String, String> second = files(writeSecond());
        assertThat(first.keySet())
                .containsExactly(
                        "changelog.yaml",
                        "revision.json",
                        "sequences/BOOK_SEQ.json",
                        "tables/AUTHOR.json",
                        "tables/BOOK.json");
        assertThat(second.keySet()).containsExactly("changelog.yaml", "revision.json", "tables/BOOK.json");
        assertThat(first.get("changelog.yaml")).isEqualTo(golden("first.yaml"));
        assertThat(second.get("changelog.yaml")).isEqualTo(golden("second.yaml"));
        assertThat(second.get("revision.json")).isEqualTo(golden("second.json"));
    }

    /** Comments, enumerations, rows of generators and indexes that not every database has, as they come and change. */
    @Test
    void revision_detailsOfTheSchema_areReadableInTheChangelog() throws IOException {
        SchemaModel first = model(
                of(
                        table("BOOK", comment(constants("STATE", "NEW", "SOLD"), "where it is"), text("TITLE", 100)),
                        comment("what we sell"),
                        check("CK_BOOK_STATE", "STATE IN ('NEW', 'SOLD')"),
                        org.easymodel.migrate.Shop.index(indexOf("IX_TITLE", "TITLE DESC", "STATE"))),
                generators("GENERATORS", "BOOK"));
        SchemaModel second = model(
                of(
                        table("BOOK", constants("STATE", "NEW", "LENT"), text("TITLE", 100)),
                        comment("what we lend"),
                        check("CK_BOOK_STATE", "STATE IN ('LENT', 'NEW')"),
                        org.easymodel.migrate.Shop.index(
                                unique(where(indexOf("IX_TITLE", "(lower(TITLE))"), "STATE = 'NEW'")))),
                generators("GENERATORS", "BOOK"));
        Path one = MigrationManager.of(first, revisions)
                .revision("Details")
                .folder()
                .orElseThrow();
        Path two = MigrationManager.of(second, revisions)
                .revision("Other details", RevisionOptions.none().accepting("EM112:BOOK.STATE"))
                .folder()
                .orElseThrow();
        assertThat(files(one).get("changelog.yaml")).isEqualTo(golden("details-first.yaml"));
        assertThat(files(two).get("changelog.yaml")).isEqualTo(golden("details-second.yaml"));
        assertThat(files(two).keySet()).containsExactly("changelog.yaml", "revision.json", "tables/BOOK.json");
    }

    private static String golden(String name) throws IOException {
        try (var file = RevisionFilesTest.class.getResourceAsStream("golden/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void revision_writtenElsewhere_hasTheSameNameAndBytes(@TempDir Path elsewhere) throws IOException {
        writeFirst();
        MigrationManager.of(FIRST, elsewhere).revision("First tables");
        assertThat(files(elsewhere)).isEqualTo(files(revisions));
    }

    @Test
    void revision_nothingChanged_writesNothing() throws IOException {
        writeFirst();
        Map<String, String> before = files(revisions);
        WrittenRevision again = MigrationManager.of(FIRST, revisions).revision("Again");
        assertThat(again.revision()).isEmpty();
        assertThat(again.text()).isEqualTo("Nothing was written: the model is what the revisions add up to.");
        assertThat(files(revisions)).isEqualTo(before);
    }

    @Test
    void revision_refused_writesNothing() throws IOException {
        writeFirst();
        Map<String, String> before = files(revisions);
        assertThatThrownBy(() -> MigrationManager.of(SECOND, revisions).revision("Refused"))
                .isInstanceOf(MigrationException.class)
                .extracting(failure -> ((MigrationException) failure)
                        .problems().stream().map(Problem::code).toList())
                .isEqualTo(List.of("EM-3001", "EM-3007"));
        assertThat(files(revisions)).isEqualTo(before);
    }

    @Test
    void revision_placeholder_isRefused() {
        SchemaModel model = model(table("T", org.easymodel.migrate.Shop.withDefault(text("A", 20), "'${x}'")));
        assertThatThrownBy(() -> MigrationManager.of(model, revisions).revision("Placeholder"))
                .hasMessageStartingWith("EM-3066 T: ");
        assertThat(revisions).isEmptyDirectory();
    }

    @Test
    void detectChanges_betweenRevisions_groupsTables() {
        writeFirst();
        SchemaModel model =
                model(table("AUTHOR", required(text("NAME", 80)), text("MAIL", 9)), table("REVIEW", number("STARS")));
        DetectedChanges changes = MigrationManager.of(model, revisions).detectChanges();
        assertThat(changes.created()).extracting(Object::toString).containsExactly("REVIEW");
        assertThat(changes.modified()).extracting(Object::toString).containsExactly("AUTHOR");
        assertThat(changes.removed()).extracting(Object::toString).containsExactly("BOOK");
        assertThat(changes.problems()).extracting(Problem::code).containsExactly("EM-3006", "EM-3006");
    }

    @Test
    void check_touchedFiles_namesTheFolder() throws IOException {
        Path first = writeFirst();
        Path second = writeSecond();
        MigrationManager manager = MigrationManager.of(SECOND, revisions);
        assertThat(manager.check().isSound()).isTrue();
        assertThat(manager.heads()).extracting(Revision::message).containsExactly("Pages & headings");

        Path changelog = second.resolve("changelog.yaml");
        String text = Files.readString(changelog);
        Files.writeString(changelog, text.replace("\n", "\r\n"));
        assertThat(manager.check().isSound()).as("line ends do not count").isTrue();
        Files.writeString(changelog, text.replace("PAGES", "SHEETS"));
        assertThat(codes(manager)).containsExactly("EM-3021 " + second.getFileName());
        assertThatThrownBy(manager::upgrade).hasMessageStartingWith("EM-3021 ");
        Files.writeString(changelog, text);

        Path table = second.resolve("tables/BOOK.json");
        String book = Files.readString(table);
        Files.writeString(table, book.replace("STRING(13)", "STRING(14)"));
        assertThat(codes(manager)).containsExactly("EM-3024 " + second.getFileName());
        Files.writeString(table, "{");
        assertThatThrownBy(manager::check)
                .hasMessageStartingWith("EM-3020 " + second.getFileName() + "/tables/BOOK.json");
        Files.writeString(table, book);

        Path author = first.resolve("tables/AUTHOR.json");
        String authorText = Files.readString(author);
        Files.writeString(author, authorText.replace("STRING(80)", "STRING(81)"));
        assertThat(codes(manager)).containsExactly("EM-3024 " + first.getFileName(), "EM-3023 " + second.getFileName());
        Files.writeString(author, authorText);

        Path away = revisions.resolveSibling(revisions.getFileName() + "-away");
        Files.move(first, away);
        assertThat(codes(manager)).containsExactly("EM-3022 " + second.getFileName());
        Files.move(away, first);
        assertThat(manager.check().isSound()).isTrue();
    }

    @Test
    void check_revisionMissingInTheMiddle_isNoBranch() throws IOException {
        writeFirst();
        Path second = writeSecond();
        SchemaModel model = with(
                model(SECOND.tables().get(0), SECOND.tables().get(1), table("REVIEW", number("STARS"))),
                sequence("BOOK_SEQ", 1, 50));
        Path third = MigrationManager.of(model, revisions)
                .revision("Reviews")
                .folder()
                .orElseThrow();
        Files.move(second, revisions.resolveSibling(revisions.getFileName() + "-away"));

        assertThat(codes(MigrationManager.of(model, revisions))).containsExactly("EM-3022 " + third.getFileName());
    }

    @Test
    void check_modelAhead_showsTheChanges() {
        writeFirst();
        SchemaModel model = with(
                model(FIRST.tables().get(0), FIRST.tables().get(1), table("REVIEW", number("STARS"))),
                sequence("BOOK_SEQ", 1, 50));
        RevisionCheck check = MigrationManager.of(model, revisions).check();
        assertThat(check.text())
                .isEqualTo("EM-3050 model: it differs from the revisions. Write one for:\n  safe  CreateTable REVIEW");
        assertThatThrownBy(check::requireSound).isInstanceOf(MigrationException.class);
    }

    @Test
    void check_twoBranches_tellsBothHeads(@TempDir Path branch) throws IOException {
        Path first = writeFirst();
        copy(first, branch.resolve(first.getFileName()));
        Path second = writeSecond();
        SchemaModel other =
                with(model(FIRST.tables().get(0), FIRST.tables().get(1), table("REVIEW")), sequence("BOOK_SEQ", 1, 50));
        Path third =
                MigrationManager.of(other, branch).revision("Reviews").folder().orElseThrow();
        copy(third, revisions.resolve(third.getFileName()));
        MigrationManager manager = MigrationManager.of(SECOND, revisions);
        List<String> heads = Stream.of(second, third)
                .map(path -> path.getFileName().toString())
                .sorted(java.util.Comparator.comparing(name -> name.split("_")[1]))
                .toList();
        assertThat(manager.check().text())
                .isEqualTo("EM-3025 revisions: there is more than one newest revision: " + String.join(", ", heads)
                        + ". Join them with merge.");
        assertThatThrownBy(manager::detectChanges).hasMessageStartingWith("EM-3025 ");
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> paths = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(from)) {
            walk.forEach(paths::add);
        }
        for (Path path : paths) {
            Files.copy(path, to.resolve(from.relativize(path).toString()));
        }
    }

    private static List<String> codes(MigrationManager manager) {
        return manager.check().problems().stream()
                .map(problem -> problem.code() + " " + problem.place())
                .toList();
    }

    @Test
    void upgrade_unknownTarget_namesWhatThereIs() {
        Path first = writeFirst();
        MigrationManager manager = MigrationManager.of(FIRST, revisions)
                .withConnections(ConnectionSource.of("jdbc:h2:mem:none", null, null));
        assertThatThrownBy(() -> manager.upgrade("0007"))
                .hasMessage("EM-3026 revision 0007: there is no such revision; there are " + first.getFileName()
                        + ". Name one by its number or the first letters of its id.");
        assertThatThrownBy(() -> manager.downgrade("-x")).hasMessageStartingWith("EM-3064 ");
        assertThatThrownBy(() -> manager.revision(" ")).hasMessageStartingWith("EM-3063 ");
        assertThatThrownBy(() -> MigrationManager.of(revisions).check()).hasMessageStartingWith("EM-3054 ");
    }
}

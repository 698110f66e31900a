package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.migrate.Shop.big;
import static org.easymodel.migrate.Shop.check;
import static org.easymodel.migrate.Shop.comment;
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
import static org.easymodel.migrate.Shop.withDefault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.MigrationException;
import org.easymodel.migrate.ChangelogFormat;
import org.easymodel.migrate.DiffLaws;
import org.easymodel.migrate.RevisionOptions;
import org.easymodel.migrate.SchemaDiff;
import org.easymodel.schema.SchemaModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One revision in each language of changelogs, on each database, mixed in one directory. */
class FormatsTest {

    private static final SchemaModel FIRST = model(
            table("AUTHOR", required(text("NAME", 80))),
            of(table("BOOK", text("TITLE", 100), big("AUTHOR_ID")), key("AUTHOR_ID", "AUTHOR")));

    /** Something of everything: letters that each language must write in its own way, a guard, a way back of several. */
    private static final SchemaModel SECOND = with(
            model(
                    of(
                            table("AUTHOR", required(text("NAME", 80))),
                            comment("who & \"why\" <it's>; --rollback {1}, [x]")),
                    of(
                            table(
                                    "BOOK",
                                    required(text("TITLE", 100)),
                                    big("AUTHOR_ID"),
                                    withDefault(text("KIND", 20), "'it''s <b> & \"c\"; -- d'"),
                                    required(number("PAGES"))),
                            key("AUTHOR_ID", "AUTHOR"),
                            unique("TITLE", "KIND"),
                            check("CK_KIND", "KIND <> 'a & b' AND PAGES < 10000"),
                            index(where(indexOf("DX_LOWER", "(lower(TITLE))"), "KIND = 'x'")))),
            sequence("BOOK_SEQ", 1, 50));

    private static final RevisionOptions OPTIONS = RevisionOptions.none().withDefault("BOOK.PAGES=0");

    @TempDir
    Path revisions;

    private MigrationManager manager(SchemaModel model, ChangelogFormat format) {
        return MigrationManager.of(model, revisions).withFormat(format);
    }

    @ParameterizedTest
    @EnumSource(ChangelogFormat.class)
    void revision_eachFormat_readsWellInAReview(ChangelogFormat format) throws IOException {
        manager(FIRST, format).revision("First");
        Path folder = manager(SECOND, format)
                .revision("Second -- & <more>", OPTIONS)
                .folder()
                .orElseThrow();
        assertThat(folder.resolve(format.file()))
                .content()
                .isEqualTo(golden("format." + format.name().toLowerCase(Locale.ROOT)));
        assertThat(manager(SECOND, format).check().problems()).isEmpty();
    }

    private static String golden(String name) throws IOException {
        try (var file = FormatsTest.class.getResourceAsStream("golden/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static Stream<Arguments> onEach() {
        return Stream.of(TestDatabase.Kind.values())
                .flatMap(kind -> Stream.of(ChangelogFormat.values()).map(format -> Arguments.of(kind, format)));
    }

    @ParameterizedTest
    @MethodSource("onEach")
    void upgradeAndDowngrade_eachFormat_doTheSame(TestDatabase.Kind kind, ChangelogFormat format) {
        TestDatabase database = TestDatabase.fresh(kind);
        manager(FIRST, format).revision("First");
        manager(SECOND, format).revision("Second", OPTIONS);
        MigrationManager manager = manager(SECOND, format).withConnections(database.source());
        assertThat(manager.upgrade("0001").steps()).isEqualTo(3);
        database.run("INSERT INTO AUTHOR (ID, NAME) VALUES (1, 'Ann')", "INSERT INTO BOOK (ID) VALUES (1)");
        assertThatThrownBy(manager::upgrade)
                .isInstanceOf(MigrationException.class)
                .hasMessageStartingWith("EM-3058 ")
                .hasMessageContaining(
                        ": table BOOK has rows in which TITLE is empty. Give them a value, then upgrade again.");
        database.run("UPDATE BOOK SET TITLE = 'One'");
        manager.upgrade();
        assertThat(SchemaReader.difference(SchemaReader.expected(SECOND), database.schema()))
                .isEmpty();
        assertThat(DetailReader.difference(database, SECOND)).isEmpty();
        assertThat(manager.upgrade().isEmpty()).isTrue();
        database.run("INSERT INTO BOOK (ID, TITLE, PAGES) VALUES (2, 'Two', 5)");
        assertThat(database.query("SELECT KIND FROM BOOK WHERE ID = 2")).containsExactly("it's <b> & \"c\"; -- d");
        manager.downgradeAcceptingLoss("-1");
        assertThat(SchemaReader.difference(SchemaReader.expected(FIRST), database.schema()))
                .isEmpty();
        assertThat(DetailReader.difference(database, FIRST)).isEmpty();
        manager.downgradeAcceptingLoss("base");
        assertThat(database.schema()).isEmpty();
    }

    static Stream<Arguments> walks() {
        return Stream.of(TestDatabase.Kind.values())
                .flatMap(kind -> Stream.of(11L, 12L).map(seed -> Arguments.of(kind, seed)));
    }

    @ParameterizedTest
    @MethodSource("walks")
    void upgradeAndDowngrade_mixedFormats_closeTheGap(TestDatabase.Kind kind, long seed) {
        TestDatabase database = TestDatabase.fresh(kind);
        Random random = new Random(seed);
        List<SchemaModel> schemas = new ArrayList<>(List.of(SchemaModel.empty()));
        while (schemas.size() <= ChangelogFormat.values().length) {
            SchemaModel before = schemas.get(schemas.size() - 1);
            SchemaModel after = DiffLaws.schema(random);
            var options = DiffLaws.everything(before, after);
            SchemaDiff diff = SchemaDiff.between(before, after, options);
            if (diff.problems().isEmpty() && !diff.isEmpty()) {
                MigrationManager manager = manager(after, ChangelogFormat.values()[schemas.size() - 1])
                        .withConnections(database.source());
                manager.revision("Step " + schemas.size(), options);
                manager.upgrade();
                assertThat(SchemaReader.difference(SchemaReader.expected(after), database.schema()))
                        .isEmpty();
                assertThat(DetailReader.difference(database, after)).isEmpty();
                schemas.add(after);
            }
        }
        MigrationManager manager = MigrationManager.of(revisions).withConnections(database.source());
        for (int i = schemas.size() - 2; i >= 0; i--) {
            manager.downgradeAcceptingLoss("-1");
            assertThat(DetailReader.difference(database, schemas.get(i))).isEmpty();
        }
        assertThat(database.schema()).isEmpty();
    }

    @Test
    void of_unknownFormat_namesThoseThatAre() {
        assertThat(ChangelogFormat.of(" xml ")).isEqualTo(ChangelogFormat.XML);
        assertThatThrownBy(() -> ChangelogFormat.of("toml"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(
                        "EM-3122 changelog format toml: there is no such format. Name one of yaml, xml, json, sql.");
    }

    @Test
    void check_twoChangelogs_tellsBoth() throws IOException {
        Path folder =
                manager(FIRST, ChangelogFormat.YAML).revision("First").folder().orElseThrow();
        Files.writeString(folder.resolve("changelog.sql"), "--liquibase formatted sql\n");
        assertThat(manager(FIRST, ChangelogFormat.YAML).check().text())
                .isEqualTo("EM-3123 " + folder.getFileName()
                        + ": there is more than one changelog: changelog.sql, changelog.yaml. Keep the one that was"
                        + " committed.");
    }
}

package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.easymodel.migrate.Shop.big;
import static org.easymodel.migrate.Shop.index;
import static org.easymodel.migrate.Shop.key;
import static org.easymodel.migrate.Shop.model;
import static org.easymodel.migrate.Shop.of;
import static org.easymodel.migrate.Shop.table;
import static org.easymodel.migrate.Shop.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.easymodel.migrate.ChangelogFormat;
import org.easymodel.migrate.Revision;
import org.easymodel.migrate.RevisionOptions;
import org.easymodel.schema.SchemaModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ids of change sets are read from the text as Liquibase reads them. */
class ChangeSetIdsTest {

    private static final SchemaModel MODEL = model(
            of(table("BOOK", text("ID_CARD", 13), big("AUTHOR_ID")), index("ID_CARD"), key("AUTHOR_ID", "AUTHOR")),
            table("AUTHOR", text("NAME", 80)),
            table("ID"));

    @TempDir
    Path revisions;

    private Revision written(ChangelogFormat format) {
        return MigrationManager.of(MODEL, revisions)
                .withFormat(format)
                .revision("First", RevisionOptions.none())
                .revision()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(ChangelogFormat.class)
    void ids_ofEveryFormat_areThoseThatLiquibaseRuns(ChangelogFormat format) {
        Revision revision = written(format);
        TestDatabase database = TestDatabase.fresh(TestDatabase.Kind.H2);
        MigrationManager.of(revisions).withConnections(database.source()).upgrade();
        List<String> ran = database.query("SELECT ID FROM DATABASECHANGELOG ORDER BY ORDEREXECUTED");
        assertThat(revision.changeSetIds()).as(revision.changelog()).contains(ran);
        assertThat(ran)
                .contains(String.format(
                        Locale.ROOT, "%s-%02d", revision.id(), revision.steps().size()));
    }

    @Test
    void ids_ofWhatIsNotPlain_areLeftToLiquibase() {
        Revision revision = written(ChangelogFormat.YAML);
        for (String line : List.of("      runAlways: true\n", "      runOnChange: true\n", "  - include:\n")) {
            assertThat(with(revision, revision.changelog() + line).changeSetIds())
                    .as(line)
                    .isEqualTo(Optional.empty());
        }
        assertThat(with(revision, revision.changelog() + "  - changeSet:\n").changeSetIds())
                .isEmpty();
        assertThat(with(revision, revision.changelog() + "  - changeSet:\n      id: more\n")
                        .changeSetIds()
                        .orElseThrow())
                .hasSize(revision.steps().size() + 1)
                .contains("more");
    }

    private static Revision with(Revision revision, String changelog) {
        TreeMap<String, String> files = new TreeMap<>(revision.files());
        files.put(ChangelogFormat.YAML.file(), changelog);
        return new Revision(
                revision.id(),
                revision.parents(),
                revision.message(),
                revision.before(),
                revision.after(),
                revision.steps(),
                revision.accepted(),
                revision.changelogHash(),
                revision.folder(),
                files);
    }
}

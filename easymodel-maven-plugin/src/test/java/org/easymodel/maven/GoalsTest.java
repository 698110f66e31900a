package org.easymodel.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.easymodel.failure.Problem;
import org.easymodel.schema.Column;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Notes;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goals over a project whose scanner is a stand-in that reads a text from its class path. */
class GoalsTest {

    private static final String SCANNER = """
            package org.easymodel.eclipselink.scan;
            public final class SchemaScan {
                public static String scan(String unit, java.util.Map<String, String> properties) throws Exception {
                    if (unit.equals("broken")) {
                        throw new IllegalStateException("EM-1042 Book: there is no key.");
                    }
                    try {
                        Class.forName("org.apache.maven.plugin.Mojo");
                        throw new IllegalStateException("Maven can be seen");
                    } catch (ClassNotFoundException expected) {
                    }
                    ClassLoader loader = Thread.currentThread().getContextClassLoader();
                    if (loader != SchemaScan.class.getClassLoader()) {
                        throw new IllegalStateException("another context class loader");
                    }
                    try (var text = SchemaScan.class.getResourceAsStream("/schema.json")) {
                        return new String(text.readAllBytes(), "UTF-8");
                    }
                }
                public static String explain(String unit, String entity, java.util.Map<String, String> properties) {
                    if (entity.equals("Usr")) {
                        throw new IllegalStateException("EM-1045 Usr: there is no such entity.");
                    }
                    return "unit '" + unit + "', entity '" + entity + "'\\n  because of " + properties + "\\n";
                }
            }
            """;

    @TempDir
    Path project;

    private Path classes;
    private final List<String> lines = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();
    private String url;

    @BeforeEach
    void makeProject() throws IOException {
        classes = Files.createDirectories(project.resolve("target/classes"));
        Path source = project.resolve("src/org/easymodel/eclipselink/scan/SchemaScan.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, SCANNER);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", classes.toString(), "--release", "17", source.toString());
        assertThat(result).isZero();
        stub("jakarta/persistence/Persistence.class");
        stub("org/eclipse/persistence/jpa/PersistenceProvider.class");
        Files.createDirectories(classes.resolve("META-INF"));
        Files.writeString(
                classes.resolve("META-INF/persistence.xml"),
                "<persistence>\n<!-- <persistence-unit name=\"old\"/> -->\n<persistence-unit name=\"shop\"/>\n</persistence>");
        url = "jdbc:h2:" + project.resolve("shop");
    }

    private void stub(String path) throws IOException {
        Files.createDirectories(classes.resolve(path).getParent());
        Files.write(classes.resolve(path), new byte[0]);
    }

    private void model(Column... columns) throws IOException {
        List<Column> all = new ArrayList<>(List.of(columns));
        all.add(Column.required("ID", ColumnType.of(ColumnType.Kind.INT64)));
        Table book = Table.of(TableName.of("BOOK"), all)
                .withPrimaryKey(
                        java.util.Optional.of(new PrimaryKey(Identifier.of("PK_BOOK"), List.of(Identifier.of("ID")))));
        Files.writeString(
                classes.resolve("schema.json"),
                SchemaModel.of(List.of(book), List.of())
                        .withNotes(Notes.none().withWarnings(warnings))
                        .text());
    }

    @Test
    void revision_ofAModelWithWarnings_tellsThemAndIsWritten() throws Exception {
        warnings.add(new Problem("EM-1099", "Book", "it is odd.", ""));
        model(Column.nullable("SOLD_AT", ColumnType.of(ColumnType.Kind.TIMESTAMP_TZ)));
        goal(new RevisionGoal(), Map.of("message", "First")).execute();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).isEqualTo("WARNING EM-1099 Book: it is odd.");
        assertThat(lines.get(1)).startsWith("WARNING EM-3068 BOOK.SOLD_AT: ");
        assertThat(lines.get(2)).startsWith("Wrote ");
        assertThat(lines.get(3)).isEqualTo("safe  CreateTable BOOK");
        lines.clear();
        goal(new CheckGoal(), Map.of()).execute();
        assertThat(lines).containsExactly("The revisions are sound and the model is what they add up to.");
        lines.clear();
        goal(new RevisionGoal(), Map.of("message", "Again")).execute();
        assertThat(lines)
                .containsExactly(
                        "WARNING EM-1099 Book: it is odd.",
                        "Nothing was written: the model is what the revisions add up to.");
        model();
        lines.clear();
        assertThatThrownBy(() ->
                        goal(new RevisionGoal(), Map.of("message", "Less")).execute())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("EM-3006 BOOK.SOLD_AT: ");
        assertThat(lines).first().isEqualTo("WARNING EM-1099 Book: it is odd.");
    }

    @Test
    void revision_withSqlOverRows_carriesItAndNeedsNoDefault() throws Exception {
        model();
        goal(new RevisionGoal(), Map.of("message", "First")).execute();
        model(Column.required("PAGES", ColumnType.of(ColumnType.Kind.INT32)));
        File file = Files.writeString(project.resolve("more.sql"), "UPDATE BOOK SET PAGES = 2;\n")
                .toFile();
        lines.clear();
        goal(
                        new RevisionGoal(),
                        Map.of(
                                "message",
                                "Pages",
                                "data",
                                "UPDATE BOOK SET PAGES = 1",
                                "dataFile",
                                file,
                                "online",
                                true))
                .execute();
        assertThat(lines)
                .anyMatch(line -> line.startsWith("lock  RunSql step 1 "))
                .anyMatch(line -> line.startsWith("lock  RunSql step 2 "))
                .anyMatch(line -> line.startsWith("lock  AddNotNull BOOK.PAGES ") && line.endsWith("; online"));
        assertThatThrownBy(() -> goal(
                                new RevisionGoal(),
                                Map.of("message", "More", "dataFile", new File(project.toFile(), "none.sql")))
                        .execute())
                .hasMessageMatching("EM-5015 .*none.sql: the file cannot be read. Name a text file in UTF-8.");
    }

    @Test
    void explain_oneEntityOrAll_tellsWhatTheScannerSays() throws Exception {
        goal(new ExplainGoal(), Map.of("entity", "Book", "unit", "shop")).execute();
        goal(new ExplainGoal(), Map.of()).execute();
        assertThat(lines)
                .containsExactly(
                        "unit 'shop', entity 'Book'", "  because of {}", "unit '', entity ''", "  because of {}");
        assertThatThrownBy(
                        () -> goal(new ExplainGoal(), Map.of("entity", "Usr")).execute())
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("EM-5009 easymodel:explain: there is no explanation:\n"
                        + "EM-1045 Usr: there is no such entity.");
        Files.delete(classes.resolve("org/easymodel/eclipselink/scan/SchemaScan.class"));
        assertThatThrownBy(() -> goal(new ExplainGoal(), Map.of()).execute()).hasMessageStartingWith("EM-5006 ");
    }

    private <G extends Goal> G goal(G goal, Map<String, Object> parameters) {
        set(goal, "basedir", project.toFile());
        set(goal, "classes", classes.toFile());
        set(goal, "compileClassPath", List.of(classes.toString()));
        set(goal, "runtimeClassPath", List.of(h2()));
        set(goal, "pluginArtifacts", List.of());
        parameters.forEach((name, value) -> set(goal, name, value));
        goal.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence line) {
                lines.add(line.toString());
            }

            @Override
            public void warn(CharSequence line) {
                lines.add("WARNING " + line);
            }
        });
        return goal;
    }

    private static String h2() {
        return new File(org.h2.Driver.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
    }

    private static void set(Object goal, String name, Object value) {
        for (Class<?> type = goal.getClass(); type != null; type = type.getSuperclass()) {
            try {
                Field field = type.getDeclaredField(name);
                field.setAccessible(true);
                field.set(goal, value);
                return;
            } catch (NoSuchFieldException e) {
                continue;
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("No parameter " + name);
    }

    @Test
    void goals_oneAfterTheOther_takeAModelToADatabaseAndBack() throws Exception {
        model(Column.nullable("NAME", ColumnType.string(50)));
        goal(new RevisionGoal(), Map.of("message", "First")).execute();
        Path all = project.resolve("src/main/resources/db/easymodel/shop");
        assertThat(lines).first().asString().startsWith("Wrote " + all.resolve("0001_"));
        assertThat(lines).last().isEqualTo("safe  CreateTable BOOK");
        goal(new CheckGoal(), Map.of()).execute();
        assertThat(lines).last().isEqualTo("The revisions are sound and the model is what they add up to.");
        goal(new UpgradeGoal(), Map.of("url", url, "to", "heads")).execute();
        assertThat(lines).last().asString().matches("Applied 0001_\\w+ in 1 step\\. The database is at 0001_\\w+\\.");

        model(Column.nullable("TITLE", ColumnType.string(50)));
        assertThatThrownBy(() -> goal(new CheckGoal(), Map.of()).execute())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("EM-3050 model: it differs from the revisions. Write one for:\n")
                .hasMessageContaining("EM-3007 BOOK.NAME");
        assertThatThrownBy(() ->
                        goal(new RevisionGoal(), Map.of("message", "Second")).execute())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("EM-3007 BOOK.NAME: ");
        goal(new RevisionGoal(), Map.of("message", "Second", "rename", List.of("book.name=title")))
                .execute();
        lines.clear();
        goal(new UpgradeGoal(), Map.of("url", url, "to", "heads")).execute();
        assertThat(lines).first().asString().matches("\\[1/1\\] \\w{12}-01 RenameColumn BOOK.NAME to TITLE");
        assertThatThrownBy(() -> goal(new DowngradeGoal(), Map.of("url", url)).execute())
                .hasMessageStartingWith("EM-5002 ");
        goal(new DowngradeGoal(), Map.of("url", url, "to", "base")).execute();
        assertThat(lines).last().asString().endsWith("The database is before the first revision.");
    }

    @Test
    void diagram_ofTheModelOrAPart_isWrittenInTheLanguageOfItsFile() throws Exception {
        model(Column.nullable("NAME", ColumnType.string(50)));
        File whole = project.resolve("target/docs/model.mmd").toFile();
        goal(new DiagramGoal(), Map.of("file", whole, "title", "Books")).execute();
        assertThat(lines).containsExactly("Wrote " + whole);
        assertThat(whole).content().isEqualTo("""
                        ---
                        title: "Books"
                        config:
                            layout: elk
                        ---
                        erDiagram
                            "BOOK" {
                                int64 ID PK
                                string NAME
                            }
                        """);

        File part = project.resolve("part.puml").toFile();
        goal(
                        new DiagramGoal(),
                        Map.of(
                                "file",
                                part,
                                "title",
                                "Books",
                                "entities",
                                List.of(" book "),
                                "around",
                                "BOOK",
                                "distance",
                                2))
                .execute();
        assertThat(part).content().startsWith("@startuml\ntitle Books\n").contains("entity \"BOOK\" as t_BOOK {");

        assertThatThrownBy(() -> goal(new DiagramGoal(), Map.of("file", whole, "title", "Books", "around", "Author"))
                        .execute())
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("EM-1501 ModelDiagram: the model has no entity and no table 'Author'. It has BOOK.");
        assertThatThrownBy(() -> goal(
                                new DiagramGoal(),
                                Map.of("file", project.resolve("model.svg").toFile(), "title", "Books"))
                        .execute())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("EM-1504 " + project.resolve("model.svg") + ": ");
    }

    @Test
    void goals_withoutWhatTheyNeed_sayWhatItIs() throws Exception {
        model();
        assertThatThrownBy(() -> goal(new RevisionGoal(), Map.of()).execute()).hasMessageStartingWith("EM-5001 ");
        assertThatThrownBy(() -> goal(new UpgradeGoal(), Map.of()).execute()).hasMessageStartingWith("EM-5003 ");
        assertThatThrownBy(() -> goal(
                                new UpgradeGoal(),
                                Map.of("url", "jdbc:nothing://host/x?password=secret", "to", "heads"))
                        .execute())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("EM-5008 class path: no library of the project is a driver for jdbc:nothing.");
        assertThatThrownBy(() -> goal(new CheckGoal(), Map.of("unit", "broken")).execute())
                .hasMessage(
                        "EM-5007 model: it cannot be read. Correct it and compile again:\nEM-1042 Book: there is no key.");
        assertThatThrownBy(() -> goal(
                                new CheckGoal(),
                                Map.of("classes", project.resolve("none").toFile()))
                        .execute())
                .hasMessageStartingWith("EM-5005 ");
        Files.writeString(
                classes.resolve("META-INF/persistence.xml"),
                "<persistence><persistence-unit name='a'/><persistence-unit name='b'/></persistence>");
        assertThatThrownBy(() -> goal(new CheckGoal(), Map.of()).execute()).hasMessageStartingWith("EM-5004 ");
        Files.delete(classes.resolve("org/easymodel/eclipselink/scan/SchemaScan.class"));
        assertThatThrownBy(() -> goal(new CheckGoal(), Map.of("unit", "shop")).execute())
                .hasMessageStartingWith("EM-5006 ");
    }

    private Path newest() throws IOException {
        try (var folders = Files.list(project.resolve("src/main/resources/db/easymodel/shop"))) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .reduce((a, b) -> b)
                    .orElseThrow();
        }
    }

    @Test
    void goals_ofWhatIsThere_tellItToPeople() throws Exception {
        model(Column.nullable("NAME", ColumnType.string(50)));
        goal(new HeadsGoal(), Map.of()).execute();
        assertThat(lines).containsExactly("There are no revisions yet.");
        goal(new RevisionGoal(), Map.of("message", "First", "changelog", "sql")).execute();
        assertThat(newest().resolve("changelog.sql")).exists();
        model(
                Column.nullable("NAME", ColumnType.string(50)),
                Column.nullable("PAGES", ColumnType.of(ColumnType.Kind.INT32)));
        goal(new RevisionGoal(), Map.of("message", "Second", "changelog", "xml"))
                .execute();
        String second = newest().getFileName().toString();
        goal(new UpgradeGoal(), Map.of("url", url, "to", "0001")).execute();
        lines.clear();
        goal(new CurrentGoal(), Map.of("url", url)).execute();
        assertThat(lines).singleElement().asString().matches("0001_\\w{12}_first \\(First\\)");
        lines.clear();
        goal(new HistoryGoal(), Map.of("url", url)).execute();
        assertThat(lines.get(0)).matches("\\[x] 0001_\\w{12}_first \\(First\\)");
        assertThat(lines.get(1)).startsWith("      applied ").contains(" by ", " on ", " ms");
        assertThat(lines.get(2)).isEqualTo("[ ] " + second + " (Second)");
        lines.clear();
        assertThatThrownBy(() -> goal(new CheckGoal(), Map.of("url", url)).execute())
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("EM-3146 database: it does not have " + second + ". Apply what is missing with upgrade.");
        goal(new SqlGoal(), Map.of("database", "postgresql", "from", "0001", "to", "heads"))
                .execute();
        assertThat(lines)
                .containsExactly(
                        "-- Revision " + second + ": Second",
                        "",
                        "-- AddColumn BOOK.PAGES",
                        "ALTER TABLE BOOK ADD PAGES INTEGER;");
        lines.clear();
        goal(new SqlGoal(), Map.of("database", "derby", "from", "heads", "to", "base"))
                .execute();
        assertThat(lines).contains("ALTER TABLE BOOK DROP COLUMN PAGES;", "DROP TABLE BOOK;");
        lines.clear();
        goal(new StampGoal(), Map.of("url", url, "to", "heads")).execute();
        assertThat(lines)
                .containsExactly("Noted " + second + " without running anything. The database is at " + second + ".");
        assertThatThrownBy(() -> goal(new CheckGoal(), Map.of("url", url)).execute())
                .hasMessageStartingWith("EM-3143 BOOK.PAGES: the database does not have it any more.");
        lines.clear();
        goal(new LintGoal(), Map.of("since", "base")).execute();
        assertThat(lines).containsExactly("Nothing to remark.");
    }

    @Test
    void revision_emptyThenWrittenByHand_isAcceptedWithReseal() throws Exception {
        model(Column.nullable("NAME", ColumnType.string(50)));
        goal(new RevisionGoal(), Map.of("message", "First")).execute();
        goal(new RevisionGoal(), Map.of("message", "Fill names", "empty", true)).execute();
        Path changelog = newest().resolve("changelog.yaml");
        assertThat(lines).last().asString().startsWith("It is empty. Write change sets into changelog.yaml");
        Files.writeString(changelog, Files.readString(changelog) + """

                          - changeSet:
                              id: names
                              author: ann
                              changes:
                                - sql: { sql: "INSERT INTO BOOK (ID, NAME) VALUES (7, 'Seven')" }
                              rollback:
                                - sql: { sql: DELETE FROM BOOK WHERE ID = 7 }
                        """);
        assertThatThrownBy(() -> goal(new CheckGoal(), Map.of()).execute())
                .hasMessage("EM-3021 " + newest().getFileName()
                        + ": its changelog is not the one that the revision was written with. Take it back to what was"
                        + " committed; or, if it was edited on purpose and is applied nowhere, accept it with reseal.");
        assertThatThrownBy(() -> goal(new ResealGoal(), Map.of()).execute()).hasMessageStartingWith("EM-5013 ");
        goal(new ResealGoal(), Map.of("revision", "0002", "url", url)).execute();
        assertThat(lines).last().asString().startsWith("Accepted 0002_").endsWith("/changelog.yaml with 1 change set.");
        goal(new CheckGoal(), Map.of()).execute();
        goal(new UpgradeGoal(), Map.of("url", url, "to", "heads")).execute();
        Files.writeString(changelog, Files.readString(changelog).replace("'Seven'", "'Sieben'"));
        assertThatThrownBy(() -> goal(new ResealGoal(), Map.of("revision", "0002", "url", url))
                        .execute())
                .hasMessageStartingWith("EM-3134 ");
        Files.writeString(changelog, Files.readString(changelog).replace("'Sieben'", "'Seven'"));
        goal(new DowngradeGoal(), Map.of("url", url, "to", "-1")).execute();
        assertThat(lines).last().asString().contains("The database is at 0001_");
    }

    @Test
    void goals_forMachines_writeOneDocument() throws Exception {
        model(Column.nullable("NAME", ColumnType.string(50)));
        File file = project.resolve("target/easymodel/out.json").toFile();
        goal(new RevisionGoal(), Map.of("message", "First", "format", "json", "output", file))
                .execute();
        assertThat(lines).isEmpty();
        assertThat(file).content().contains("\"written\": true", "\"operation\": \"CreateTable\"");
        model();
        assertThatThrownBy(() -> goal(new CheckGoal(), Map.of("format", "json", "output", file))
                        .execute())
                .isInstanceOf(MojoFailureException.class);
        assertThat(file).content().contains("\"code\": \"EM-3050\"", "\"sound\": false");
        assertThatThrownBy(() -> goal(new HeadsGoal(), Map.of("format", "xml")).execute())
                .hasMessageStartingWith("EM-5010 -Dformat=xml: ");
        goal(new HistoryGoal(), Map.of("format", "json", "output", file, "url", url, "historyFile", true))
                .execute();
        assertThat(file).content().isEqualTo("{\n  \"migrations\": []\n}\n");
        goal(new MergeGoal(), Map.of()).execute();
        assertThat(lines).containsExactly("Nothing to merge: there is one newest revision.");
        assertThatThrownBy(() -> goal(new StampGoal(), Map.of("url", url)).execute())
                .hasMessageStartingWith("EM-5012 ");
        assertThatThrownBy(() -> goal(new SqlGoal(), Map.of()).execute()).hasMessageStartingWith("EM-5014 ");
    }

    @Test
    void adopt_aDatabaseOfItsOwn_isUnderRevisionsFromThen() throws Exception {
        model(
                Column.nullable("NAME", ColumnType.string(50)),
                Column.nullable("PAGES", ColumnType.of(ColumnType.Kind.INT32)));
        try (var connection = java.sql.DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE BOOK (ID BIGINT NOT NULL, NAME VARCHAR(50), CONSTRAINT PK_BOOK PRIMARY KEY (ID))");
        }
        goal(new AdoptGoal(), Map.of("url", url, "message", "What we had")).execute();
        assertThat(lines).last().isEqualTo("safe  AddColumn BOOK.PAGES");
        goal(new RevisionGoal(), Map.of("message", "Pages")).execute();
        goal(new UpgradeGoal(), Map.of("url", url, "to", "heads")).execute();
        goal(new CheckGoal(), Map.of("url", url)).execute();
        assertThat(lines).last().isEqualTo("The revisions are sound and the model is what they add up to.");
    }

    @Test
    void colours_whereTheyAreWanted_paintDangersAndCodes() {
        Colours colours = Colours.of("always", false);
        assertThat(colours.painted("data-loss  DropTable BOOK  EM101 x"))
                .isEqualTo("\033[1;31mdata-loss\033[0m  DropTable BOOK  \033[1mEM101\033[0m x");
        assertThat(colours.painted("[1/2] safe")).isEqualTo("\033[36m[1/2]\033[0m safe");
        assertThat(Colours.of("never", true).painted("lock  A")).isEqualTo("lock  A");
    }
}

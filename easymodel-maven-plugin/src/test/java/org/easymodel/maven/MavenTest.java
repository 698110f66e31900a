package org.easymodel.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.easymodel.liquibase.MigrationManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goals as people call them: a real Maven over a small project whose server would bring EclipseLink. */
class MavenTest {

    private static final String BOOK = """
            package shop;
            import jakarta.persistence.*;
            @Entity
            public class Book {
                @Id Long id;
                String title;
            %s}
            """;

    @TempDir
    Path project;

    private ScratchMaven maven;
    private Path revisions;

    @BeforeEach
    void makeProject() throws IOException {
        maven = ScratchMaven.prepared();
        revisions = project.resolve("src/main/resources/db/easymodel/shop");
        write("pom.xml", pom());
        write("src/main/resources/META-INF/persistence.xml", """
                <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
                    <persistence-unit name="shop">
                        <provider>org.eclipse.persistence.jpa.PersistenceProvider</provider>
                        <class>shop.Book</class>
                        <properties>
                            <property name="eclipselink.session.customizer"
                                value="org.easymodel.eclipselink.EasyModelCustomizer"/>
                        </properties>
                    </persistence-unit>
                </persistence>
                """);
        book("");
    }

    private void book(String more) throws IOException {
        write("src/main/java/shop/Book.java", String.format(BOOK, more));
    }

    private Path write(String file, String text) throws IOException {
        Path path = project.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private String pom() throws IOException {
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                    <modelVersion>4.0.0</modelVersion>
                    <groupId>shop</groupId>
                    <artifactId>shop</artifactId>
                    <version>1</version>
                    <properties>
                        <liquibase>4.33.0</liquibase>
                        <maven.compiler.release>17</maven.compiler.release>
                        <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                        <easymodel.url>jdbc:h2:${project.basedir}/target/shop</easymodel.url>
                        <easymodel.user>sa</easymodel.user>
                        <easymodel.password>secret</easymodel.password>
                        <database>h2</database>
                    </properties>
                    <dependencies>
                        <dependency>
                            <groupId>jakarta.persistence</groupId>
                            <artifactId>jakarta.persistence-api</artifactId>
                            <version>@PERSISTENCE@</version>
                            <scope>provided</scope>
                        </dependency>
                        <dependency>
                            <groupId>com.h2database</groupId>
                            <artifactId>h2</artifactId>
                            <version>@H2@</version>
                            <scope>runtime</scope>
                        </dependency>
                    </dependencies>
                    <build>
                        <plugins>
                            <plugin>
                                <artifactId>maven-resources-plugin</artifactId>
                                <version>@RESOURCES@</version>
                            </plugin>
                            <plugin>
                                <artifactId>maven-compiler-plugin</artifactId>
                                <version>@COMPILER@</version>
                            </plugin>
                            <plugin>
                                <groupId>org.easymodel</groupId>
                                <artifactId>easymodel-maven-plugin</artifactId>
                                <version>@VERSION@</version>
                                <executions>
                                    <execution>
                                        <id>back</id>
                                        <configuration><to>-1</to></configuration>
                                    </execution>
                                    <execution>
                                        <id>newest</id>
                                        <configuration><to>heads</to></configuration>
                                    </execution>
                                    <execution>
                                        <id>branches</id>
                                        <configuration><revisions>target/branches</revisions></configuration>
                                    </execution>
                                    <execution>
                                        <id>by-hand</id>
                                        <configuration><revisions>target/by-hand</revisions><revision>0002</revision></configuration>
                                    </execution>
                                    <execution>
                                        <id>first</id>
                                        <configuration><revisions>target/adopted</revisions></configuration>
                                    </execution>
                                </executions>
                            </plugin>
                        </plugins>
                    </build>
                </project>
                """.replace("@PERSISTENCE@", ScratchMaven.property("jakarta.persistence.version"))
                .replace("@H2@", ScratchMaven.property("h2.version"))
                .replace("@RESOURCES@", ScratchMaven.pluginVersion("maven-resources-plugin"))
                .replace("@COMPILER@", ScratchMaven.pluginVersion("maven-compiler-plugin"))
                .replace("@VERSION@", ScratchMaven.VERSION);
    }

    @Test
    void goals_ofARealMaven_doWhatTheManualSays() throws Exception {
        ScratchMaven.Run first = maven.run(
                project,
                "compile",
                "easymodel:revision",
                "easymodel:lint",
                "easymodel:explain",
                "easymodel:diagram",
                "easymodel:sql",
                "easymodel:upgrade",
                "easymodel:check",
                "easymodel:current",
                "easymodel:history",
                "easymodel:heads",
                "-Dmessage=First",
                "-Dstyle.color=always");
        assertThat(first.exit()).as(first::toString).isZero();
        assertThat(folders(revisions)).hasSize(1).first().asString().matches("0001_[0-9a-f]{12}_first");
        String folder = folders(revisions).get(0);
        assertThat(first.out())
                .contains(
                        "\033[32msafe\033[0m  CreateTable BOOK",
                        "Book",
                        "CREATE TABLE PUBLIC.BOOK (ID BIGINT NOT NULL, TITLE VARCHAR(255)",
                        "\033[36m[1/1]\033[0m ",
                        "\033[32m[x]\033[0m " + folder)
                .doesNotContain("WARNING: ", "SLF4J", "liquibase.");
        assertThat(project.resolve("target/model.mmd")).content().contains("erDiagram");

        book("    Integer pages;\n");
        branches(folder);
        byHand(folder);
        ScratchMaven.Run second = maven.run(
                project,
                "compile",
                "easymodel:revision",
                "easymodel:upgrade",
                "easymodel:downgrade@back",
                "easymodel:stamp@newest",
                "easymodel:heads@branches",
                "easymodel:merge@branches",
                "easymodel:reseal@by-hand",
                "easymodel:adopt@first",
                "-Dmessage=Second");
        assertThat(second.exit()).as(second::toString).isZero();
        assertThat(second.lines()).anyMatch(line -> line.endsWith("AddColumn BOOK.PAGES"));
        assertThat(folders(revisions)).hasSize(2);
        assertThat(folders(project.resolve("target/branches"))).hasSize(4);
        assertThat(folders(project.resolve("target/adopted"))).hasSize(1);
        assertThat(MigrationManager.of(project.resolve("target/by-hand"))
                        .revisions()
                        .revisions())
                .allMatch(revision -> revision.isUnedited());

        book("    Integer pages;\n    Integer prints;\n");
        ScratchMaven.Run third =
                maven.run(project, "-q", "compile", "easymodel:history", "easymodel:check", "-Dformat=json");
        assertThat(third.exit()).as(third::toString).isNotZero();
        assertThat(third.withoutColours())
                .startsWith("{\n")
                .contains("\"message\": \"First\"", "\"sound\": false", "EM-3050", "PRINTS");
    }

    @Test
    void expand_withAStepInJava_letsOldCodeWriteBetweenItsRevisions() throws Exception {
        write("pom.xml", pom().replace("<dependencies>", """
                <dependencies>
                        <dependency>
                            <groupId>org.easymodel</groupId>
                            <artifactId>easymodel-liquibase</artifactId>
                            <version>@VERSION@</version>
                            <scope>provided</scope>
                        </dependency>""".replace("@VERSION@", ScratchMaven.VERSION)));
        ScratchMaven.Run first =
                maven.run(project, "compile", "easymodel:revision", "easymodel:upgrade", "-Dmessage=First");
        assertThat(first.exit()).as(first::toString).isZero();
        sql("INSERT INTO BOOK (ID, TITLE) VALUES (1, 'dune')");

        book("    @Column(nullable = false) String heading;\n");
        write("src/main/java/shop/Headings.java", """
                package shop;
                import java.sql.SQLException;
                import java.util.List;
                import org.easymodel.migrate.JavaDataStep;
                import org.easymodel.migrate.StepRows;
                public final class Headings implements JavaDataStep {
                    public void run(StepRows rows) throws SQLException {
                        rows.update(
                                "SELECT ID, TITLE FROM BOOK",
                                "UPDATE BOOK SET HEADING = ? WHERE ID = ?",
                                row -> List.of(row.getString(2).toUpperCase(), row.getLong(1)));
                    }
                }
                """);
        ScratchMaven.Run second = maven.run(
                project,
                "compile",
                "easymodel:revision",
                "easymodel:upgrade",
                "-Dmessage=Headings",
                "-Dexpand",
                "-DdataClass=shop.Headings",
                "-Ddefault=BOOK.HEADING=?",
                "-Dto=0002");
        assertThat(second.exit()).as(second::toString).isZero();
        assertThat(folders(revisions)).hasSize(3);
        assertThat(folders(revisions).get(1)).endsWith("_headings_expand");
        assertThat(folders(revisions).get(2)).endsWith("_headings_contract");
        sql("INSERT INTO BOOK (ID, TITLE) VALUES (2, 'by the old code')");
        ScratchMaven.Run third = maven.run(project, "easymodel:upgrade", "easymodel:check");
        assertThat(third.exit()).as(third::toString).isZero();
        assertThat(query("SELECT ID, HEADING FROM BOOK ORDER BY ID")).containsExactly("1|DUNE", "2|?");
    }

    @Test
    void liquibase_withItsOwnPlugin_runsTheSameChangelogs() throws Exception {
        write("pom.xml", pom().replace("<plugins>", """
                <plugins>
                            <plugin>
                                <groupId>org.liquibase</groupId>
                                <artifactId>liquibase-maven-plugin</artifactId>
                                <version>${liquibase}</version>
                                <configuration>
                                    <searchPath>${project.basedir}/src/main/resources</searchPath>
                                    <changeLogFile>db/easymodel/shop/root.yaml</changeLogFile>
                                    <url>${easymodel.url}</url>
                                    <username>${easymodel.user}</username>
                                    <password>${easymodel.password}</password>
                                </configuration>
                                <dependencies>
                                    <dependency>
                                        <groupId>com.h2database</groupId>
                                        <artifactId>h2</artifactId>
                                        <version>@H2@</version>
                                    </dependency>
                                </dependencies>
                            </plugin>""".replace("@H2@", ScratchMaven.property("h2.version"))));
        ScratchMaven.Run first =
                maven.run(project, "compile", "easymodel:revision", "easymodel:upgrade", "-Dmessage=First");
        assertThat(first.exit()).as(first::toString).isZero();
        book("    Integer pages;\n");
        for (String version : List.of("4.33.0", "5.0.1")) {
            String plugin = "org.liquibase:liquibase-maven-plugin:" + version + ":";
            ScratchMaven.Run second = maven.run(
                    project,
                    "compile",
                    "easymodel:revision",
                    plugin + "update",
                    "easymodel:upgrade",
                    "easymodel:check",
                    plugin + "update",
                    "-Dmessage=Second",
                    "-Dliquibase=" + version);
            assertThat(second.exit()).as(second::toString).isZero();
            assertThat(query("SELECT ID, PAGES FROM BOOK")).isEmpty();
            assertThat(second.lines())
                    .as("what ran of our two revisions: the newer one by Liquibase, then nothing by anyone")
                    .anyMatch(line -> line.matches("Run: +1"))
                    .anyMatch(line -> line.matches("Run: +0"));
            ScratchMaven.Run back = maven.run(
                    project,
                    plugin + "rollback",
                    "easymodel:current",
                    "-Dliquibase.rollbackCount=1",
                    "-Dliquibase=" + version);
            assertThat(back.exit()).as(back::toString).isZero();
            String folder = folders(revisions).get(0);
            assertThat(back.lines()).anyMatch(line -> line.contains(folder));
            assertThatThrownBy(() -> query("SELECT PAGES FROM BOOK")).isInstanceOf(SQLException.class);
        }
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = database();
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    private List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                rows.add(found.getString(1) + "|" + found.getString(2));
            }
        }
        return rows;
    }

    private Connection database() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:" + project.resolve("target/shop"), "sa", "secret");
    }

    private static List<String> folders(Path directory) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(Files::isDirectory)
                    .map(each -> each.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** The revisions that are there, and two that follow them without knowing of each other. */
    private void branches(String folder) throws IOException {
        Path branches = project.resolve("target/branches");
        for (String branch : List.of("Ours", "Theirs")) {
            Path line = project.resolve("target/" + branch);
            copy(revisions.resolve(folder), line.resolve(folder));
            MigrationManager.of(line).emptyRevision(branch);
            for (String each : folders(line)) {
                copy(line.resolve(each), branches.resolve(each));
            }
        }
    }

    /** The revisions that are there, and one whose change set was written by a person. */
    private void byHand(String folder) throws IOException {
        Path line = project.resolve("target/by-hand");
        copy(revisions.resolve(folder), line.resolve(folder));
        Path changelog = MigrationManager.of(line)
                .emptyRevision("Fill titles")
                .folder()
                .orElseThrow()
                .resolve("changelog.yaml");
        Files.writeString(changelog, """
                  - changeSet:
                      id: titles
                      author: me
                      changes:
                        - sql: {sql: "UPDATE BOOK SET TITLE = '-' WHERE TITLE IS NULL"}
                      rollback: []
                """, StandardOpenOption.APPEND);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.write(target, Files.readAllBytes(file));
                }
            }
        }
    }
}

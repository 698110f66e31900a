package org.easymodel.contract.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.easymodel.contract.units.Golden.assertGolden;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.easymodel.contract.scan.models.EclipseLinkFive;
import org.easymodel.contract.scan.models.SeparateScan;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.failure.Problem;
import org.easymodel.schema.SchemaModel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Jakarta Persistence 3.2 adds to mappings, scanned with EclipseLink 5; the entities are compiled when the test runs. */
class PersistenceThreeTwoTest {

    @TempDir
    private static Path directory;

    private static URLClassLoader five;

    @BeforeAll
    static void compile() throws IOException, ReflectiveOperationException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (Stream<Path> sources = Files.list(Path.of("src/test/persistence32/press"));
                StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "-proc:none",
                    "--release",
                    "17",
                    "-d",
                    directory.toString(),
                    "-classpath",
                    EclipseLinkFive.persistence().toString());
            boolean compiled = compiler.getTask(
                            said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources.toList()))
                    .call();
            assertThat(compiled).as(said.toString()).isTrue();
        }
        Files.writeString(directory.resolve("leaflet.xml"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.2">
                  <entity class="press.Leaflet" access="FIELD" metadata-complete="true">
                    <table options="UNLOGGED">
                      <comment>Found</comment>
                      <check-constraint name="CK_LEAFLET" constraint="ID &lt;&gt; 0"/>
                    </table>
                    <attributes>
                      <id name="id"/>
                      <basic name="foundAt">
                        <column second-precision="1" options="VISIBLE">
                          <comment>When</comment>
                        </column>
                      </basic>
                    </attributes>
                  </entity>
                </entity-mappings>
                """);
        UnitPath.of(
                directory,
                UnitXml.ofNames("leaflet", List.of("press.Leaflet"))
                        .with("eclipselink.weaving", "false")
                        .mappingFile("leaflet.xml"),
                UnitXml.ofNames("press", List.of("press.Paper", "press.Writer", "press.Size", "press.Mark"))
                        .with("eclipselink.cache.shared.default", "false")
                        .with("eclipselink.weaving", "false"));
        five = EclipseLinkFive.loader();
    }

    @AfterAll
    static void close() throws IOException {
        five.close();
    }

    @Test
    void scan_ofThreeTwo_isTheGoldenText() throws ReflectiveOperationException {
        assertGolden("persistence-3.2.json", scanned());
    }

    @Test
    void explanation_ofThreeTwo_isTheGoldenText() throws ReflectiveOperationException {
        assertGolden("persistence-3.2.txt", call("explain", "press", "Paper"));
    }

    @Test
    void comments_areThoseOfTablesAndColumns() throws ReflectiveOperationException {
        SchemaModel schema = SchemaModel.parse(scanned());

        assertThat(schema.tables())
                .flatExtracting(table -> Stream.concat(
                                table.comment().map(text -> table.name() + ": " + text).stream(),
                                table.columns().stream().flatMap(column -> column.comment().stream()
                                        .map(text -> table.name() + "." + column.name() + ": " + text)))
                        .toList())
                .containsExactly(
                        "KEYWORDS.PAPER_ID: Of which paper",
                        "KEYWORDS.WORD: One word",
                        "MARKS.PAGE: From 1",
                        "PAPER: What is written",
                        "PAPER.EDITOR_ID: Who answers for it",
                        "PAPER.HEIGHT: Kept",
                        "PAPER.TITLE: As on the cover",
                        "PAPER.WIDE: In millimetres",
                        "PAPER_WRITER: Who wrote what",
                        "PAPER_WRITER.PAPER_ID: The paper",
                        "PAPER_WRITER.WRITER_ID: The writer",
                        "SUMMARY: What is read",
                        "SUMMARY.SUMMARY: Short");
    }

    @Test
    void checks_areThoseOfTablesAndColumns() throws ReflectiveOperationException {
        SchemaModel schema = SchemaModel.parse(scanned());

        assertThat(schema.tables())
                .flatExtracting(table -> table.checks().stream()
                        .map(check -> check.name() + ": " + check.condition())
                        .toList())
                .containsExactly(
                        "CK_KEYWORDS_5B634569: PAPER_ID <> 2",
                        "CK_KEYWORDS_72BDA97C: WORD <> ''",
                        "CK_MARKS_8CC45F24: PAGE > 0",
                        "CK_EDITOR: EDITOR_ID <> 1",
                        "CK_ODD: PAGES <> 7",
                        "CK_PAGES: PAGES > 0",
                        "CK_PAPER_19548596: PAGES <> 13",
                        "CK_PAPER_3EBB8386: WIDE > 1",
                        "CK_PAPER_AAD972B6: TITLE <> ''",
                        "CK_PAPER_D41F3305: PAGES < 5000",
                        "CK_PAPER_FB5B3D7C: HEIGHT > 0",
                        "CK_PAPER_STATE: STATE IN ('D', 'P')",
                        "CK_PAPER_WRITER_B82DCB15: PAPER_ID > 0",
                        "CK_WROTE: WRITER_ID > 0",
                        "CK_STATES_STATE: STATE IN ('D', 'P')",
                        "CK_SUMMARY: SUMMARY <> ''");
    }

    @Test
    void types_areThoseThatEclipseLinkBinds() throws ReflectiveOperationException {
        SchemaModel schema = SchemaModel.parse(scanned());

        assertThat(schema.tables())
                .flatExtracting(table -> table.columns().stream()
                        .map(column -> table.name() + "." + column.name() + " " + column.type()
                                + column.values()
                                        .map(values -> " " + values.kind() + values.values())
                                        .orElse(""))
                        .toList())
                .containsExactly(
                        "KEYWORDS.PAPER_ID INT64",
                        "KEYWORDS.WORD STRING(255)",
                        "MARKS.PAGE INT32",
                        "MARKS.PAPER_ID INT64",
                        "MARKS.SETAT TIMESTAMP(2)",
                        "NUMBERS.SEQ_COUNT DECIMAL(31)",
                        "NUMBERS.SEQ_NAME STRING(50)",
                        "PAPER.CODE STRING(255)",
                        "PAPER.DUEAT TIME(3)",
                        "PAPER.EDITOR_ID INT64",
                        "PAPER.GRADE INT32 NUMBER[-1, 10]",
                        "PAPER.HEIGHT INT32",
                        "PAPER.ID INT64",
                        "PAPER.PAGES INT32",
                        "PAPER.PRINTEDAT TIMESTAMP",
                        "PAPER.RANKING INT16 NUMBER[1, 300]",
                        "PAPER.ROUNDEDAT TIMESTAMP",
                        "PAPER.SEENAT TIMESTAMP",
                        "PAPER.SINCE INT32",
                        "PAPER.SOLDAT TIMESTAMP(6)",
                        "PAPER.STATE STRING(255) TEXT[D, P]",
                        "PAPER.TITLE STRING(255)",
                        "PAPER.WIDE INT32",
                        "PAPER.WRITTENAT TIMESTAMP(3)",
                        "PAPER_WRITER.PAPER_ID INT64",
                        "PAPER_WRITER.WRITER_ID INT64",
                        "STATES.PAPER_ID INT64",
                        "STATES.STATE STRING(255) TEXT[D, P]",
                        "SUMMARY.ID INT64",
                        "SUMMARY.SUMMARY STRING(255)",
                        "WRITER.ID INT64",
                        "WRITER.NAME STRING(255)");
    }

    @Test
    void options_areNamed() throws ReflectiveOperationException {
        assertThat(SchemaModel.parse(scanned()).notes().warnings())
                .map(Problem::toString)
                .containsExactly(
                        "EM-1022 Paper: the options 'WITH (fillfactor = 70)' of its @Table are not described by the"
                                + " schema. Add them in a revision of your own.",
                        "EM-1029 Paper: the options 'DEFERRABLE' of its @UniqueConstraint are not described by the"
                                + " schema. Add them in a revision of your own.",
                        "EM-1029 Paper: the options 'NOT VALID' of its @CheckConstraint are not described by the schema."
                                + " Add them in a revision of your own.",
                        "EM-1029 Paper: the options 'TABLESPACE FAST' of its @Index are not described by the schema. Add"
                                + " them in a revision of your own.",
                        "EM-1029 Paper: the options 'UNLOGGED' of its @SecondaryTable are not described by the schema."
                                + " Add them in a revision of your own.",
                        "EM-1029 Paper.editor: the options 'DEFERRABLE' of its @ForeignKey are not described by the"
                                + " schema. Add them in a revision of your own.",
                        "EM-1029 Paper.editor: the options 'VISIBLE' of its @JoinColumn are not described by the schema."
                                + " Add them in a revision of your own.",
                        "EM-1029 Paper.keywords: the options 'UNLOGGED' of its @CollectionTable are not described by the"
                                + " schema. Add them in a revision of your own.",
                        "EM-1029 Paper.marks.page: the options 'VISIBLE' of its @Column are not described by the schema."
                                + " Add them in a revision of your own.",
                        "EM-1029 Paper.pages: the options 'NO INHERIT' of its @CheckConstraint are not described by the"
                                + " schema. Add them in a revision of your own.",
                        "EM-1033 Paper.printedAt: EclipseLink stores an Instant as the time in the zone of the JVM, where an"
                                + " hour comes twice a year. Use @Convert(converter = UtcInstantConverter.class).",
                        "EM-1032 Paper.roundedAt: its @Column says secondPrecision = 0, which the schema does not"
                                + " describe; the column has the precision of the database. Change the type in a revision of your"
                                + " own, or say it with @Column(columnDefinition = ...).",
                        "EM-1029 Paper.size: the options 'STORAGE PLAIN' of its @Column are not described by the schema."
                                + " Add them in a revision of your own.",
                        "EM-1033 Paper.soldAt: EclipseLink stores an Instant as the time in the zone of the JVM, where an hour comes twice a"
                                + " year. Use @Convert(converter = UtcInstantConverter.class).",
                        "EM-1029 Paper.title: the options 'COLLATE \"C\"' of its @Column are not described by the"
                                + " schema. Add them in a revision of your own.",
                        "EM-1029 Paper.writers: the options 'UNLOGGED' of its @JoinTable are not described by the"
                                + " schema. Add them in a revision of your own.",
                        "EM-1029 Writer.id: the options 'UNLOGGED' of its @TableGenerator are not described by the"
                                + " schema. Add them in a revision of your own.",
                        "EM-1029 package press: the options 'NO CYCLE' of its @SequenceGenerator are not described by"
                                + " the schema. Add them in a revision of your own.");
    }

    /** EclipseLink 5.0.0 reads what Persistence 3.2 adds to tables, and drops what it adds to columns. */
    @Test
    void mappingFile_ofThreeTwo_isReadForTables() throws ReflectiveOperationException {
        assertThat(call("explain", "leaflet", "Leaflet")).isEqualTo("""
                Leaflet (press.Leaflet)
                  table LEAFLET: Found
                    FOUNDAT  TIMESTAMP            Leaflet.foundAt
                    ID       INT64      not null  Leaflet.id; it is part of the primary key
                    primary key PK_LEAFLET (ID): the id of Leaflet
                    check CK_LEAFLET ID <> 0: @CheckConstraint
                  EM-1029 Leaflet: the options 'UNLOGGED' of its table LEAFLET are not described by the schema. Add them in a revision of your own.
                """);
    }

    /** An Instant is stored as the time in the zone of the JVM, and a Year as a number. */
    @Test
    void rows_readBack_fromOurTables() throws ReflectiveOperationException {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            String read = call(
                    "readBack",
                    "press",
                    "press.Paperwork",
                    "select cast(PRINTEDAT as varchar), SINCE, STATE, GRADE, RANKING from PAPER");

            assertThat(read)
                    .isEqualTo("5 News Short 2024-02-29T10:11:12.345 10:11:12.345 2024-02-29T10:11:12.345678Z"
                            + " 2024-10-27T00:30:00.000001Z 1999 PRINTED POOR HIGH Size[width=210, height=297] [ink]"
                            + " [3@2024-02-29T10:11:12.120] [DRAFT]\n2024-02-29 19:11:12.345678 1999 P -1 300");
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private static String scanned() throws ReflectiveOperationException {
        return call("scan", "press");
    }

    private static String call(String method, String... arguments) throws ReflectiveOperationException {
        List<String> all = new ArrayList<>(List.of(directory.toString()));
        all.addAll(List.of(arguments));
        Class<?>[] types = Collections.nCopies(all.size(), String.class).toArray(Class<?>[]::new);
        return (String) five.loadClass(SeparateScan.class.getName())
                .getMethod(method, types)
                .invoke(null, all.toArray());
    }
}

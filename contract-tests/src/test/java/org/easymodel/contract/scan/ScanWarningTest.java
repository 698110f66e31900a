package org.easymodel.contract.scan;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.eclipselink.scan.SchemaScan;
import org.easymodel.failure.Problem;
import org.easymodel.model.DefaultValue;
import org.easymodel.model.PartialIndex;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the scanner says of a model beside its schema, with the whole text; and that the schema is there all the same. */
class ScanWarningTest {

    @TempDir
    private Path directory;

    @Entity(name = "Plain")
    static class Plain {
        @Id
        Long id;

        @Column(name = "CODE")
        String code;
    }

    @Entity(name = "Lecture")
    static class Lecture {
        @Id
        Long id;

        Instant startsAt;

        @Lob
        Duration meant;

        URL page;
    }

    @Entity(name = "Meeting")
    static class Meeting {
        @Id
        Long id;

        OffsetDateTime startsAt;
    }

    @Entity(name = "First")
    @Table(name = "A", indexes = @Index(name = "IX", columnList = "name"))
    static class First {
        @Id
        Long id;

        String name;
    }

    @Entity(name = "Second")
    @Table(name = "B", indexes = @Index(name = "IX", columnList = "name"))
    static class Second {
        @Id
        Long id;

        String name;
    }

    @Entity(name = "Sharing")
    @Table(name = "SHARED")
    static class Sharing {
        @Id
        Long id;

        @Column(name = "CODE")
        String code;
    }

    @Entity(name = "SharingToo")
    @Table(name = "SHARED")
    static class SharingToo {
        @Id
        Long id;

        @Column(name = "CODE")
        int code;
    }

    @Entity(name = "Defined")
    static class Defined {
        @Id
        Long id;

        @ManyToOne
        @JoinColumn(
                foreignKey =
                        @ForeignKey(
                                name = "FK_DEFINED",
                                foreignKeyDefinition =
                                        "FOREIGN KEY (PLAIN_ID) REFERENCES PLAIN(ID) ON DELETE CASCADE DEFERRABLE"))
        Plain plain;
    }

    @Entity(name = "Restricted")
    static class Restricted {
        @Id
        Long id;

        @ManyToOne
        @JoinColumn(
                foreignKey =
                        @ForeignKey(
                                name = "FK_RESTRICTED",
                                foreignKeyDefinition =
                                        "FOREIGN KEY (PLAIN_ID) REFERENCES PLAIN(ID) ON DELETE RESTRICT"))
        Plain plain;
    }

    @Entity(name = "Misnamed")
    @Table(
            indexes = @Index(name = "IX_MISNAMED", columnList = "colour"),
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "UK_MISNAMED",
                            columnNames = {"ID", "shape"}))
    @PartialIndex(attributes = "weight", where = "ID > 1")
    static class Misnamed {
        @Id
        Long id;
    }

    @Entity(name = "ByCode")
    static class ByCode {
        @Id
        Long id;

        @ManyToOne
        @JoinColumn(name = "PLAIN_CODE", referencedColumnName = "CODE")
        Plain plain;
    }

    @Entity(name = "Small")
    static class Small {
        @Id
        Long id;

        @DefaultValue("many")
        int count;
    }

    @Test
    void restrict_isNoAction_sinceNoKeyIsDeferrable() {
        SchemaModel model = scan(Restricted.class, Plain.class);
        assertWarnings(model);
        assertThat(model.table(TableName.of("RESTRICTED")).orElseThrow().foreignKeys())
                .singleElement()
                .satisfies(key ->
                        assertThat(key.onDelete()).isEqualTo(org.easymodel.schema.ForeignKey.OnDelete.NO_ACTION));
    }

    @Test
    void serializedTypes_areNamed_unlessBytesAreMeant() {
        assertWarnings(
                scan(Lecture.class),
                "EM-1012 Lecture.page: EclipseLink stores the type java.net.URL as serialized Java bytes. Use a"
                        + " converter, such as @Convert(converter = UtcInstantConverter.class) for an Instant; or say"
                        + " @Lob if bytes are meant.",
                "EM-1012 Lecture.startsAt: EclipseLink stores the type java.time.Instant as serialized Java bytes. Use"
                        + " a converter, such as @Convert(converter = UtcInstantConverter.class) for an Instant; or say"
                        + " @Lob if bytes are meant.");
        assertThat(scan(Lecture.class)
                        .table(TableName.of("lecture"))
                        .orElseThrow()
                        .columns())
                .map(column -> column.name() + " " + column.type())
                .containsExactly("ID INT64", "MEANT LOB_BIN", "PAGE LOB_BIN", "STARTSAT LOB_BIN");
    }

    @Test
    void offsets_thatAreLost_areNamed() {
        assertWarnings(
                scan(Meeting.class),
                "EM-1016 Meeting.startsAt: EclipseLink stores an OffsetDateTime without its offset, as the time in the"
                        + " zone of the JVM. Use a converter to a time in UTC, or an Instant with UtcInstantConverter.");
    }

    @Test
    void names_thatTwoTablesShare_areTakenApart() {
        SchemaModel schema = scan(First.class, Second.class);

        assertWarnings(
                schema,
                "EM-1014 B: the name IX of a constraint or index is used by A too, and a database has it only once;"
                        + " here it is IX_B. Name one of them in the mapping, as in @Index(name = ...),"
                        + " @UniqueConstraint(name = ...) or @ForeignKey(name = ...).");
        assertThat(schema.tables())
                .flatExtracting(table -> table.indexes())
                .map(index -> index.name().text())
                .containsExactly("IX", "IX_B");
    }

    @Test
    void entities_thatShareAColumnOfTwoTypes_areNamed() {
        assertWarnings(
                scan(Sharing.class, SharingToo.class),
                "EM-1017 SHARED.CODE: mappings that share the column want different types: it is STRING(255), not INT32."
                        + " Let them agree, by the Java types or the @Column of one of them.");
    }

    @Test
    void foreignKeyDefinition_isReadAsFarAsItGoes() {
        SchemaModel schema = scan(Defined.class, Plain.class);

        assertWarnings(
                schema,
                "EM-1018 Defined.plain: its foreignKeyDefinition holds 'DEFERRABLE', which the schema does not describe."
                        + " Add it in a revision of your own.");
        assertThat(schema.table(TableName.of("defined")).orElseThrow().foreignKeys())
                .map(key -> key.name() + " " + key.onDelete())
                .containsExactly("FK_DEFINED CASCADE");
    }

    @Test
    void keys_overColumnsThatAreNone_areLeftOut() {
        SchemaModel schema = scan(Misnamed.class);

        assertWarnings(
                schema,
                "EM-1019 MISNAMED: @Index IX_MISNAMED names COLOUR, which is no column of the table; it is left out."
                        + " Write the name of the column as the mapping gives it.",
                "EM-1019 MISNAMED: @UniqueConstraint UK_MISNAMED names SHAPE, which is no column of the table; it is"
                        + " left out. Write the name of the column as the mapping gives it.",
                "EM-1023 Misnamed: @PartialIndex names 'weight', which is no attribute with a column of its own; it is"
                        + " left out. Name attributes of the entity.");
        assertThat(schema.tables().get(0).indexes()).isEmpty();
        assertThat(schema.tables().get(0).uniqueKeys()).isEmpty();
    }

    @Test
    void keys_toColumnsThatAreNotUnique_haveNoConstraint() {
        SchemaModel schema = scan(ByCode.class, Plain.class);

        assertWarnings(
                schema,
                "EM-1020 ByCode.plain: the key leads to PLAIN(CODE), which is neither primary nor unique key, so that"
                        + " there can be no constraint. Make the columns unique with @Column(unique = true) or"
                        + " @UniqueConstraint.");
        assertThat(schema.table(TableName.of("bycode")).orElseThrow().foreignKeys())
                .isEmpty();
    }

    @Test
    void defaultValues_thatAreNone_areNamed() {
        assertWarnings(
                scan(Small.class),
                "EM-1021 Small.count: the text of its @DefaultValue is no int, so that the column has no default value."
                        + " Write the value as the annotation's Javadoc says.");
    }

    @Test
    void warnings_areNoPartOfTheHash_butOfTheText() {
        SchemaModel schema = scan(Meeting.class);

        assertThat(SchemaModel.parse(schema.text())).isEqualTo(schema);
        assertThat(SchemaModel.of(schema.tables(), schema.sequences()).hash()).isEqualTo(schema.hash());
    }

    private SchemaModel scan(Class<?>... classes) {
        return UnitPath.of(directory, UnitXml.of("test", List.of(classes)))
                .call(() -> SchemaScan.schema("test", Map.of()));
    }

    private static void assertWarnings(SchemaModel schema, String... lines) {
        assertThat(schema.notes().warnings()).map(Problem::toString).containsExactly(lines);
    }
}

package org.easymodel.contract.scan;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import jakarta.persistence.Transient;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.eclipselink.scan.SchemaScan;
import org.easymodel.model.Indexed;
import org.easymodel.model.Link;
import org.easymodel.model.NoInference;
import org.easymodel.model.References;
import org.easymodel.model.RenamedFrom;
import org.easymodel.model.UtcInstantConverter;
import org.easymodel.schema.RenameNote;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the scanner makes of mappings, one trap each. A table is compared as short lines. */
class ScannedTableTest {

    @TempDir
    private Path directory;

    enum Colour {
        RED,
        GREEN
    }

    /** Kept as one letter. */
    @Converter
    public static class Letter implements AttributeConverter<Boolean, String> {
        @Override
        public String convertToDatabaseColumn(Boolean value) {
            return Boolean.TRUE.equals(value) ? "Y" : "N";
        }

        @Override
        public Boolean convertToEntityAttribute(String value) {
            return "Y".equals(value);
        }
    }

    @Entity(name = "Types")
    static class Types {
        @Id
        int id;

        boolean flag;
        Boolean maybe;
        byte tiny;
        short small;
        Integer whole;
        Long big;
        float real;
        Double precise;
        BigInteger huge;
        BigDecimal usual;

        @Column(precision = 8, scale = 3)
        BigDecimal exact;

        char letter;
        String text;

        @Column(length = 20, nullable = false)
        String shortText;

        @Basic(optional = false)
        String needed;

        @Lob
        String novel;

        @Lob
        byte[] picture;

        byte[] bytes;
        UUID uuid;
        LocalDate day;
        LocalTime time;
        LocalDateTime moment;

        @Temporal(TemporalType.DATE)
        Date oldDay;

        @Temporal(TemporalType.TIMESTAMP)
        Date oldMoment;

        @Convert(converter = UtcInstantConverter.class)
        Instant instant;

        @Convert(converter = Letter.class)
        @Column(length = 1)
        Boolean converted;

        Colour colour;

        @Enumerated(EnumType.STRING)
        @Column(length = 9)
        Colour colourName;

        @Column(columnDefinition = "varchar(9)  default 'a  b'")
        String own;

        @Version
        long version;

        @Transient
        String notThere;

        transient String neitherThere;
        static String nowhere;
    }

    @Entity(name = "Author")
    @Table(schema = "people")
    static class Author {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;
    }

    @Entity(name = "Shelf")
    @Table(name = "\"my.shelf\"")
    static class Shelf {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "shelves")
        @SequenceGenerator(
                name = "shelves",
                sequenceName = "shelf_seq",
                schema = "people",
                initialValue = 5,
                allocationSize = 10)
        Long id;
    }

    @Entity(name = "Uuided")
    static class Uuided {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        UUID id;
    }

    @Entity(name = "Sequenced")
    static class Sequenced {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;
    }

    @Entity(name = "Book")
    @Table(
            uniqueConstraints = {
                @UniqueConstraint(
                        name = "uk_edition",
                        columnNames = {"title", "edition"}),
                @UniqueConstraint(columnNames = {"edition", "AUTHOR_ID"})
            },
            indexes = {
                @Index(name = "ix_title", columnList = "title DESC, edition"),
                @Index(columnList = "edition"),
                @Index(name = "ux_code", columnList = "code", unique = true)
            })
    static class Book {
        @Id
        Long id;

        @Column(nullable = false)
        String title;

        int edition;
        String code;

        @Column(unique = true)
        String isbn;

        @ManyToOne(optional = false)
        Author author;

        @ManyToOne
        @JoinColumn(name = "SECOND_ID", foreignKey = @ForeignKey(name = "fk_second"))
        Author second;

        @ManyToOne
        @JoinColumn(name = "GHOST_ID", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        Author ghost;

        @OneToOne
        @JoinColumn(name = "\"user\"", nullable = false)
        Shelf shelf;

        @ManyToMany
        @JoinTable(
                name = "BOOK_READER",
                joinColumns = @JoinColumn(name = "BOOK_ID"),
                inverseJoinColumns = @JoinColumn(name = "READER_ID"))
        List<Author> readers;
    }

    @Entity(name = "Loan")
    static class Loan {
        @Id
        Long id;

        @ManyToOne(optional = false)
        @JoinColumn(name = "SHELF_ID", nullable = false)
        Shelf shelf;

        @Column(name = "SHELF_ID", insertable = false, updatable = false)
        Long shelfId;

        @References(Author.class)
        Long borrowerId;

        @References(value = Author.class, constraint = false)
        Long witnessId;

        Long authorId;

        @NoInference
        @Column(name = "other_author_id")
        Long otherAuthorId;
    }

    @Entity(name = "Visit")
    static class Visit {
        @Id
        Long id;

        @Column(name = "AUTHOR_ID")
        Long authorId;

        @ManyToOne(optional = false)
        @JoinColumn(name = "AUTHOR_ID", insertable = false, updatable = false)
        Author author;
    }

    @Entity(name = "Rated")
    @Link
    static class Rated {
        @Id
        Long id;

        int stars;

        @References(Shelf.class)
        Long shelfId;

        @References(Author.class)
        Long authorId;
    }

    @Entity(name = "Read")
    @Table(name = "READ_BY")
    @Link(unique = false)
    static class Read {
        @Id
        Long id;

        int pages;

        @References(Shelf.class)
        Long shelfId;

        @References(Author.class)
        Long authorId;
    }

    /** The key of {@link Seat}. */
    static class SeatKey implements Serializable {
        private static final long serialVersionUID = 1L;
        int number;
        String carriage;

        @Override
        public boolean equals(Object other) {
            return other instanceof SeatKey key && key.number == number && Objects.equals(key.carriage, carriage);
        }

        @Override
        public int hashCode() {
            return number;
        }
    }

    @Entity(name = "Seat")
    @IdClass(SeatKey.class)
    static class Seat {
        @Id
        int number;

        @Id
        @Column(length = 3)
        String carriage;

        @OneToMany(mappedBy = "seat")
        List<Ticket> tickets;
    }

    @Entity(name = "Ticket")
    static class Ticket {
        @Id
        Long id;

        @ManyToOne
        @JoinColumn(name = "SEAT_NO", referencedColumnName = "NUMBER")
        @JoinColumn(name = "SEAT_CAR", referencedColumnName = "CARRIAGE")
        Seat seat;
    }

    @Entity(name = "Renamed")
    @RenamedFrom("old_table")
    static class Renamed {
        @Id
        Long id;

        @RenamedFrom("\"Old column\"")
        String name;
    }

    @Entity(name = "Getters")
    static class Getters {
        private Long id;
        private String name;
        private Long userId;

        @Id
        public Long getId() {
            return id;
        }

        public void setId(Long id) {
            this.id = id;
        }

        @RenamedFrom("label")
        @Column(name = "TITLE", nullable = false, length = 7)
        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        @References(Author.class)
        public Long getUserId() {
            return userId;
        }

        public void setUserId(Long userId) {
            this.userId = userId;
        }
    }

    @Entity(name = "BookReader")
    @Table(name = "BOOK_READER")
    static class BookReader {
        @Id
        Long id;

        @Column(name = "BOOK_ID")
        Long bookId;

        @Column(name = "READER_ID")
        Long readerId;

        String remark;
    }

    @Entity(name = "Marked")
    static class Marked {
        @Id
        Long id;

        @ManyToOne
        @JoinColumn(name = "SEAT_ID")
        @Indexed
        @org.easymodel.model.Check(name = "CK_SEAT", value = "SEAT_ID > 0")
        Plain seat;
    }

    @Entity(name = "Plain")
    static class Plain {
        @Id
        Long id;
    }

    @Test
    void annotations_onRelationships_areForTheirKeys() {
        assertThat(lines("MARKED", Marked.class, Plain.class))
                .containsExactly(
                        "ID INT64 required",
                        "SEAT_ID INT64",
                        "PK_MARKED primary [ID]",
                        "IX_MARKED_SEAT_ID index [SEAT_ID]",
                        "FK_MARKED_SEAT_ID [SEAT_ID] to PLAIN[ID]",
                        "CK_SEAT check SEAT_ID > 0");
    }

    @Test
    void columns_ofEveryType_haveTheirLogicalType() {
        assertThat(lines("TYPES", Types.class, Letter.class, UtcInstantConverter.class))
                .containsExactly(
                        "BIG INT64",
                        "BYTES LOB_BIN",
                        "COLOUR INT32",
                        "COLOURNAME STRING(9)",
                        "CONVERTED STRING(1)",
                        "DAY DATE",
                        "EXACT DECIMAL(8,3)",
                        "FLAG BOOL required",
                        "HUGE DECIMAL(31)",
                        "ID INT32 required",
                        "INSTANT TIMESTAMP",
                        "LETTER CHAR(1) required",
                        "MAYBE BOOL",
                        "MOMENT TIMESTAMP",
                        "NEEDED STRING(255) required",
                        "NOVEL LOB_TEXT",
                        "OLDDAY DATE",
                        "OLDMOMENT TIMESTAMP",
                        "OWN NATIVE(\"VARCHAR(9)\") default 'a  b'",
                        "PICTURE LOB_BIN",
                        "PRECISE FLOAT64",
                        "REAL FLOAT32 required",
                        "SHORTTEXT STRING(20) required",
                        "SMALL INT16 required",
                        "TEXT STRING(255)",
                        "TIME TIME",
                        "TINY INT16 required",
                        "USUAL DECIMAL(19,2)",
                        "UUID UUID",
                        "VERSION INT64 required",
                        "WHOLE INT32",
                        "PK_TYPES primary [ID]",
                        "CK_TYPES_COLOURNAME check COLOURNAME IN ('GREEN', 'RED')");
    }

    @Test
    void keys_ofDeclaredMappings_areDescribed() {
        assertThat(lines("BOOK", Book.class, Author.class, Shelf.class))
                .containsExactly(
                        "AUTHOR_ID INT64 required",
                        "CODE STRING(255)",
                        "EDITION INT32 required",
                        "GHOST_ID INT64",
                        "ID INT64 required",
                        "ISBN STRING(255)",
                        "SECOND_ID INT64",
                        "TITLE STRING(255) required",
                        "\"user\" INT64 required",
                        "PK_BOOK primary [ID]",
                        "UK_BOOK_EDITION_AUTHOR_ID unique [EDITION, AUTHOR_ID]",
                        "UK_BOOK_ISBN unique [ISBN]",
                        "\"UK_BOOK_user\" unique [\"user\"]",
                        "UK_EDITION unique [TITLE, EDITION]",
                        "IX_BOOK_EDITION index [EDITION]",
                        "IX_TITLE index [TITLE, EDITION]",
                        "UX_CODE index [CODE] unique",
                        "FK_BOOK_AUTHOR_ID [AUTHOR_ID] to PEOPLE.AUTHOR[ID]",
                        "\"FK_BOOK_user\" [\"user\"] to \"my.shelf\"[ID]",
                        "FK_SECOND [SECOND_ID] to PEOPLE.AUTHOR[ID]");
    }

    @Test
    void linkTable_ofADeclaredManyToMany_hasBothKeys() {
        assertThat(lines("BOOK_READER", Book.class, Author.class, Shelf.class))
                .containsExactly(
                        "BOOK_ID INT64 required",
                        "READER_ID INT64 required",
                        "PK_BOOK_READER primary [BOOK_ID, READER_ID]",
                        "FK_BOOK_READER_BOOK_ID [BOOK_ID] to BOOK[ID]",
                        "FK_BOOK_READER_READER_ID [READER_ID] to PEOPLE.AUTHOR[ID]");
    }

    @Test
    void linkTable_thatIsAnEntityToo_isTheTableOfTheEntity() {
        assertThat(lines("BOOK_READER", Book.class, Author.class, Shelf.class, BookReader.class))
                .contains("ID INT64 required", "REMARK STRING(255)", "PK_BOOK_READER primary [ID]");
    }

    @Test
    void keys_ofInferredRelationships_haveIndexAndConstraintAsAsked() {
        assertThat(lines("LOAN", Loan.class, Author.class, Shelf.class))
                .containsExactly(
                        "AUTHORID INT64",
                        "BORROWERID INT64",
                        "ID INT64 required",
                        "OTHER_AUTHOR_ID INT64",
                        "SHELF_ID INT64 required",
                        "WITNESSID INT64",
                        "PK_LOAN primary [ID]",
                        "IX_LOAN_AUTHORID index [AUTHORID]",
                        "IX_LOAN_BORROWERID index [BORROWERID]",
                        "IX_LOAN_WITNESSID index [WITNESSID]",
                        "FK_LOAN_BORROWERID [BORROWERID] to PEOPLE.AUTHOR[ID]",
                        "FK_LOAN_SHELF_ID [SHELF_ID] to \"my.shelf\"[ID]");
    }

    @Test
    void key_besideAReadOnlyRelationship_hasItsConstraint() {
        assertThat(lines("VISIT", Visit.class, Author.class))
                .containsExactly(
                        "AUTHOR_ID INT64 required",
                        "ID INT64 required",
                        "PK_VISIT primary [ID]",
                        "FK_VISIT_AUTHOR_ID [AUTHOR_ID] to PEOPLE.AUTHOR[ID]");
    }

    @Test
    void keys_ofAMarkedLink_areUniqueTogether() {
        assertThat(lines("RATED", Rated.class, Author.class, Shelf.class))
                .containsExactly(
                        "AUTHORID INT64",
                        "ID INT64 required",
                        "SHELFID INT64",
                        "STARS INT32 required",
                        "PK_RATED primary [ID]",
                        "UK_RATED_AUTHORID_SHELFID unique [AUTHORID, SHELFID]",
                        "IX_RATED_SHELFID index [SHELFID]",
                        "FK_RATED_AUTHORID [AUTHORID] to PEOPLE.AUTHOR[ID]",
                        "FK_RATED_SHELFID [SHELFID] to \"my.shelf\"[ID]");
    }

    @Test
    void keys_ofALinkWhosePairsMayComeAgain_areNotUniqueTogether() {
        assertThat(lines("READ_BY", Read.class, Author.class, Shelf.class))
                .contains("IX_READ_BY_AUTHORID index [AUTHORID]", "IX_READ_BY_SHELFID index [SHELFID]")
                .noneMatch(line -> line.contains("unique"));
    }

    @Test
    void keys_overSeveralColumns_stayTogether() {
        assertThat(lines("SEAT", Seat.class, Ticket.class))
                .containsExactly(
                        "CARRIAGE STRING(3) required", "NUMBER INT32 required", "PK_SEAT primary [CARRIAGE, NUMBER]");
        assertThat(lines("TICKET", Seat.class, Ticket.class))
                .containsExactly(
                        "ID INT64 required",
                        "SEAT_CAR STRING(3)",
                        "SEAT_NO INT32",
                        "PK_TICKET primary [ID]",
                        "FK_TICKET_SEAT_CAR_SEAT_NO [SEAT_CAR, SEAT_NO] to SEAT[CARRIAGE, NUMBER]");
    }

    @Test
    void sequences_ofEachStrategy_areDescribed() {
        SchemaModel schema = scan(Author.class, Shelf.class, Uuided.class, Sequenced.class);

        assertThat(schema.sequences())
                .map(sequence -> sequence.sql() + " " + sequence.start() + " " + sequence.increment())
                .containsExactly("SEQ_GEN_SEQUENCE 50 50", "PEOPLE.SHELF_SEQ 14 10");
        assertThat(lines(schema, TableName.parse("PEOPLE.AUTHOR")))
                .containsExactly("ID INT64 required identity", "PK_AUTHOR primary [ID]");
        assertThat(lines(schema, TableName.of("uuided"))).containsExactly("ID UUID required", "PK_UUIDED primary [ID]");
    }

    @Test
    void renames_ofTableAndColumn_areNotedAndNotHashed() {
        SchemaModel schema = scan(Renamed.class);

        assertThat(schema.renames())
                .map(RenameNote::toString)
                .containsExactly(
                        "RenameNote[table=RENAMED, column=Optional.empty, formerly=OLD_TABLE]",
                        "RenameNote[table=RENAMED, column=Optional[NAME], formerly=\"Old column\"]");
        assertThat(SchemaModel.of(schema.tables(), schema.sequences()).hash()).isEqualTo(schema.hash());
    }

    @Test
    void annotations_onGetters_count() {
        SchemaModel schema = scan(Getters.class, Author.class);

        assertThat(lines(schema, TableName.of("getters")))
                .containsExactly(
                        "ID INT64 required",
                        "TITLE STRING(7) required",
                        "USERID INT64",
                        "PK_GETTERS primary [ID]",
                        "IX_GETTERS_USERID index [USERID]",
                        "FK_GETTERS_USERID [USERID] to PEOPLE.AUTHOR[ID]");
        assertThat(schema.renames()).hasSize(1);
    }

    private List<String> lines(String table, Class<?>... classes) {
        return lines(scan(classes), TableName.parse(table));
    }

    private SchemaModel scan(Class<?>... classes) {
        return UnitPath.of(directory, UnitXml.of("test", List.of(classes)))
                .call(() -> SchemaScan.schema("test", Map.of()));
    }

    private static List<String> lines(SchemaModel schema, TableName name) {
        org.easymodel.schema.Table table = schema.table(name).orElseThrow();
        List<String> lines = new ArrayList<>();
        table.columns()
                .forEach(column -> lines.add(column.name() + " " + column.type()
                        + (column.nullable() ? "" : " required") + (column.identity() ? " identity" : "")
                        + column.defaultValue().map(sql -> " default " + sql).orElse("")));
        table.primaryKey().ifPresent(key -> lines.add(key.name() + " primary " + key.columns()));
        table.uniqueKeys().forEach(key -> lines.add(key.name() + " unique " + key.columns()));
        table.indexes()
                .forEach(index ->
                        lines.add(index.name() + " index " + index.columns() + (index.unique() ? " unique" : "")));
        table.foreignKeys()
                .forEach(key ->
                        lines.add(key.name() + " " + key.columns() + " to " + key.target() + key.targetColumns()));
        table.checks().forEach(check -> lines.add(check.name() + " check " + check.condition()));
        return lines;
    }
}

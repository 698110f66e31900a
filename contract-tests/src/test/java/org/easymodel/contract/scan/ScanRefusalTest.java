package org.easymodel.contract.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.eclipselink.scan.SchemaScan;
import org.easymodel.failure.ConfigurationException;
import org.easymodel.failure.InvalidModelException;
import org.easymodel.failure.Problem;
import org.easymodel.model.References;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that the scanner refuses, with the whole text of the refusal. */
class ScanRefusalTest {

    @TempDir
    private Path directory;

    @Entity(name = "Plain")
    static class Plain {
        @Id
        Long id;
    }

    @Entity(name = "Animal")
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    static class Animal {
        @Id
        Long id;
    }

    @Entity(name = "Dog")
    static class Dog extends Animal {
        String breed;
    }

    @Entity(name = "Split")
    @SecondaryTable(name = "MORE")
    static class Split {
        @Id
        Long id;

        @Column(table = "MORE")
        String more;
    }

    @Entity(name = "Catalogued")
    @Table(catalog = "warehouse", schema = "stock")
    static class Catalogued {
        @Id
        Long id;
    }

    @Embeddable
    static class Address {
        String street;
    }

    @Entity(name = "Customer")
    static class Customer {
        @Id
        Long id;

        @Embedded
        Address address;
    }

    @Entity(name = "Poem")
    static class Poem {
        @Id
        Long id;

        @ElementCollection
        @CollectionTable(name = "LINES")
        List<String> lines;
    }

    @Entity(name = "Lecture")
    static class Lecture {
        @Id
        Long id;

        Instant startsAt;

        Duration length;
    }

    @Entity(name = "Meeting")
    static class Meeting {
        @Id
        Long id;

        OffsetDateTime startsAt;
    }

    @Entity(name = "Numbered")
    static class Numbered {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        Long id;
    }

    @Entity(name = "Automatic")
    static class Automatic {
        @Id
        @GeneratedValue
        Long id;
    }

    @Entity(name = "OverTable")
    static class OverTable {
        @Id
        Long id;

        @ManyToOne
        @JoinTable(name = "OVER_TABLE_PLAIN")
        Plain plain;
    }

    @Entity(name = "OneWay")
    static class OneWay {
        @Id
        Long id;

        @OneToMany
        @JoinColumn(name = "ONE_WAY_ID")
        List<Plain> plains;
    }

    @Entity(name = "Ordered")
    static class Ordered {
        @Id
        Long id;

        @ManyToMany
        @OrderColumn(name = "POSITION")
        List<Plain> plains;
    }

    @Entity(name = "Keyed")
    static class Keyed {
        @Id
        Long id;

        @ManyToMany
        @MapKeyColumn(name = "NAME")
        Map<String, Plain> plains;
    }

    @Entity(name = "PlainAgain")
    @Table(name = "PLAIN")
    static class PlainAgain {
        @Id
        Long id;

        String other;
    }

    @Entity(name = "Lost")
    static class Lost {
        @Id
        Long id;

        @References(String.class)
        Long nowhereId;
    }

    @Entity(name = "Broken")
    static class Broken {
        @Id
        Long id;

        @OneToMany(mappedBy = "nothing")
        List<Plain> plains;
    }

    /** An application's own customizer that fails. */
    public static final class FailingCustomizer implements SessionCustomizer {
        @Override
        public void customize(Session session) {
            throw new IllegalStateException("it fails.\nA second line.");
        }
    }

    @Test
    void scan_withoutTheCustomizer_isRefused() {
        assertConfiguration(
                "EM-1001 persistence unit 'test': the session customizer of EasyModel is not set, so that no relationship"
                        + " could be inferred. Add <property name=\"eclipselink.session.customizer\""
                        + " value=\"org.easymodel.eclipselink.EasyModelCustomizer\"/> to the unit in persistence.xml.",
                unit(Plain.class).without("eclipselink.session.customizer"));
    }

    @Test
    void scan_withAnUnknownCustomizerOfTheApplication_isRefused() {
        assertConfiguration(
                "EM-1002 easymodel.session.customizer: the property names com.example.Nobody,"
                        + " which is no SessionCustomizer with a constructor without parameters. Name a class that"
                        + " implements org.eclipse.persistence.sessions.SessionCustomizer.",
                unit(Plain.class).with("easymodel.session.customizer", "com.example.Nobody"));
    }

    @Test
    void scan_withACustomizerOfTheApplicationThatIsNone_isRefused() {
        assertConfiguration(
                "EM-1002 easymodel.session.customizer: the property names java.lang.Object,"
                        + " which is no SessionCustomizer with a constructor without parameters. Name a class that"
                        + " implements org.eclipse.persistence.sessions.SessionCustomizer.",
                unit(Plain.class).with("easymodel.session.customizer", "java.lang.Object"));
    }

    @Test
    void scan_withoutAnyUnit_isRefused() {
        UnitPath empty = UnitPath.of(directory);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> empty.call(() -> SchemaScan.scan("", Map.of())))
                .withMessage("EM-1003 META-INF/persistence.xml: there is no META-INF/persistence.xml with a persistence"
                        + " unit on the class path. Add the file.");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> empty.call(() -> SchemaScan.scan("shop", Map.of())))
                .withMessage("EM-1003 persistence unit 'shop': there is no META-INF/persistence.xml with a persistence"
                        + " unit on the class path. Add the file.");
    }

    @Test
    void scan_ofOneOfSeveralUnits_needsItsName() {
        UnitPath path = UnitPath.of(
                directory, UnitXml.of("shop", List.of(Plain.class)), UnitXml.of("blog", List.of(Plain.class)));

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> path.call(() -> SchemaScan.scan("", Map.of())))
                .withMessage("EM-1003 META-INF/persistence.xml: there are several persistence units: blog, shop. Name"
                        + " one of them.");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> path.call(() -> SchemaScan.scan("shoq", Map.of())))
                .withMessage("EM-1003 persistence unit 'shoq': there is no persistence unit of that name, but blog,"
                        + " shop. Name one of them.");
        assertThat(path.call(() -> SchemaScan.schema("blog", Map.of())).tables())
                .hasSize(1);
    }

    @Test
    void scan_ofAUnitThatCannotBeDeployed_isRefusedWithTheCause() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> scan(unit(Broken.class, Plain.class)))
                .withMessage("EM-1004 persistence unit 'test': EclipseLink cannot deploy it: ValidationException:"
                        + " The attribute [plains] in entity class [" + Broken.class
                        + "] has a mappedBy value of [nothing] which does not exist in its owning entity class ["
                        + Plain.class
                        + "]. If the owning entity class is a @MappedSuperclass, this is invalid, and your attribute"
                        + " should reference the correct subclass. Correct the mappings or the configuration that the"
                        + " message names.")
                .satisfies(failure -> assertThat(failure.getCause()).isNotNull());
    }

    @Test
    void scan_whoseCustomizerFails_isRefusedWithTheFirstLine() {
        assertConfiguration(
                "EM-1004 persistence unit 'test': EclipseLink cannot deploy it: IllegalStateException: it fails. Correct"
                        + " the mappings or the configuration that the message names.",
                unit(Plain.class).with("easymodel.session.customizer", FailingCustomizer.class.getName()));
    }

    @Test
    void scan_ofInheritance_isRefused() {
        assertModel(unit(Animal.class, Dog.class), entity("Animal", "inheritance"), entity("Dog", "inheritance"));
    }

    @Test
    void scan_ofASecondaryTable_isRefused() {
        assertModel(unit(Split.class), entity("Split", "secondary tables"));
    }

    @Test
    void scan_ofACatalog_isRefused() {
        assertModel(unit(Catalogued.class), entity("Catalogued", "a catalog"));
    }

    @Test
    void scan_ofTwoEntitiesInOneTable_isRefused() {
        assertModel(unit(Plain.class, PlainAgain.class), entity("PlainAgain", "the table PLAIN together with Plain"));
    }

    @Test
    void scan_ofAnEmbeddedAttribute_isRefused() {
        assertModel(unit(Customer.class, Address.class), attribute("Customer.address", "embedded"));
    }

    @Test
    void scan_ofAnElementCollection_isRefused() {
        assertModel(unit(Poem.class), attribute("Poem.lines", "an element collection"));
    }

    @Test
    void scan_ofATypeWithoutColumnType_isRefused() {
        assertModel(unit(Meeting.class), attribute("Meeting.startsAt", "of type java.time.OffsetDateTime"));
    }

    @Test
    void scan_ofAToOneRelationshipOverATable_isRefused() {
        assertModel(
                unit(OverTable.class, Plain.class),
                attribute("OverTable.plain", "a to-one relationship over a join table"));
    }

    @Test
    void scan_ofAOneSidedOneToMany_isRefused() {
        assertModel(
                unit(OneWay.class, Plain.class),
                attribute("OneWay.plains", "mapped by UnidirectionalOneToManyMapping"));
    }

    @Test
    void scan_ofAnOrderColumn_isRefused() {
        assertModel(unit(Ordered.class, Plain.class), attribute("Ordered.plains", "a list with an order column"));
    }

    @Test
    void scan_ofAMapWithKeyColumn_isRefused() {
        assertModel(unit(Keyed.class, Plain.class), attribute("Keyed.plains", "a map with a key column"));
    }

    @Test
    void scan_ofSerializedTypes_isRefused() {
        assertModel(
                unit(Lecture.class),
                "EM-1012 Lecture.length: EclipseLink would store the type java.time.Duration as serialized Java bytes."
                        + " Use a converter, such as @Convert(converter = UtcInstantConverter.class) for an Instant.",
                "EM-1012 Lecture.startsAt: EclipseLink would store the type java.time.Instant as serialized Java bytes."
                        + " Use a converter, such as @Convert(converter = UtcInstantConverter.class) for an Instant.");
    }

    @Test
    void scan_ofAGeneratorTable_isRefused() {
        assertModel(
                unit(Numbered.class),
                "EM-1013 Numbered: its ids come from the generator table of 'SEQ_GEN_TABLE', which the scanner does not"
                        + " describe yet. Use GenerationType.SEQUENCE or GenerationType.IDENTITY.");
    }

    @Test
    void scan_ofAnAutomaticGenerator_isRefused() {
        assertModel(
                unit(Automatic.class),
                "EM-1013 Automatic: its ids come from the generator table of 'SEQ_GEN', which the scanner does not"
                        + " describe yet. Use GenerationType.SEQUENCE or GenerationType.IDENTITY.");
    }

    @Test
    void scan_ofSeveralProblems_namesAllOfThemByEntity() {
        UnitXml unit = unit(Numbered.class, Lost.class, Split.class, Customer.class, Address.class, Plain.class);

        assertThatExceptionOfType(InvalidModelException.class)
                .isThrownBy(() -> scan(unit))
                .satisfies(failure -> {
                    assertThat(failure.problems())
                            .map(problem -> problem.code() + " " + problem.place())
                            .containsExactly(
                                    "EM-1011 Customer.address",
                                    "EM-1101 Lost.nowhereId",
                                    "EM-1013 Numbered",
                                    "EM-1010 Split");
                    assertThat(failure.getMessage().lines())
                            .containsExactlyElementsOf(failure.problems().stream()
                                    .map(Problem::toString)
                                    .toList());
                });
    }

    private static String entity(String entity, String what) {
        return "EM-1010 " + entity + ": the entity uses " + what + ", which the scanner does not describe yet. Keep its"
                + " table out of revisions for now, or map it without.";
    }

    private static String attribute(String place, String what) {
        return "EM-1011 " + place + ": the attribute is " + what
                + ", which the scanner does not describe yet. Map it in"
                + " another way, or keep its entity out of revisions for now.";
    }

    private static UnitXml unit(Class<?>... classes) {
        return UnitXml.of("test", List.of(classes));
    }

    private String scan(UnitXml unit) {
        return UnitPath.of(directory, unit).call(() -> SchemaScan.scan("test", Map.of()));
    }

    private void assertConfiguration(String message, UnitXml unit) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> scan(unit))
                .withMessage(message);
    }

    private void assertModel(UnitXml unit, String... lines) {
        assertThatExceptionOfType(InvalidModelException.class)
                .isThrownBy(() -> scan(unit))
                .withMessage(String.join("\n", lines));
    }
}

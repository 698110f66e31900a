package org.easymodel.contract.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.eclipselink.scan.SchemaScan;
import org.easymodel.failure.ConfigurationException;
import org.easymodel.failure.InvalidModelException;
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
    void scan_ofReferencesThatLeadNowhere_isRefused() {
        assertThatExceptionOfType(InvalidModelException.class)
                .isThrownBy(() -> scan(unit(Lost.class, Plain.class)))
                .satisfies(failure -> assertThat(failure.problems())
                        .map(problem -> problem.code() + " " + problem.place())
                        .containsExactly("EM-1101 Lost.nowhereId"));
    }

    @Test
    void explain_ofAnEntityThatIsNone_isRefused() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> UnitPath.of(directory, unit(Plain.class))
                        .call(() -> SchemaScan.explain("test", "Plane", Map.of())))
                .withMessage("EM-1025 Plane: there is no entity of that name, but Plain. Name one of them.");
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
}

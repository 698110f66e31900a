package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.easymodel.EasyRepositories;
import org.easymodel.contract.observe.Logged;
import org.easymodel.contract.repository.Database;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.eclipselink.scan.SchemaScan;
import org.easymodel.failure.InvalidModelException;
import org.easymodel.model.Polymorphic;
import org.easymodel.model.References;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Units with a key that is wrong: however they are started, they say so once, and everything else works. */
class OneBadKeyTest {

    @Entity(name = "Farm")
    public static class Farm {
        @Id
        @GeneratedValue
        Long id;

        String name;

        @Transient
        List<Field> fields;
    }

    @Entity(name = "Field")
    public static class Field {
        @Id
        @GeneratedValue
        Long id;

        Long farmId;

        @Transient
        Farm farm;

        @References(Farm.class)
        String ownerId;
    }

    @Entity(name = "Photo")
    public static class Photo {
        @Id
        @GeneratedValue
        Long id;

        String shownType;

        @Polymorphic(types = {Farm.class, Field.class})
        String shownId;
    }

    private static final Class<?>[] CLASSES = {Farm.class, Field.class, Photo.class};

    private static final List<String> SAID = List.of(
            "EM-1103 Field.ownerId: the attribute is of type String, but the key of Farm is of type Long. Give both the same"
                    + " type.",
            "EM-1173 Photo.shownId: the attribute is of type String, but the key of Farm is of type Long and the key of Field"
                    + " is of type Long. Let all types of a polymorphic pair have keys of one type, and the attribute the"
                    + " same.");

    @TempDir
    private Path directory;

    private static void assertWorks(EasyRepositories easy) {
        Farm farm = easy.blocking(Farm.class)
                .insertMap(Map.of("name", "Hill", "fields", List.of(Map.of("ownerId", "x"), Map.of())));
        assertThat(farm.fields).hasSize(2);
        assertThat(easy.blocking(Field.class)
                        .select(Map.of("farm.name", "Hill"))
                        .count())
                .isEqualTo(2);
        assertThat(easy.blocking(Photo.class).insertMap(Map.of("shownType", "Farm", "shownId", "1")).shownId)
                .isEqualTo("1");
    }

    /** Without what is said of Bean Validation, for whose provider the class path of these tests is too small. */
    private static List<String> ofModel(Logged log) {
        return log.lines().stream().filter(line -> !line.startsWith("EM-2265")).toList();
    }

    @Test
    void memory_saysItOnceAndWorks() {
        try (Logged log = new Logged("org.easymodel", Level.WARNING);
                EasyRepositories easy =
                        EasyRepositories.builder().memory().entities(CLASSES).open()) {
            assertThat(ofModel(log)).containsExactlyElementsOf(SAID);
            assertWorks(easy);
        }
    }

    @Test
    void createAll_saysItOnceAndWorks() {
        try (Logged log = new Logged("org.easymodel", Level.WARNING);
                EasyRepositories easy = EasyRepositories.builder()
                        .url("jdbc:h2:mem:bad_key;DB_CLOSE_DELAY=-1")
                        .entities(CLASSES)
                        .createAll()
                        .open()) {
            assertThat(ofModel(log)).containsExactlyElementsOf(SAID);
            assertWorks(easy);
        }
    }

    @Test
    void persistenceXml_saysItOnceAndWorks() {
        try (Logged log = new Logged("org.easymodel", Level.WARNING);
                SmallUnit unit = SmallUnit.of(directory, Database.H2, CLASSES)) {
            assertThat(ofModel(log)).containsExactlyElementsOf(SAID);
            assertWorks(unit.easy);
        }
    }

    @Test
    void persistenceXml_thatMigratesBySetting_saysItOnceAndWorks() {
        try (Logged log = new Logged("org.easymodel", Level.WARNING);
                SmallUnit unit = SmallUnit.migrated(directory, Database.H2, CLASSES)) {
            assertThat(ofModel(log)).containsExactlyElementsOf(SAID);
            assertWorks(unit.easy);
        }
    }

    @Test
    void explain_listsItBesideTheEntity() {
        String text = UnitPath.of(directory, UnitXml.of("small", List.of(CLASSES)))
                .call(() -> SchemaScan.explain("small", "Field", Map.of()));

        assertThat(text)
                .contains("farm: many-to-one Farm")
                .contains("  " + SAID.get(0))
                .doesNotContain("EM-1173");
    }

    @Test
    void revisions_areRefused_forTheyLast() {
        assertThatThrownBy(() -> UnitPath.of(directory, UnitXml.of("small", List.of(CLASSES)))
                        .call(() -> SchemaScan.schema("small", Map.of())))
                .isInstanceOfSatisfying(InvalidModelException.class, failure -> assertThat(failure.problems())
                        .map(Object::toString)
                        .containsExactlyElementsOf(SAID));
    }
}
